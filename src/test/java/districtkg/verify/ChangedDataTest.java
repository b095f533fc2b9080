package districtkg.verify;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import districtkg.problem.Fault;
import districtkg.text.Text;
import districtkg.verify.document.VerifiedDocument;
import districtkg.vocab.Dkg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes every number of a document in the data, one at a time: each change must be told. */
@ResourceLock(Report.CHANGED)
class ChangedDataTest {
    private static final List<Node> NUMBERS =
            List.of(
                    Dkg.VALUE,
                    Dkg.STATED_VALUE,
                    Dkg.STATED_MIN,
                    Dkg.STATED_MAX,
                    Dkg.CONSECUTIVE_YEARS,
                    Dkg.RANK);
    private static final List<Node> COUNTED =
            List.of(
                    Dkg.VALUE,
                    Dkg.STATED_MIN,
                    Dkg.STATED_TEXT,
                    Dkg.CONSECUTIVE_YEARS,
                    Dkg.RANK,
                    Dkg.FIRST_IN);
    private static final List<Node> DATES = List.of(Dkg.DATE, Dkg.DUE, Dkg.SINCE);

    private static Stream<Report> reports() {
        return Report.all();
    }

    @Test
    void realReportsAreReadIfAvailable() {
        assumeThat(Report.TEXTS)
                .as("no -Dtexts=FOLDER was given, so only the made-up reports are tried")
                .isNotEmpty();

        assertThat(Report.real()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void theTextProvesWhatIsEntered(Report report) {
        assertThat(report.faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void anotherNumberIsReported(Report report) {
        List<Change> changes = new ArrayList<>();
        for (Node statement : report.subject().statements()) {
            for (Node property : NUMBERS) {
                for (Triple written : report.triples(statement, property)) {
                    BigDecimal number = new BigDecimal(written.getObject().getLiteralLexicalForm());
                    changes.add(new Change(written, like(written, number.add(ONE))));
                    changes.add(
                            new Change(written, like(written, number.multiply(TEN).add(number))));
                    changes.add(new Change(written, like(written, number.negate().subtract(ONE))));
                }
            }
        }
        changes.removeIf(Change::saysTheSame);
        assertEachIsTold(report, changes, 40);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void anotherUnitIsReported(Report report) {
        List<Node> units =
                report.triples(Node.ANY, Dkg.iri("http://qudt.org/schema/qudt/scalingOf")).stream()
                        .map(Triple::getSubject)
                        .limit(6)
                        .toList();
        assertEachIsTold(report, changes(report, Dkg.STATED_UNIT, units), 40);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void anotherBoundIsReported(Report report) {
        List<Node> bounds =
                Stream.of("exactly", "atLeast", "atMost", "moreThan", "lessThan", "approximately")
                        .map(Dkg::term)
                        .toList();
        assertEachIsTold(report, changes(report, Dkg.BOUND, bounds), 50);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void anotherCodeIsReported(Report report) {
        assertEachIsTold(
                report,
                changes(report, Dkg.STATED_TEXT, List.of(NodeFactory.createLiteralString("4C"))),
                0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void anotherDateIsReported(Report report) {
        List<Change> changes = new ArrayList<>();
        for (Node statement : report.subject().statements()) {
            for (Node property : DATES) {
                if (!report.says(statement, Dkg.INFERRED, property)) {
                    boolean own = report.triples(statement, Dkg.DATE_SOURCE).isEmpty();
                    report.triples(statement, property)
                            .forEach(written -> changes.addAll(otherDates(written, own)));
                }
            }
        }
        assertEachIsTold(report, changes, 20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void anotherOffsetIsReported(Report report) {
        List<Node> parts = new ArrayList<>(report.subject().passages().keySet());
        parts.addAll(report.subject().sections().spans().keySet());
        parts.add(report.document());
        List<Change> changes = new ArrayList<>();
        for (Node part : parts) {
            for (Node property :
                    List.of(Dkg.START, Dkg.END, Dkg.BODY_START, Dkg.BODY_END, Dkg.CHARACTERS)) {
                for (Triple written : report.triples(part, property)) {
                    BigDecimal offset = new BigDecimal(written.getObject().getLiteralLexicalForm());
                    for (int by : List.of(-1, 1)) {
                        changes.add(
                                new Change(
                                        written,
                                        like(written, offset.add(BigDecimal.valueOf(by)))));
                    }
                }
            }
        }
        assertEachIsTold(report, changes, 200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void anotherDigestIsReported(Report report) {
        List<Node> digested = new ArrayList<>(report.subject().passages().keySet());
        digested.add(report.document());
        List<Change> changes =
                digested.stream()
                        .flatMap(node -> report.triples(node, Dkg.SHA256).stream())
                        .map(
                                written ->
                                        new Change(
                                                written,
                                                NodeFactory.createLiteralString("0".repeat(64))))
                        .toList();
        assertEachIsTold(report, changes, 50);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void anotherSectionIsReported(Report report) {
        List<Node> sections =
                report.subject().sections().spans().keySet().stream().limit(3).toList();
        assertEachIsTold(report, changesOfPassages(report, Dkg.SECTION_OF, sections), 50);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void theNameOfAnotherThingIsReported(Report report) {
        List<Node> nobody = List.of(Dkg.iri(Dkg.ID + "nobody"));
        assertEachIsTold(report, changesOfPassages(report, Dkg.MENTIONS, nobody), 20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void anotherStrengthIsReported(Report report) {
        Text text = report.text();
        List<Change> changes =
                changes(report, Dkg.STRENGTH, List.of(Dkg.term("intended"))).stream()
                        .filter(
                                change ->
                                        report.subject().sources(change.node()).stream()
                                                .map(span -> text.words(span.start(), span.end()))
                                                .anyMatch(
                                                        words ->
                                                                words.matches(
                                                                        "(?s).*(确保|力争|争取|力求).*")))
                        .toList();
        assertEachIsTold(report, changes, 2);
    }

    @Test
    void valuesOfTheWrongKindCauseNoException() {
        Report report = Report.all().findFirst().orElseThrow();
        List<Node> nonsense = List.of(NodeFactory.createLiteralString("x"), Dkg.iri("urn:x"));
        Set<Node> nodes = new LinkedHashSet<>(report.subject().statements());
        nodes.addAll(report.subject().passages().keySet().stream().limit(20).toList());
        nodes.add(report.document());
        assertThat(nodes).hasSizeGreaterThan(20);
        for (Node node : nodes) {
            for (Triple written : report.triples(node, Node.ANY)) {
                for (Node instead : nonsense) {
                    assertThatCode(() -> report.faultsWith(written, instead))
                            .as("%s instead of %s", instead, written)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void copiedWordsInALabelAreReported() {
        Report report = Report.all().findFirst().orElseThrow();
        Triple label =
                report.triples(Dkg.iri(Dkg.ID + "yunhe-2021-parking-target"), RDFS.label.asNode())
                        .get(0);

        assertThat(
                        report.faultsWith(
                                label, NodeFactory.createLiteralLang("关于新增停车位六百个以上；改造老旧", "zh")))
                .extracting(Fault::code)
                .containsExactly("label-copied");
        assertThat(
                        report.faultsWith(
                                label,
                                NodeFactory.createLiteralLang("第九届人民代表大会第六次会议之后新增停车位", "zh")))
                .isEmpty();
    }

    @Test
    void anIdiomThatIsCitedIsReported() {
        Report report = Report.all().findFirst().orElseThrow();
        Node idiom =
                report.subject().passages().keySet().stream()
                        .filter(report.subject()::isIdiom)
                        .findFirst()
                        .orElseThrow();
        Triple source =
                report.triples(Dkg.iri(Dkg.ID + "yunhe-2021-parking-target"), Dkg.SOURCE).get(0);

        assertThat(report.faultsWith(source, idiom))
                .extracting(Fault::code)
                .contains("idiom-used", "figure-count", "numeral-unaccounted");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void aNumeralIsUnaccountedForWithoutItsStatement(Report report) {
        List<Node> counting =
                report.subject().statements().stream()
                        .filter(
                                statement ->
                                        COUNTED.stream()
                                                .anyMatch(
                                                        property ->
                                                                !report.triples(statement, property)
                                                                        .isEmpty()))
                        .toList();

        assertThat(counting).hasSizeGreaterThan(15);
        assertThat(counting)
                .allSatisfy(statement -> assertThat(unaccounted(report, statement)).isNotEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void aNumeralIsUnaccountedForWithoutTheNameOrIdiomThatHoldsIt(Report report) {
        VerifiedDocument subject = report.subject();
        List<Node> holding =
                subject.passages().keySet().stream()
                        .filter(
                                passage ->
                                        subject.names().contains(subject.passages().get(passage)))
                        .filter(passage -> !report.numeralsOf(passage).isEmpty())
                        .toList();

        assertThat(holding).hasSizeGreaterThan(5);
        assertThat(holding)
                .allSatisfy(
                        passage ->
                                assertThat(unaccounted(report, passage))
                                        .hasSizeGreaterThanOrEqualTo(
                                                report.numeralsOf(passage).size()));
    }

    private static List<Fault> unaccounted(Report report, Node without) {
        return report.faultsWithout(without).stream()
                .filter(fault -> fault.code().equals("numeral-unaccounted"))
                .toList();
    }

    private static List<Change> changes(Report report, Node property, List<Node> others) {
        return changes(report, report.subject().statements(), property, others);
    }

    private static List<Change> changesOfPassages(Report report, Node property, List<Node> others) {
        return changes(report, report.subject().passages().keySet(), property, others);
    }

    private static List<Change> changes(
            Report report, Collection<Node> nodes, Node property, List<Node> others) {
        return nodes.stream()
                .flatMap(node -> report.triples(node, property).stream())
                .flatMap(
                        written ->
                                others.stream()
                                        .filter(other -> !other.equals(written.getObject()))
                                        .map(other -> new Change(written, other)))
                .toList();
    }

    /**
     * The year before and after, the month after, and the date less precise than its own passage
     * prints it.
     */
    private static List<Change> otherDates(Triple written, boolean own) {
        String date = written.getObject().getLiteralLexicalForm();
        int year = Integer.parseInt(date.substring(0, 4));
        List<String> others =
                new ArrayList<>(
                        List.of(year - 1 + date.substring(4), year + 1 + date.substring(4)));
        if (date.length() > 4) {
            int month = Integer.parseInt(date.substring(5, 7));
            others.add("%d-%02d%s".formatted(year, month % 12 + 1, date.substring(7)));
            if (own) {
                others.add(date.substring(0, date.length() - 3));
            }
        }
        return others.stream().map(other -> new Change(written, date(other))).toList();
    }

    private static Node date(String date) {
        return NodeFactory.createLiteralDT(
                date,
                switch (date.length()) {
                    case 4 -> XSDDatatype.XSDgYear;
                    case 7 -> XSDDatatype.XSDgYearMonth;
                    default -> XSDDatatype.XSDdate;
                });
    }

    /** Another number of the same type. */
    private static Node like(Triple written, BigDecimal number) {
        return NodeFactory.createLiteralDT(
                number.toPlainString(), written.getObject().getLiteralDatatype());
    }

    private record Change(Triple written, Node instead) {
        boolean saysTheSame() {
            return new BigDecimal(written.getObject().getLiteralLexicalForm())
                            .compareTo(new BigDecimal(instead.getLiteralLexicalForm()))
                    == 0;
        }

        Node node() {
            return written.getSubject();
        }

        String property() {
            return written.getPredicate().getLocalName();
        }
    }

    /** Each change gives a fault that names the node, its property and the line of the triple. */
    private static void assertEachIsTold(Report report, List<Change> changes, int atLeast) {
        assertThat(changes).hasSizeGreaterThanOrEqualTo(atLeast);
        List<String> escaped =
                changes.stream()
                        .filter(change -> !isTold(report, change))
                        .map(
                                change ->
                                        VerifiedDocument.shown(change.node())
                                                + " :"
                                                + change.property()
                                                + " "
                                                + change.instead())
                        .toList();
        assertThat(escaped).isEmpty();
    }

    private static boolean isTold(Report report, Change change) {
        return report.faultsWith(change.written(), change.instead()).stream()
                .anyMatch(
                        fault ->
                                fault.iri()
                                                .equals(
                                                        Optional.of(
                                                                VerifiedDocument.shown(
                                                                        change.node())))
                                        && fault.fix().contains(":" + change.property())
                                        && fault.locations()
                                                .equals(
                                                        report.lines()
                                                                .of(
                                                                        change.node(),
                                                                        change.written()
                                                                                .getPredicate(),
                                                                        Node.ANY)));
    }
}
