package districtkg.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.Fixture;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the rules say of made-up promises, one folder of files with a file for each principle. A
 * case is a promise with what is told of it later, and what is expected of it in the words of
 * {@code expect:}. A source such as {@code id:press-2016-06-15} stands for a document of that
 * reliability and day; dates are written plainly; what every statement has is left out.
 */
public class VerdictsTest {
    private static final Path CASES = Path.of("src/test/resources/verdicts");
    private static final String EXPECT = "https://example.org/expect#";
    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|.*\\| `:(\\w+)` \\|$");
    private static final Set<String> DATES = Set.of("date", "due", "since", "published");
    private static final Sources TERMS = Sources.read(List.of(Fixture.ONTOLOGY));

    @TestFactory
    Stream<DynamicTest> everyCaseEndsAsExpected() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files()) {
            Graph cases = cases(file);
            Graph all = derived(cases);
            expectations(cases)
                    .forEach(
                            (Triple expected) ->
                                    tests.add(
                                            DynamicTest.dynamicTest(
                                                    name(file, cases, expected),
                                                    () ->
                                                            assertThat(answer(all, expected))
                                                                    .isEqualTo(
                                                                            value(
                                                                                    expected
                                                                                            .getObject())))));
        }
        assertThat(tests).hasSizeGreaterThan(480);
        return tests.stream();
    }

    @Test
    void everyVerdictOfACaseHasAReasonAnExplanationAndADate() throws IOException {
        for (Path file : files()) {
            Graph all = derived(cases(file));
            List<Node> judged =
                    all.stream(Node.ANY, Dkg.term("verdict"), Node.ANY)
                            .map(Triple::getSubject)
                            .toList();
            assertThat(judged).as(file.toString()).isNotEmpty().doesNotHaveDuplicates();
            for (Node promise : judged) {
                assertThat(objects(all, promise, "reason")).as(promise.toString()).hasSize(1);
                assertThat(objects(all, promise, "asOf")).as(promise.toString()).hasSize(1);
                assertThat(objects(all, promise, "searchedUntil"))
                        .as(promise.toString())
                        .hasSize(1);
                assertThat(objects(all, promise, "explanation"))
                        .as(promise.toString())
                        .hasSize(2)
                        .allSatisfy(
                                words ->
                                        assertThat(words.getLiteralLexicalForm())
                                                .isNotBlank()
                                                .doesNotContain("{", "Due .", "期限为，"));
            }
        }
    }

    @Test
    void aPromiseThatNothingDecidesSaysHowManyDocumentsWereSearched() throws IOException {
        Graph all = derived(cases(CASES.resolve("06-open-pending-unknown.ttl")));

        assertThat(objects(all, Dkg.iri(Dkg.ID + "o3"), "documentsSearched"))
                .extracting(Node::getLiteralLexicalForm)
                .containsExactly("1");
        assertThat(words(all, "o3", "en"))
                .isEqualTo(
                        "Due 2023. Documents on the place after the deadline: 1, up to 2024-02-10."
                                + " None mentions it.");
        assertThat(words(all, "o3", "zh")).isEqualTo("期限为2023年。此后关于该地的文献1份，截至2024年2月10日，均未述及。");
    }

    @Test
    void aLateVerdictTellsItsInterval() throws IOException {
        Graph all = derived(cases(CASES.resolve("08-lateness.ttl")));

        assertThat(words(all, "l1", "en")).contains("at most 12 months late");
        assertThat(words(all, "l1", "zh")).contains("逾期至多12个月");
        assertThat(words(all, "l2", "en")).contains("between 5 and 6 months late");
        assertThat(words(all, "l3", "zh")).contains("逾期3个月");
        assertThat(words(all, "l4", "en")).contains("at most 1 month late");
        assertThat(all.stream(Node.ANY, Dkg.term("explanation"), Node.ANY))
                .isNotEmpty()
                .noneMatch(triple -> triple.getObject().toString().contains(" 0 months"));
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            m2015-a | keptLate | 5-71
            m2020-c | notComparable |
            m2020-d | notComparable |
            m2013-e | kept |
            m2018-f | unknown |
            m2015-g | unknown |
            m2021-h | missed |
            m2023-k | open |
            m2016-w | keptLate | 0-12
            """)
    void theCasesOfTheAuditHaveTheirVerdicts(String promise, String verdict, String months) {
        Path audit =
                Path.of(System.getProperty("texts", "texts")).resolveSibling("faults/verdicts");
        assumeTrue(Files.isDirectory(audit), "no folder " + audit);
        Sources sources = Sources.read(List.of(Fixture.ONTOLOGY, audit));
        Graph all = sources.asserted();
        Fixture.derived(sources).stream().forEach((Triple triple) -> all.add(triple));
        Node commitment = Dkg.iri(Dkg.ID + promise);

        assertThat(objects(all, commitment, "verdict"))
                .extracting(Node::getLocalName)
                .containsExactly(verdict);
        if (months != null) {
            assertThat(months(all, commitment)).isEqualTo(months);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/verdicts.md", "docs/verdicts.zh.md"})
    void thePageNamesEveryVerdictAndReasonAndItsExamplesComeOut(String page) throws IOException {
        String text = Files.readString(Path.of(page));
        Graph cases = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
        for (Path file : files()) {
            derived(cases(file)).stream(Node.ANY, Dkg.term("verdict"), Node.ANY)
                    .forEach((Triple triple) -> cases.add(triple));
        }
        Set<String> shown = new TreeSet<>();
        EXAMPLE.matcher(text)
                .results()
                .forEach(
                        row -> {
                            assertThat(objects(cases, Dkg.iri(Dkg.ID + row.group(1)), "verdict"))
                                    .as(row.group(1))
                                    .containsExactly(Dkg.term(row.group(2)));
                            shown.add(row.group(2));
                        });

        for (String list : List.of("Verdict", "Reason")) {
            assertThat(TERMS.asserted().stream(Node.ANY, RDF.type.asNode(), Dkg.term(list)))
                    .hasSizeGreaterThan(10)
                    .allMatch(term -> text.contains("`:" + term.getSubject().getLocalName() + "`"));
        }
        assertThat(shown).hasSize(12);
    }

    /** What all files together say, without what they expect. */
    static List<Triple> allCases() throws IOException {
        List<Triple> all = new ArrayList<>();
        for (Path file : files()) {
            cases(file).stream()
                    .filter(triple -> !triple.getPredicate().toString().startsWith(EXPECT))
                    .forEach(all::add);
        }
        return all;
    }

    /** What the rules derive from all files together. */
    public static Graph derivedCases() throws IOException {
        Graph asserted = TERMS.asserted();
        allCases().forEach((Triple triple) -> asserted.add(triple));
        return Derivation.of(asserted, Fixture.rules(TERMS));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList();
        }
    }

    private static Graph derived(Graph cases) {
        Graph asserted = TERMS.asserted();
        cases.stream()
                .filter(triple -> !triple.getPredicate().toString().startsWith(EXPECT))
                .forEach((Triple triple) -> asserted.add(triple));
        Derivation.of(asserted, Fixture.rules(TERMS)).stream()
                .toList()
                .forEach((Triple triple) -> asserted.add(triple));
        return asserted;
    }

    private static List<Triple> expectations(Graph cases) {
        return cases.stream()
                .filter(triple -> triple.getPredicate().toString().startsWith(EXPECT))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    private static String name(Path file, Graph cases, Triple expected) {
        String why =
                cases.stream(expected.getSubject(), RDFS.comment.asNode(), Node.ANY)
                        .map(triple -> triple.getObject().getLiteralLexicalForm())
                        .collect(Collectors.joining());
        return file.getFileName()
                + " "
                + expected.getSubject().getLocalName()
                + " "
                + expected.getPredicate().getURI().substring(EXPECT.length())
                + ": "
                + why;
    }

    private static String answer(Graph all, Triple expected) {
        Node subject = expected.getSubject();
        String asked = expected.getPredicate().getURI().substring(EXPECT.length());
        return switch (asked) {
            case "months" -> months(all, subject);
            case "none" -> String.valueOf(objects(all, subject, "verdict").isEmpty());
            default ->
                    objects(all, subject, asked).stream()
                            .map(VerdictsTest::value)
                            .collect(Collectors.joining(" "));
        };
    }

    private static String months(Graph all, Node promise) {
        return Stream.of("minMonthsLate", "maxMonthsLate")
                .map(
                        bound ->
                                objects(all, promise, bound).stream()
                                        .map(VerdictsTest::value)
                                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("-"));
    }

    private static String words(Graph all, String promise, String language) {
        return objects(all, Dkg.iri(Dkg.ID + promise), "explanation").stream()
                .filter(words -> words.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .collect(Collectors.joining());
    }

    private static List<Node> objects(Graph graph, Node subject, String property) {
        return graph.stream(subject, Dkg.term(property), Node.ANY).map(Triple::getObject).toList();
    }

    private static String value(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.getLocalName();
    }

    /** The graph of a file, with what the file leaves out. */
    private static Graph cases(Path file) {
        String prefixes =
                """
                @prefix : <https://w3id.org/districtkg/ns#> .
                @prefix v: <https://w3id.org/districtkg/vocab/> .
                @prefix id: <https://w3id.org/districtkg/id/> .
                @prefix expect: <https://example.org/expect#> .
                @prefix qudt: <http://qudt.org/schema/qudt/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                """;
        Graph graph = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
        try {
            RDFParser.fromString(prefixes + Files.readString(file), Lang.TURTLE).parse(graph);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Node north = Dkg.iri(Dkg.ID + "north");
        graph.add(north, RDF.type.asNode(), Dkg.term("District"));
        for (Triple triple : graph.stream().toList()) {
            String property = triple.getPredicate().getLocalName();
            if (DATES.contains(property) && triple.getPredicate().toString().startsWith(Dkg.NS)) {
                graph.delete(triple);
                graph.add(
                        triple.getSubject(),
                        triple.getPredicate(),
                        date(value(triple.getObject())));
            }
            if (triple.getPredicate().equals(Dkg.term("source"))) {
                complete(graph, triple.getSubject(), triple.getObject(), north);
            }
        }
        return graph;
    }

    private static void complete(Graph graph, Node statement, Node document, Node north) {
        String[] name = document.getLocalName().split("-", 2);
        if (!graph.contains(statement, Dkg.term("place"), Node.ANY)) {
            graph.add(statement, Dkg.term("place"), north);
        }
        label(graph, statement);
        if (Stream.of("Commitment", "Target")
                .anyMatch(kind -> graph.contains(statement, RDF.type.asNode(), Dkg.term(kind)))) {
            graph.add(statement, Dkg.term("strength"), Dkg.term("intended"));
        }
        graph.add(document, RDF.type.asNode(), Dkg.term("Document"));
        graph.add(document, Dkg.term("document"), document);
        graph.add(document, Dkg.term("place"), north);
        graph.add(document, Dkg.term("reliability"), Dkg.term(name[0]));
        graph.add(document, Dkg.term("published"), date(name[1]));
        label(graph, document);
    }

    private static void label(Graph graph, Node node) {
        graph.add(
                node,
                RDFS.label.asNode(),
                NodeFactory.createLiteralLang(node.getLocalName(), "en"));
        graph.add(
                node,
                RDFS.label.asNode(),
                NodeFactory.createLiteralLang(node.getLocalName(), "zh"));
    }

    private static Node date(String printed) {
        return NodeFactory.createLiteralDT(
                printed,
                switch (printed.length()) {
                    case 4 -> XSDDatatype.XSDgYear;
                    case 7 -> XSDDatatype.XSDgYearMonth;
                    default -> XSDDatatype.XSDdate;
                });
    }
}
