package districtkg.verify;

import districtkg.amount.Amounts;
import districtkg.amount.Bound;
import districtkg.amount.DecreaseWord;
import districtkg.amount.Numeral;
import districtkg.amount.NumeralReader;
import districtkg.number.Ambiguity;
import districtkg.text.Span;
import districtkg.text.Text;
import districtkg.verify.document.CuratedFacts;
import districtkg.verify.document.VerifiedDocument;
import districtkg.vocab.Dkg;
import districtkg.vocab.Qudt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;

/**
 * Reads each figure again from its passage, and compares it with the data. The numbers come from
 * the text, never from the data.
 */
public final class FigureVerifier {
    private final VerifiedDocument subject;
    private final CuratedFacts facts;
    private final Map<String, List<Node>> units;
    private final Amounts amounts;
    private final List<Span> proven = new ArrayList<>();
    private int count;

    /** Ambiguity of the reading that is compared. */
    private Ambiguity ambiguity = Ambiguity.NONE;

    FigureVerifier(VerifiedDocument subject) {
        this.subject = subject;
        this.facts = subject.facts();
        this.units = printedUnits(facts);
        this.amounts = new NumeralReader(units.keySet()).read(subject.text(), subject.names());
        subject.statements().stream().filter(this::isFigure).forEach(this::check);
        subject.statements().forEach(this::checkCode);
    }

    /** The units and measure words of the lists, by the words that print them. */
    public static Map<String, List<Node>> printedUnits(CuratedFacts facts) {
        Map<String, List<Node>> units = new TreeMap<>();
        facts.graph().stream(Node.ANY, Qudt.CONVERSION_MULTIPLIER, Node.ANY)
                .map(Triple::getSubject)
                .forEach(
                        unit ->
                                facts.all(unit, RDFS.label.asNode()).stream()
                                        .filter(CuratedFacts::isChinese)
                                        .forEach(
                                                label ->
                                                        units.computeIfAbsent(
                                                                        label
                                                                                .getLiteralLexicalForm(),
                                                                        words -> new ArrayList<>())
                                                                .add(unit)));
        return units;
    }

    /** The positions of the numbers of figures. */
    List<Span> proven() {
        return proven;
    }

    /** The number of figures whose value was recomputed. */
    int count() {
        return count;
    }

    private boolean isFigure(Node statement) {
        return facts.one(statement, Dkg.VALUE).isPresent()
                || facts.one(statement, Dkg.STATED_MIN).isPresent();
    }

    private void check(Node statement) {
        List<Span> sources = subject.sources(statement);
        int before = subject.faults().size();
        for (Span source : sources) {
            List<Numeral> numerals = amounts.in(source);
            if (numerals.size() == 1) {
                Numeral numeral = numerals.get(0);
                if (source.covers(numeral.whole())) {
                    compare(statement, asSaid(statement, numeral));
                } else {
                    cut(statement, source, numeral);
                }
                proven.add(numeral.span());
            } else {
                subject.fault(
                        "figure-count",
                        statement,
                        Dkg.SOURCE,
                        "The passage <…#char="
                                + source.start()
                                + ","
                                + source.end()
                                + "> holds "
                                + numerals.size()
                                + " numbers besides names.",
                        "cut it to the words of this one figure, or mark the names and idioms in it");
            }
        }
        if (!sources.isEmpty()
                && subject.faults().size() == before
                && !facts.inferred(statement, Dkg.VALUE)) {
            count++;
        }
    }

    /** The figure as a negative number, if both the words and the data state a decrease. */
    private Numeral asSaid(Node statement, Numeral numeral) {
        boolean negative =
                facts.number(statement, Dkg.STATED_VALUE)
                        .map(said -> said.signum() < 0)
                        .orElse(false);
        boolean falls =
                numeral.low().signum() > 0
                        && DecreaseWord.of(subject.text(), numeral.whole(), numeral.span())
                                .isPresent();
        return negative && falls && !numeral.isRange() ? numeral.negated() : numeral;
    }

    private void cut(Node statement, Span source, Numeral numeral) {
        Span whole = numeral.whole();
        subject.fault(
                "figure-cut",
                statement,
                Dkg.SOURCE,
                "The passage <…#char=%d,%d> cuts “%s” (%d,%d)."
                        .formatted(
                                source.start(),
                                source.end(),
                                PassageVerifier.clip(
                                        subject.text().words(whole.start(), whole.end())),
                                whole.start(),
                                whole.end()),
                "choose a passage that holds the whole number with its unit and its bound word");
    }

    /** Checks that a code such as 1B occurs in the passage. */
    private void checkCode(Node statement) {
        Optional<String> code = facts.words(statement, Dkg.STATED_TEXT);
        for (Span source : code.isPresent() ? subject.sources(statement) : List.<Span>of()) {
            List<Integer> found =
                    Text.of(subject.text().words(source.start(), source.end())).find(code.get());
            int length = code.get().codePointCount(0, code.get().length());
            found.forEach(
                    at -> proven.add(new Span(source.start() + at, source.start() + at + length)));
            if (found.isEmpty()) {
                differs("figure-text", statement, Dkg.STATED_TEXT, "no such code", code);
            }
        }
    }

    private void compare(Node statement, Numeral read) {
        ambiguity = read.ambiguity();
        if (facts.inferred(statement, Dkg.VALUE)) {
            agree("figure-value", statement, Dkg.VALUE, read.low());
            agreeBound(statement, read.bound());
            return;
        }
        if (read.isRange()) {
            agree("figure-range", statement, Dkg.STATED_MIN, read.low());
            agree("figure-range", statement, Dkg.STATED_MAX, read.high());
        } else {
            agree("figure-stated-value", statement, Dkg.STATED_VALUE, read.low());
        }
        List<Node> right = units.getOrDefault(read.unit(), List.of());
        Optional<Node> said = facts.one(statement, Dkg.STATED_UNIT);
        if (said.isEmpty() || !right.contains(said.get())) {
            subject.fault(
                    "figure-unit",
                    statement,
                    Dkg.STATED_UNIT,
                    "The text prints the unit "
                            + (read.unit().isEmpty() ? "none of data/lists/units.ttl" : read.unit())
                            + ", the data say "
                            + said.map(VerifiedDocument::shown).orElse("none")
                            + ".",
                    right.isEmpty()
                            ? "add the unit to data/lists/units.ttl"
                            : "write  :statedUnit " + VerifiedDocument.shown(right.get(0)));
        } else if (!read.isRange()) {
            facts.number(said.get(), Qudt.CONVERSION_MULTIPLIER)
                    .ifPresent(times -> agreeProduct(statement, read.low().multiply(times)));
        }
        agreeBound(statement, read.bound());
    }

    private void agree(String code, Node statement, Node property, BigDecimal right) {
        Optional<BigDecimal> said = facts.number(statement, property);
        if (said.isEmpty() || said.get().compareTo(right) != 0) {
            differs(code, statement, property, plain(right), said.map(FigureVerifier::plain));
        }
    }

    /**
     * Compares a product. Multipliers such as 666.67 square metres per mu are rounded, so the
     * product may differ in the sixth decimal.
     */
    private void agreeProduct(Node statement, BigDecimal right) {
        Optional<BigDecimal> said = facts.number(statement, Dkg.VALUE);
        if (said.isEmpty()
                || said.get().subtract(right).abs().compareTo(new BigDecimal("0.000001")) > 0) {
            differs(
                    "figure-value",
                    statement,
                    Dkg.VALUE,
                    plain(right),
                    said.map(FigureVerifier::plain));
        }
    }

    private void agreeBound(Node statement, Bound right) {
        Optional<Node> said = facts.one(statement, Dkg.BOUND);
        if (!said.equals(Optional.of(Dkg.term(right.term())))) {
            differs(
                    "figure-bound",
                    statement,
                    Dkg.BOUND,
                    ":" + right.term(),
                    said.map(VerifiedDocument::shown));
        }
    }

    private void differs(
            String code, Node statement, Node property, String right, Optional<String> said) {
        subject.fault(
                code,
                statement,
                property,
                "The text gives "
                        + right
                        + ", the data say "
                        + said.orElse("nothing")
                        + "."
                        + (ambiguity.isNone() ? "" : " But " + ambiguity.what() + "."),
                ambiguity.isNone()
                        ? "write  :"
                                + property.getLocalName()
                                + " "
                                + right
                                + "  or choose the right passage"
                        : "read the passage, and write what it means");
    }

    /** A number as data files write it: with a decimal point, without an exponent. */
    public static String plain(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }
}
