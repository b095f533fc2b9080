package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.web.PageSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the data set says of itself is what a query counts. */
class VoidTest {
    private static final String DATASET = "<https://w3id.org/districtkg/dataset>";
    private static final String PREFIXES =
            "PREFIX void: <http://rdfs.org/ns/void#> PREFIX ext: <http://ldf.fi/void-ext#> ";

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("127.0.0.1", 0, Fixture.realEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "void:{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            triples          | COUNT(*)          | ?s ?p ?o
            entities         | COUNT(DISTINCT ?s) | ?s ?p ?o FILTER(STRSTARTS(STR(?s), STR(id:)))
            distinctSubjects | COUNT(DISTINCT ?s) | ?s ?p ?o
            distinctObjects  | COUNT(DISTINCT ?o) | ?s ?p ?o
            properties       | COUNT(DISTINCT ?p) | ?s ?p ?o
            classes          | COUNT(DISTINCT ?o) | ?s a ?o
            documents        | COUNT(DISTINCT ?s) | ?s a :Document
            """)
    void eachVoidCountIsCorrect(String property, String count, String where) throws Exception {
        Map<String, Long> told = counts("SELECT ?n { %s void:%s ?n }".formatted(DATASET, property));

        assertThat(told)
                .hasSize(1)
                .isEqualTo(counts("SELECT (%s AS ?n) { %s }".formatted(count, where)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            members of classes    | 60  | SELECT ?c ?n { DATASET void:classPartition [ void:class ?c ; void:entities ?n ] } | SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c
            triples of properties | 100 | SELECT ?p ?n { DATASET void:propertyPartition [ void:property ?p ; void:triples ?n ] } | SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p
            subjects of properties | 100 | SELECT ?p ?n { DATASET void:propertyPartition [ void:property ?p ; void:distinctSubjects ?n ] } | SELECT ?p (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o } GROUP BY ?p
            objects of properties | 100 | SELECT ?p ?n { DATASET void:propertyPartition [ void:property ?p ; void:distinctObjects ?n ] } | SELECT ?p (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o FILTER(?p != void:distinctObjects) } GROUP BY ?p
            properties of classes | 500 | SELECT ?c ?p ?n { DATASET void:classPartition [ void:class ?c ; void:propertyPartition [ void:property ?p ; void:triples ?n ] ] } | SELECT ?c ?p (COUNT(*) AS ?n) { ?s a ?c ; ?p ?o } GROUP BY ?c ?p
            classes they lead to  | 500 | SELECT ?c ?p ?d ?n { DATASET void:classPartition [ void:class ?c ; void:propertyPartition [ void:property ?p ; void:classPartition [ void:class ?d ; void:triples ?n ] ] ] } | SELECT ?c ?p ?d (COUNT(*) AS ?n) { ?s a ?c ; ?p ?o . ?o a ?d } GROUP BY ?c ?p ?d
            datatypes they lead to | 500 | SELECT ?c ?p ?d ?n { DATASET void:classPartition [ void:class ?c ; void:propertyPartition [ void:property ?p ; ext:datatypePartition [ ext:datatype ?d ; void:triples ?n ] ] ] } | SELECT ?c ?p ?d (COUNT(*) AS ?n) { ?s a ?c ; ?p ?o FILTER(isLiteral(?o)) BIND(DATATYPE(?o) AS ?d) } GROUP BY ?c ?p ?d
            graphs                | 100 | SELECT ?g ?n { DATASET void:subset ?g . ?g void:triples ?n FILTER(STRSTARTS(STR(?g), STR(g:))) } | SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g
            """)
    void everyPartIsTrue(String what, int atLeast, String told, String live) throws Exception {
        Map<String, Long> counted = counts(live);

        assertThat(counted).hasSizeGreaterThan(atLeast);
        assertThat(counts(told.replace("DATASET", DATASET))).isEqualTo(counted);
    }

    @Test
    void linksToOtherDataSetsAreCountedByHostAndProperty() throws Exception {
        Map<String, Long> told =
                counts(
                        "SELECT ?link ?space ?n { ?set a void:Linkset ; void:linkPredicate ?link ; void:subjectsTarget "
                                + DATASET
                                + " ; void:objectsTarget/void:uriSpace ?space ; void:triples ?n }");

        assertThat(told)
                .hasSizeGreaterThan(3)
                .containsKey(
                        "http://www.w3.org/2004/02/skos/core#exactMatch http://www.wikidata.org/");
        assertThat(told)
                .isEqualTo(
                        counts(
                                """
                                SELECT ?link ?space (COUNT(*) AS ?n) {
                                  VALUES ?link { skos:exactMatch skos:closeMatch skos:broadMatch skos:narrowMatch skos:relatedMatch
                                    owl:sameAs owl:equivalentClass owl:equivalentProperty }
                                  ?s ?link ?o
                                  FILTER(isIRI(?o) && STRSTARTS(STR(?s), "https://w3id.org/districtkg/") && !STRSTARTS(STR(?o), "https://w3id.org/districtkg/"))
                                  BIND(REPLACE(STR(?o), "^([a-z]+://[^/]*/).*$", "$1") AS ?space)
                                } GROUP BY ?link ?space
                                """));
    }

    /** The questions by which SIB's editor learns what to offer, in our words. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
            what each class says, and to what => https://w3id.org/districtkg/ns#Target => SELECT DISTINCT ?class ?property ?to ?datatype { { ?part void:class ?class ; void:propertyPartition ?said . ?said void:property ?property . OPTIONAL { { ?said void:classPartition [ void:class ?to ] } UNION { ?said ext:datatypePartition [ ext:datatype ?datatype ] } } } UNION { ?links void:subjectsTarget [ void:class ?class ] ; void:linkPredicate ?property ; void:objectsTarget [ void:class ?to ] } }
            the same with graphs and labels   => https://w3id.org/districtkg/ns#Target => PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> SELECT DISTINCT ?graph ?class ?property ?triples ?label { OPTIONAL { ?graph sd:graph ?described . ?described void:classPartition ?part } ?part void:class ?class ; void:propertyPartition ?said . OPTIONAL { ?class rdfs:label ?label } ?said void:property ?property . OPTIONAL { ?said void:triples ?triples } }
            the classes of a described graph  => https://w3id.org/districtkg/ns#Target => PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> SELECT DISTINCT ?class { ?s sd:graph ?graph . ?graph void:classPartition ?part . ?part void:class ?class ; void:propertyPartition/void:triples ?triples }
            example questions                 => How many targets => SELECT DISTINCT ?example ?comment ?query { ?example a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?query }
            prefixes                          => https://w3id.org/districtkg/ns# => SELECT DISTINCT ?prefix ?namespace { [] sh:namespace ?namespace ; sh:prefix ?prefix } ORDER BY ?prefix
            """)
    void anEditorFindsWhatToOffer(String what, String holds, String query) throws Exception {
        String answer = Http.query(server, PREFIXES + query, "text/csv").body();

        assertThat(answer.lines().count()).isGreaterThan(20);
        assertThat(answer).contains(holds);
    }

    @Test
    void theDefaultGraphHasTheNameThatItsDescriptionGives() throws Exception {
        assertThat(
                        counts(
                                "SELECT (COUNT(*) AS ?n) { GRAPH <urn:x-arq:DefaultGraph> { ?s a :Target } }"))
                .isEqualTo(counts("SELECT (COUNT(*) AS ?n) { ?s a :Target }"));
        assertThat(
                        Http.query(
                                        server,
                                        "SELECT ?name { [] <http://www.w3.org/ns/sparql-service-description#name> ?name }",
                                        "text/csv")
                                .body())
                .contains("urn:x-arq:DefaultGraph");
    }

    /** Rows by their cells; the last cell is the count. */
    private static Map<String, Long> counts(String query) throws Exception {
        Map<String, Long> counts = new LinkedHashMap<>();
        String answer = Http.query(server, PREFIXES + query, "text/csv").body();
        try (CSVParser rows =
                CSVParser.parse(
                        answer,
                        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            for (CSVRecord row : rows) {
                String key = String.join(" ", row.toList().subList(0, row.size() - 1));
                counts.put(key, Long.valueOf(row.get(row.size() - 1)));
            }
        }
        return counts;
    }
}
