package districtkg.derive;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.dataset.DatasetBuilder;
import districtkg.query.QueryReader;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DerivationTest {
    private static final Sources YUNHE = Fixture.yunhe();
    private static final Graph DERIVED = Fixture.yunheDerived();
    private static final Rules RULES = Fixture.rules(YUNHE);

    private static final String PREFIXES =
            """
            @prefix : <https://w3id.org/districtkg/ns#> .
            @prefix id: <https://w3id.org/districtkg/id/> .
            @prefix v: <https://w3id.org/districtkg/vocab/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    // Cases that the reports of the made-up district do not have: a doubtful promise, a figure of
    // another scope.
    private static final String RARE =
            """
            id:north a :District .
            v:i a :Indicator ; :measure :flow ; :topic v:t .
            v:industry a :Industry .
            id:a a :Document ; :place id:north ; :published "2020"^^xsd:gYear ; :reliability :press .
            id:b a :Document ; :place id:north ; :published "2022"^^xsd:gYear ; :reliability :press .
            id:ra :document id:a .
            id:rb :document id:b .
            id:doubtful a :DoubtedStatement ; :place id:north ; :indicator v:i ; :strength :intended ; :bound :atLeast ; :value 5.0 ;
                :due "2021"^^xsd:gYear ; :suspect :contradicted ; :source id:ra .
            id:wide a :Target ; :place id:north ; :indicator v:i ; :strength :intended ; :bound :atLeast ; :value 5.0 ;
                :due "2021"^^xsd:gYear ; :source id:ra .
            id:narrow a :Outcome ; :place id:north ; :indicator v:i ; :industry v:industry ; :bound :exactly ; :value 6.0 ;
                :date "2021"^^xsd:gYear ; :source id:rb .
            id:first a :Outcome ; :place id:north ; :indicator v:i ; :bound :exactly ; :value 7.0 ;
                :date "2019"^^xsd:gYear ; :source id:ra .
            id:again a :Outcome ; :place id:north ; :indicator v:i ; :bound :exactly ; :value 7.0 ;
                :date "2019"^^xsd:gYear ; :source id:rb .
            """;

    /** The made-up district with the rare cases and those of {@link VerdictsTest}. */
    private static Graph everyCase;

    private static Set<Triple> everyConclusion;

    /**
     * What is derived before each stratum, so that a rule is left out without deriving it again.
     */
    private static List<Derivation> before;

    @BeforeAll
    static void deriveFromEveryCase() throws Exception {
        everyCase = YUNHE.asserted();
        RDFParser.fromString(PREFIXES + RARE, Lang.TURTLE).parse(everyCase);
        VerdictsTest.allCases().forEach((Triple triple) -> everyCase.add(triple));
        Derivation derivation = Derivation.begin(everyCase);
        before = new ArrayList<>();
        for (int stratum = 0; stratum < RULES.strata().size(); stratum++) {
            before.add(derivation.copy());
            derivation.apply(RULES, stratum, stratum + 1);
        }
        everyConclusion = Set.copyOf(derivation.conclusions());
    }

    @Test
    void aThingIsMappedAtItsPlace() {
        Graph asserted = Fixture.real().asserted();
        Graph derived = Fixture.realDerived();
        Node mapPlace = Dkg.term("mapPlace");

        assertThat(derived.stream(Node.ANY, mapPlace, Node.ANY))
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        (Triple mapped) ->
                                assertThat(
                                                mapped.getSubject().equals(mapped.getObject())
                                                        || derived.contains(
                                                                mapped.getSubject(),
                                                                Dkg.term("in"),
                                                                mapped.getObject())
                                                        || asserted.contains(
                                                                mapped.getSubject(),
                                                                Dkg.term("in"),
                                                                mapped.getObject()))
                                        .as(mapped.toString())
                                        .isTrue());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            yunhe-2021-jobs-target            | kept
            yunhe-2021-unemployment-target    | missed
            yunhe-2021-care-beds-target       | notComparable
            yunhe-2021-beds-per-home-target       | kept
            yunhe-2021-parking-target         | unknown
            yunhe-2021-old-quarters-target    | kept
            yunhe-2021-oversized-classes-target | kept
            yunhe-2021-wanghu-road-plan    | keptLate
            yunhe-2021-huanhu-road-plan | overdue
            yunhe-2021-beimen-tunnel-plan | notComparable
            yunhe-2021-yunling-cableway-plan | missed
            yunhe-2021-wuli-village-plan             | kept
            yunhe-2021-smart-farm-plan             | notMeasurable
            yunhe-2021-hefeng-academy-plan         | done
            yunhe-2021-sanhe-phase-2-plan      | pending
            """)
    void aSecondYearSettlesThePromisesOfTheFirst(String commitment, String verdict) {
        assertThat(verdicts(Fixture.yunheGraph())).containsEntry(commitment, List.of(verdict));
    }

    @Test
    void withoutTheSecondYearEverythingIsOpen() {
        Sources firstYear =
                Sources.read(
                        List.of(
                                Fixture.ONTOLOGY,
                                Fixture.YUNHE.resolve("lists.ttl"),
                                Fixture.YUNHE.resolve("things.ttl"),
                                Fixture.YUNHE.resolve("yunhe-2021.ttl")));

        assertThat(
                        verdicts(
                                        DatasetBuilder.of(firstYear, Fixture.derived(firstYear))
                                                .getDefaultGraph())
                                .values())
                .hasSizeGreaterThan(10)
                .allMatch(
                        verdict ->
                                List.of("pending", "open", "notMeasurable").containsAll(verdict));
    }

    @Test
    void everyCommitmentHasExactlyOneVerdict() {
        for (Graph graph : List.of(Fixture.yunheGraph(), Fixture.realGraph())) {
            assertThat(verdicts(graph))
                    .isNotEmpty()
                    .allSatisfy(
                            (commitment, verdict) -> assertThat(verdict).as(commitment).hasSize(1));
        }
    }

    @Test
    void aVerdictThatRestsOnSomethingSaysOnWhat() {
        Graph graph = Fixture.yunheGraph();
        for (String verdict : List.of("kept", "keptLate", "done", "missed", "overdue")) {
            List<Node> settled =
                    graph.stream(Node.ANY, Dkg.term("verdict"), Dkg.term(verdict))
                            .map(Triple::getSubject)
                            .toList();
            assertThat(settled)
                    .as(verdict)
                    .isNotEmpty()
                    .allMatch(
                            commitment ->
                                    graph.contains(commitment, Dkg.term("evidence"), Node.ANY));
        }
    }

    @Test
    void whatASuspectStatementSaysDecidesNothing() {
        assertThat(DERIVED.stream(Node.ANY, Dkg.term("evidence"), Node.ANY).map(Triple::getObject))
                .isNotEmpty()
                .noneMatch(
                        evidence ->
                                YUNHE.asserted().contains(evidence, Dkg.term("suspect"), Node.ANY));
    }

    @Test
    void theOrderOfRulesDoesNotMatter() {
        for (Sources sources : List.of(YUNHE, Fixture.real())) {
            Rules rules = Fixture.rules(sources);
            Graph forward = sources == YUNHE ? Fixture.yunheDerived() : Fixture.realDerived();
            Graph backward = Derivation.of(sources.asserted(), rules.reversed());

            assertThat(forward.size()).isPositive();
            assertThat(forward.isIsomorphicWith(backward)).isTrue();
        }
    }

    @Test
    void rulesThatMostOthersReadComeFirst() {
        assertThat(RULES.strata().getFirst())
                .extracting(Rule::name)
                .startsWith("1-closure/properties.rq", "1-closure/types.rq")
                .hasSizeGreaterThan(10);
    }

    static List<String> rules() {
        return RULES.strata().stream().flatMap(List::stream).map(Rule::name).toList();
    }

    @Test
    void strataAppliedInTurnGiveTheWhole() {
        assertThat(everyConclusion)
                .isNotEmpty()
                .hasSameElementsAs(Derivation.triples(everyCase, RULES));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void withoutOneRuleSomethingIsMissing(String name) {
        int stratum = stratum(name);
        Derivation derivation = before.get(stratum).copy();
        derivation.apply(RULES.without(name), stratum, RULES.strata().size());

        assertThat(Set.copyOf(derivation.conclusions()).equals(everyConclusion)).isFalse();
    }

    private static int stratum(String name) {
        return IntStream.range(0, RULES.strata().size())
                .filter(
                        stratum ->
                                RULES.strata().get(stratum).stream()
                                        .anyMatch(rule -> rule.name().equals(name)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRuleSaysWhy() throws Exception {
        assertThat(rules()).hasSizeGreaterThan(25);
        for (String name : rules()) {
            assertThat(Path.of("ontology/rules", name)).content().startsWith("# Why: ");
        }
    }

    @Test
    void theFirstStratumUsesNoNegationOverWhatItDerives() {
        assertThat(RULES.strata().get(0)).isNotEmpty();
        for (Rule rule : RULES.strata().get(0)) {
            String text = rule.query().toString();
            boolean negates = text.contains("NOT EXISTS") || text.contains("MINUS");
            assertThat(
                            !negates
                                    || text.contains("/graph/asserted>")
                                    || text.contains("GRAPH g:asserted"))
                    .as(rule.name())
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}: {1} to {2}, {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "2020"^^xsd:gYear            | 2020-01-01 | 2020-12-31 | 2020
            "2020-02"^^xsd:gYearMonth    | 2020-02-01 | 2020-02-29 | 2020
            "2021-02"^^xsd:gYearMonth    | 2021-02-01 | 2021-02-28 | 2021
            "2000-02"^^xsd:gYearMonth    | 2000-02-01 | 2000-02-29 | 2000
            "2019-11"^^xsd:gYearMonth    | 2019-11-01 | 2019-11-30 | 2019
            "2019-12"^^xsd:gYearMonth    | 2019-12-01 | 2019-12-31 | 2019
            "2020-06-15"^^xsd:date       | 2020-06-15 | 2020-06-15 | 2020
            """)
    void aDateOfAnyPrecisionHasAFirstAndALastDay(
            String date, String earliest, String latest, int year) {
        Graph graph = graph("id:x :date " + date + " .");

        assertThat(
                        ask(
                                graph,
                                "ASK { id:x :earliest \""
                                        + earliest
                                        + "\"^^xsd:date ; :latest \""
                                        + latest
                                        + "\"^^xsd:date ; :year "
                                        + year
                                        + " }"))
                .isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "atLeast,5.0,,kept",
        "moreThan,5.0,,kept",
        "lessThan,5.0,,missed",
        "atMost,4.0,,missed",
        "approximately,9.0,,kept",
        "approximately,5.2,,notComparable",
        "approximately,2.0,,missed",
        "exactly,5.0,,kept",
        "exactly,4.9,,missed",
        "moreThan,4.0,,notComparable"
    })
    void anOutcomeOfAnyBoundIsHeldAgainstAtLeastFive(
            String bound, String value, String none, String verdict) {
        Graph graph =
                graph(
                        """
                        id:north a :District .
                        v:i a :Indicator ; :measure :flow ; :topic v:t .
                        id:a a :Document ; :place id:north ; :published "2020"^^xsd:gYear ; :reliability :press .
                        id:b a :Document ; :place id:north ; :published "2022"^^xsd:gYear ; :reliability :press .
                        id:ra :document id:a . id:rb :document id:b .
                        id:t a :Target ; :place id:north ; :indicator v:i ; :strength :intended ; :bound :atLeast ; :value 5.0 ; :due "2021"^^xsd:gYear ; :source id:ra .
                        id:o a :Outcome ; :place id:north ; :indicator v:i ; :bound :%s ; :value %s ; :date "2021"^^xsd:gYear ; :source id:rb .
                        """
                                .formatted(bound, value));

        assertThat(
                        graph.stream(Dkg.iri(Dkg.ID + "t"), Dkg.term("verdict"), Node.ANY)
                                .map(triple -> triple.getObject().getLocalName()))
                .containsExactly(verdict);
    }

    private static Map<String, List<String>> verdicts(Graph graph) {
        Map<String, List<String>> verdicts = new TreeMap<>();
        graph.stream(Node.ANY, RDF.type.asNode(), Dkg.term("Commitment"))
                .map(Triple::getSubject)
                .forEach(
                        commitment ->
                                verdicts.put(
                                        commitment.getURI().substring(Dkg.ID.length()),
                                        graph.stream(commitment, Dkg.term("verdict"), Node.ANY)
                                                .map(triple -> triple.getObject().getLocalName())
                                                .collect(Collectors.toCollection(ArrayList::new))));
        return verdicts;
    }

    private static Graph graph(String turtle) {
        Graph asserted = YUNHE.asserted();
        asserted.stream().toList().stream()
                .filter(triple -> !triple.getSubject().toString().startsWith(Dkg.NS))
                .forEach(asserted::delete);
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(asserted);
        Graph derived = Derivation.of(asserted, RULES);
        derived.stream().toList().forEach(asserted::add);
        return asserted;
    }

    private static boolean ask(Graph graph, String query) {
        return QueryExec.graph(graph)
                .query(new QueryReader(YUNHE.prefixes()).read(query))
                .build()
                .ask();
    }
}
