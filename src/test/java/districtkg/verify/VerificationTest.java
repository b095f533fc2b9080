package districtkg.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.Fixture;
import districtkg.extract.Text;
import districtkg.problem.Fault;
import districtkg.store.Lines;
import districtkg.store.Sources;
import districtkg.vocab.Dkg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

/** Whatever is changed, in the data or in the text, is caught and named. */
class VerificationTest {
    private static final Set<Node> NUMBERS =
            Set.of(
                    Dkg.VALUE,
                    Dkg.STATED_VALUE,
                    Dkg.STATED_MIN,
                    Dkg.STATED_MAX,
                    Dkg.CONSECUTIVE_YEARS,
                    Dkg.RANK,
                    Dkg.START,
                    Dkg.END);

    @Test
    void theMadeUpReportsAreProven() {
        Verification proven = Verification.of(Fixture.yunhe(), Fixture.yunheTexts());

        assertThat(proven.faults()).isEmpty();
        assertThat(proven.proofs())
                .hasSize(2)
                .allSatisfy(proof -> assertThat(proof.figures()).isGreaterThan(10));
        assertThat(proven.proofs())
                .extracting(proof -> proof.numerals().notYetRead())
                .containsExactly(2, 0);
        assertThat(proven.withoutText()).hasSize(1);
    }

    @Test
    void theRealReportIsProven() {
        Verification proven =
                Verification.of(Fixture.real(), Map.of(Dkg.ID + "lusong-2020", realText()));

        assertThat(proven.faults()).isEmpty();
        assertThat(proven.proofs())
                .hasSize(1)
                .allSatisfy(proof -> assertThat(proof.figures()).isGreaterThan(35));
    }

    @Test
    void everyChangeOfTheMadeUpDataIsCaughtAndNamed() {
        everyChangeIsCaught(Fixture.yunhe(), Fixture.yunheTexts());
    }

    @Test
    void everyChangeOfTheRealDataIsCaughtAndNamed() {
        everyChangeIsCaught(Fixture.real(), Map.of(Dkg.ID + "lusong-2020", realText()));
    }

    @Test
    void aNumeralThatNothingAccountsForIsTold() {
        Sources sources = Fixture.yunhe();
        Graph asserted = sources.asserted();
        Lines lines = new Lines(sources);
        List<Triple> idioms = asserted.stream(Node.ANY, Node.ANY, Dkg.IDIOM).toList();
        assertThat(idioms).isNotEmpty();
        for (Triple idiom : idioms) {
            asserted.delete(idiom);
            assertThat(Verification.of(asserted, lines, Fixture.yunheTexts()).faults())
                    .extracting(Fault::code)
                    .contains("numeral-unaccounted");
            asserted.add(idiom);
        }
    }

    @Test
    void aChangedCharacterOfTheTextNamesEveryPassageThatItHits() {
        Sources sources = Fixture.yunhe();
        Lines lines = new Lines(sources);
        Graph asserted = sources.asserted();
        String document = Dkg.ID + "yunhe-2021";
        Text text = Fixture.yunheTexts().get(document);
        Facts facts = new Facts(asserted);
        List<Node> passages =
                facts.subjects(Dkg.DOCUMENT_OF, Dkg.iri(document)).stream()
                        .filter(part -> facts.one(part, Dkg.SHA256).isPresent())
                        .toList();
        assertThat(passages).hasSizeGreaterThan(50);
        for (int at = 0; at < text.length(); at += 7) {
            int changed = at;
            Text other = Text.of(text.words(0, at) + "甲" + text.words(at + 1, text.length()));
            Set<String> named =
                    named(Verification.of(asserted, lines, Map.of(document, other)).faults());
            List<String> hit =
                    passages.stream()
                            .filter(
                                    passage ->
                                            facts.integer(passage, Dkg.START).orElseThrow()
                                                            <= changed
                                                    && changed
                                                            < facts.integer(passage, Dkg.END)
                                                                    .orElseThrow())
                            .map(Subject::shown)
                            .toList();

            assertThat(named).contains(Subject.shown(Dkg.iri(document))).containsAll(hit);
        }
    }

    @Test
    void wordsOfTheTextInALabelAreTold() {
        Sources sources = Fixture.yunhe();
        Graph asserted = sources.asserted();
        String document = Dkg.ID + "yunhe-2021";
        String words = Fixture.yunheTexts().get(document).words(60, 90);
        asserted.add(
                Dkg.iri(document + "-copied"),
                org.apache.jena.vocabulary.RDFS.label.asNode(),
                NodeFactory.createLiteralLang(words, "zh"));

        assertThat(Verification.of(asserted, new Lines(sources), Fixture.yunheTexts()).faults())
                .extracting(Fault::code)
                .contains("label-copied");
    }

    private static void everyChangeIsCaught(Sources sources, Map<String, Text> texts) {
        Graph asserted = sources.asserted();
        Lines lines = new Lines(sources);
        List<Triple> provable = provable(asserted, texts.keySet());
        assertThat(provable).hasSizeGreaterThan(300);
        for (Triple triple : provable) {
            for (Node other : changes(triple)) {
                asserted.delete(triple);
                Triple wrong = Triple.create(triple.getSubject(), triple.getPredicate(), other);
                asserted.add(wrong);

                List<Fault> faults = Verification.of(asserted, lines, texts).faults();

                assertThat(named(faults))
                        .as("%s", wrong)
                        .contains(Subject.shown(triple.getSubject()));
                assertThat(faults)
                        .as("%s", wrong)
                        .allSatisfy(fault -> assertThat(fault.fix()).isNotBlank());
                asserted.delete(wrong);
                asserted.add(triple);
            }
        }
    }

    /**
     * What the texts can prove: digests, offsets, numbers, units, bounds and dates that are not
     * declared inferred.
     */
    private static List<Triple> provable(Graph asserted, Set<String> documents) {
        Facts facts = new Facts(asserted);
        List<Triple> provable = new ArrayList<>();
        for (String document : documents) {
            for (Node part : facts.subjects(Dkg.DOCUMENT_OF, Dkg.iri(document))) {
                if (facts.one(part, Dkg.SHA256).isEmpty()) {
                    continue;
                }
                asserted.stream(part, Node.ANY, Node.ANY)
                        .filter(
                                triple ->
                                        Set.of(Dkg.SHA256, Dkg.START, Dkg.END)
                                                .contains(triple.getPredicate()))
                        .forEach(provable::add);
                for (Node statement : facts.subjects(Dkg.SOURCE, part)) {
                    asserted.stream(statement, Node.ANY, Node.ANY)
                            .filter(triple -> isProvable(facts, triple))
                            .forEach(provable::add);
                }
            }
        }
        return provable.stream().distinct().toList();
    }

    private static boolean isProvable(Facts facts, Triple triple) {
        Node property = triple.getPredicate();
        boolean dated = Set.of(Dkg.DATE, Dkg.DUE, Dkg.SINCE).contains(property);
        boolean read =
                NUMBERS.contains(property)
                        || dated
                        || property.equals(Dkg.BOUND)
                        || property.equals(Dkg.STATED_UNIT)
                        || property.equals(Dkg.STATED_TEXT);
        return read && !(dated && facts.inferred(triple.getSubject(), property));
    }

    private static List<Node> changes(Triple triple) {
        Node value = triple.getObject();
        Node property = triple.getPredicate();
        if (property.equals(Dkg.BOUND)) {
            return List.of(Dkg.term(value.equals(Dkg.term("atLeast")) ? "exactly" : "atLeast"));
        }
        if (property.equals(Dkg.STATED_UNIT)) {
            return List.of(Dkg.iri(Dkg.VOCAB + "no-such-unit"));
        }
        if (NUMBERS.contains(property)) {
            BigDecimal number = new BigDecimal(value.getLiteralLexicalForm());
            XSDDatatype type = number.scale() > 0 ? XSDDatatype.XSDdecimal : XSDDatatype.XSDinteger;
            return List.of(
                    NodeFactory.createLiteralDT(number.add(BigDecimal.ONE).toPlainString(), type),
                    NodeFactory.createLiteralDT(
                            number.multiply(BigDecimal.TEN).add(BigDecimal.ONE).toPlainString(),
                            type));
        }
        String words = value.getLiteralLexicalForm();
        String other =
                property.equals(Dkg.SHA256)
                        ? words.replaceFirst("^.", words.startsWith("0") ? "1" : "0")
                        : property.equals(Dkg.STATED_TEXT) ? words + "X" : shifted(words);
        return List.of(NodeFactory.createLiteralDT(other, value.getLiteralDatatype()));
    }

    /** The same date a year later. */
    private static String shifted(String date) {
        return (Integer.parseInt(date.substring(0, 4)) + 1) + date.substring(4);
    }

    private static Set<String> named(List<Fault> faults) {
        return faults.stream()
                .map(Fault::iri)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static Text realText() {
        Optional<Text> text = Fixture.realText();
        assumeTrue(
                text.isPresent(),
                "skipped: the text of the report is not part of the project; name its folder with -Dtexts=DIR");
        return text.orElseThrow();
    }
}
