package districtkg.query.advice;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.query.QueryReader;
import districtkg.vocab.Dkg;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shared.PrefixMapping;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sum of a whole and its parts is told, and a sum of either is not. */
class AggregateAdviceTest {
    private static final PrefixMapping PREFIXES =
            PrefixMapping.Factory.create()
                    .setNsPrefix("", Dkg.NS)
                    .setNsPrefix("v", Dkg.VOCAB)
                    .setNsPrefix("id", Dkg.ID)
                    .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");

    /**
     * Figures of a made-up city and its two districts in 2020. Of the north also those of a park
     * and of two industries, one of which is a part of the other; of the south also half a year,
     * and a promise for 2021 with its result.
     */
    private static final String FIGURES =
            """
            PREFIX : <https://w3id.org/districtkg/ns#>
            PREFIX v: <https://w3id.org/districtkg/vocab/>
            PREFIX id: <https://w3id.org/districtkg/id/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            v:added a :Indicator ; :measure :flow ; :sumsOverPlaces true ; :sumsOverYears true ; :sumsOverIndustries true .
            v:rate a :Indicator ; :measure :ratio ; :sumsOverPlaces false ; :sumsOverYears false ; :sumsOverIndustries false .
            id:city :nameEn "city" . id:north :nameEn "north" . id:south :nameEn "south" . id:park :nameEn "park" .
            v:crafts a :Industry ; :nameEn "crafts" .
            v:weaving a :Industry ; :nameEn "weaving" ; skos:broader v:crafts .
            id:north :in id:city . id:south :in id:city . id:park :in id:north , id:city .
            id:a :about id:city ; :place id:city .
            id:b :about id:north ; :place id:north .
            id:c :about id:park ; :place id:north .
            id:d :about id:north ; :place id:north ; :industry v:crafts .
            id:e :about id:north ; :place id:north ; :industry v:weaving .
            id:f :about id:south ; :place id:south .
            id:a a :Outcome ; :indicator v:added ; :value 100.0 ; :date "2020"^^xsd:gYear ; :year 2020 ; :earliest "2020-01-01"^^xsd:date ; :latest "2020-12-31"^^xsd:date .
            id:b a :Outcome ; :indicator v:added ; :value 60.0 ; :date "2020"^^xsd:gYear ; :year 2020 ; :earliest "2020-01-01"^^xsd:date ; :latest "2020-12-31"^^xsd:date .
            id:c a :Outcome ; :indicator v:added ; :value 10.0 ; :date "2020"^^xsd:gYear ; :year 2020 ; :earliest "2020-01-01"^^xsd:date ; :latest "2020-12-31"^^xsd:date .
            id:d a :Outcome ; :indicator v:added ; :value 20.0 ; :date "2020"^^xsd:gYear ; :year 2020 ; :earliest "2020-01-01"^^xsd:date ; :latest "2020-12-31"^^xsd:date .
            id:e a :Outcome ; :indicator v:added ; :value 5.0 ; :date "2020"^^xsd:gYear ; :year 2020 ; :earliest "2020-01-01"^^xsd:date ; :latest "2020-12-31"^^xsd:date .
            id:f a :Outcome ; :indicator v:added ; :value 40.0 ; :date "2020"^^xsd:gYear ; :year 2020 ; :earliest "2020-01-01"^^xsd:date ; :latest "2020-12-31"^^xsd:date .
            id:g a :Outcome ; :indicator v:added ; :value 18.0 ; :date "2020-06"^^xsd:gYearMonth ; :about id:south ; :place id:south ; :year 2020 ;
                :earliest "2020-01-01"^^xsd:date ; :latest "2020-06-30"^^xsd:date .
            id:h a :Target ; :indicator v:added ; :value 45.0 ; :due "2021"^^xsd:gYear ; :about id:south ; :place id:south ; :year 2021 ;
                :earliest "2021-01-01"^^xsd:date ; :latest "2021-12-31"^^xsd:date .
            id:i a :Outcome ; :indicator v:added ; :value 44.0 ; :date "2021"^^xsd:gYear ; :about id:south ; :place id:south ; :year 2021 ;
                :earliest "2021-01-01"^^xsd:date ; :latest "2021-12-31"^^xsd:date .
            id:j a :Outcome ; :indicator v:rate ; :value 4.0 ; :date "2020"^^xsd:gYear ; :about id:north ; :place id:north ; :year 2020 .
            id:k a :Outcome ; :indicator v:rate ; :value 3.0 ; :date "2020"^^xsd:gYear ; :about id:city ; :place id:city ; :year 2020 .
            """;

    private static final Graph GRAPH = RDFParser.fromString(FIGURES, Lang.TURTLE).toGraph();

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            :date "2020"^^xsd:gYear                                                           | overlapping-places, overlapping-figures industries
            :place id:north ; :year 2020                                                      | overlapping-figures things, industries
            :place id:north ; :about id:north                                                 | overlapping-figures industries
            :about id:north ; :industry ?any                                                  | overlapping-figures industries
            :about id:north ; :industry ?one . ?one :nameEn "weaving"                         | overlapping-figures industries
            :about id:north OPTIONAL { ?o :industry ?any }                                    | overlapping-figures industries
            :about id:north ; :industry v:crafts                                              |
            :about id:north FILTER NOT EXISTS { ?o :industry ?any }                           |
            :about id:north MINUS { ?o :industry ?any }                                       |
            :date "2020"^^xsd:gYear ; :about ?p ; :place ?p VALUES ?p { id:north id:south } FILTER NOT EXISTS { ?o :industry ?any } |
            :date "2020"^^xsd:gYear ; :about ?p FILTER(?p IN (id:north, id:south)) FILTER NOT EXISTS { ?o :industry ?any } |
            :date "2020"^^xsd:gYear ; :about ?p VALUES ?p { id:north id:city } FILTER NOT EXISTS { ?o :industry ?any } | overlapping-places
            :about id:south                                                                   | overlapping-figures periods
            :about id:south ; :date ?when FILTER(?when = "2020"^^xsd:gYear)                   |
            :about id:south ; :date "2020-06"^^xsd:gYearMonth                                 |
            :about id:south ; :year 2021                                                      | promised-and-reached
            """)
    void ofOneSum(String pattern, String told) {
        boolean typed = !pattern.contains("2021");

        assertThat(
                        told(
                                "SELECT (SUM(?v) AS ?sum) { ?o "
                                        + (typed ? "a :Outcome ; " : "")
                                        + ":indicator v:added ; :value ?v ; "
                                        + pattern
                                        + " }"))
                .isEqualTo(told == null ? "" : told);
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ?place | :place ?place ; :year 2020                                 | overlapping-figures things, industries, periods
            ?about | :about ?about ; :date "2020"^^xsd:gYear                    | overlapping-figures industries
            ?name  | :about/:nameEn ?name ; :date "2020"^^xsd:gYear             | overlapping-figures industries
            ?about ?industry | :about ?about ; :date "2020"^^xsd:gYear OPTIONAL { ?o :industry ?industry } |
            ?about ?date | :about ?about ; :date ?date FILTER NOT EXISTS { ?o :industry ?i }  |
            """)
    void ofASumForEachGroup(String groups, String pattern, String told) {
        assertThat(
                        told(
                                "SELECT "
                                        + groups
                                        + " (SUM(?v) AS ?sum) { ?o a :Outcome ; :indicator v:added ; :value ?v ; "
                                        + pattern
                                        + " } GROUP BY "
                                        + groups))
                .isEqualTo(told == null ? "" : told);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            SELECT (SUM(?v) AS ?s) { ?o a :Outcome ; :indicator v:rate ; :value ?v } | not-summable places, years
            SELECT (AVG(?v) AS ?s) { ?o a :Outcome ; :indicator v:rate ; :value ?v } | unweighted-average
            SELECT (SUM(?v) AS ?s) { ?o a :Outcome ; :indicator v:rate ; :value ?v ; :place id:north } |
            SELECT (AVG(?v) AS ?s) { ?o :indicator v:added ; :value ?v ; :about id:south ; :year 2021 } | promised-and-reached
            SELECT (MAX(?v) AS ?s) { ?o :indicator v:added ; :value ?v }             |
            """)
    void ofWhatDoesNotAddUp(String query, String told) {
        assertThat(told(query)).isEqualTo(told == null ? "" : told);
    }

    private static String told(String text) {
        Query query = new QueryReader(PREFIXES).read(text);
        return new QueryAdvice(GRAPH)
                .on(query).stream()
                        .map(one -> one.kind().code() + " " + one.facts().getOrDefault("over", ""))
                        .map(String::strip)
                        .collect(Collectors.joining(", "));
    }
}
