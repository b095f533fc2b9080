package districtkg.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.graph.GraphReader;
import districtkg.vocab.Dkg;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The data cube of the real series, held to the integrity constraints of the RDF Data Cube
 * Vocabulary (section 11), in words of our own.
 */
class DataCubeTest {
    private static final String PREFIX =
            "PREFIX qb: <http://purl.org/linked-data/cube#> PREFIX : <https://w3id.org/districtkg/ns#> ";

    private static Graph cube;
    private static GraphReader things;

    @BeforeAll
    static void write() {
        things = Fixture.realEdition().things();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataCube.write(new Tables(things).named("series").orElseThrow(), things, out);
        cube = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(out.toByteArray())).lang(Lang.TURTLE).parse(cube);
    }

    private static boolean ask(String pattern) {
        try (QueryExec query =
                QueryExec.graph(cube).query(PREFIX + "ASK {" + pattern + "}").build()) {
            return query.ask();
        }
    }

    @Test
    void thereAreTargetsAndOutcomes() {
        assertThat(ask("?o a qb:Observation ; :mainType :Target ; :value ?v")).isTrue();
        assertThat(ask("?o a qb:Observation ; :mainType :Outcome ; :value ?v")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    IC-1 each observation is of one data set | ?o a qb:Observation . FILTER NOT EXISTS { ?o qb:dataSet ?d }
                    IC-1 and of no second | ?o qb:dataSet ?d , ?e . FILTER(?d != ?e)
                    IC-2 each data set has a structure | ?d a qb:DataSet . FILTER NOT EXISTS { ?d qb:structure ?s . ?s a qb:DataStructureDefinition }
                    IC-3 each structure has a measure | ?s a qb:DataStructureDefinition . FILTER NOT EXISTS { ?s qb:component/qb:measure ?m }
                    IC-11 each observation has every dimension | ?o qb:dataSet/qb:structure/qb:component/qb:dimension ?p . FILTER NOT EXISTS { ?o ?p ?any }
                    IC-11 and one value of it | ?o qb:dataSet/qb:structure/qb:component/qb:dimension ?p . ?o ?p ?v , ?w . FILTER(?v != ?w)
                    IC-14 each observation has every measure | ?o qb:dataSet/qb:structure/qb:component/qb:measure ?p . FILTER NOT EXISTS { ?o ?p ?any }
                    IC-12 no two have the same dimensions | ?o a qb:Observation ; :place ?p ; :indicator ?i ; :year ?y ; :mainType ?t . ?q a qb:Observation ; :place ?p ; :indicator ?i ; :year ?y ; :mainType ?t . FILTER(?o != ?q)
                    """)
    void theCubeIsWellFormed(String rule, String violation) {
        assertThat(ask(violation)).isFalse();
    }

    @Test
    void anObservationIsTheStatementAndSaysWhatTheGraphSays() {
        cube.find(null, Dkg.VALUE, null)
                .forEachRemaining(
                        triple ->
                                assertThat(
                                                things.number(
                                                        triple.getSubject(), triple.getPredicate()))
                                        .hasValueSatisfying(
                                                value ->
                                                        assertThat(value)
                                                                .isEqualByComparingTo(
                                                                        triple.getObject()
                                                                                .getLiteralLexicalForm())));
    }
}
