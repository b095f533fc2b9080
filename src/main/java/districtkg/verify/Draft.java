package districtkg.verify;

import districtkg.extract.Numeral;
import districtkg.extract.NumeralReader;
import districtkg.extract.Span;
import districtkg.extract.Text;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.vocab.Dkg;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Writes the Turtle of a passage for a curator, with the figure that can be read in it. */
public final class Draft {
    private final Facts facts;
    private final Node document;
    private final Text text;

    /**
     * @param asserted what has been written so far: the document, its sections and the units are
     *     read from it
     */
    public Draft(Graph asserted, String document, Text text) {
        this.facts = new Facts(asserted);
        this.document = Dkg.iri(document);
        this.text = text;
    }

    /**
     * The passage of some words.
     *
     * @param nth which of their occurrences, counted from 1; 0 where there is only one
     * @return Turtle that can be pasted below {@code @base <https://w3id.org/districtkg/id/>}
     * @throws Problem where the words are not there, or are there more than once and {@code nth} is
     *     0
     */
    public String passage(String words, int nth) {
        List<Integer> found = text.find(words);
        if (found.isEmpty()) {
            throw new Problem(
                    Fault.of(
                            "words-not-found",
                            "the text does not hold “" + words + "”",
                            "copy the words from the text itself: signs such as ， and , differ"));
        }
        if (nth > found.size() || (nth == 0 && found.size() > 1)) {
            throw new Problem(
                    Fault.of(
                            "words-not-unique",
                            "the text holds “"
                                    + words
                                    + "” "
                                    + found.size()
                                    + " times, at "
                                    + found,
                            "add  --nth N  with N from 1 to "
                                    + found.size()
                                    + ", or copy more words"));
        }
        int start = found.get(Math.max(nth - 1, 0));
        return turtle(new Span(start, start + words.codePointCount(0, words.length())));
    }

    private String turtle(Span span) {
        String slug = slug(document);
        String section =
                innermost(span).map(node -> "id:" + slug(node)).orElse("id:" + slug + "-SECTION");
        return figure(span)
                + "<%s#char=%d,%d> a :Passage ; :document id:%s ; :section %s ;%n    :start %d ; :end %d ; :sha256 \"%s\" .%n"
                        .formatted(
                                slug,
                                span.start(),
                                span.end(),
                                slug,
                                section,
                                span.start(),
                                span.end(),
                                text.sha256(span.start(), span.end()));
    }

    private Optional<Node> innermost(Span span) {
        return facts.subjects(Dkg.DOCUMENT_OF, document).stream()
                .filter(part -> facts.isA(part, Dkg.SECTION))
                .filter(section -> section(section).covers(span))
                .min((one, other) -> Integer.compare(length(section(one)), length(section(other))));
    }

    private Span section(Node section) {
        return new Span(
                facts.integer(section, Dkg.START).orElse(0),
                facts.integer(section, Dkg.END).orElse(0));
    }

    private static int length(Span span) {
        return span.end() - span.start();
    }

    /** What the numeral reader makes of the words, as a comment to be checked and pasted. */
    private String figure(Span span) {
        Map<String, List<Node>> units = Figures.printedUnits(facts);
        StringBuilder read = new StringBuilder();
        for (Numeral numeral : new NumeralReader(units.keySet()).read(text, span, List.of())) {
            String unit =
                    units.getOrDefault(numeral.unit(), List.of()).stream()
                            .map(node -> " ; :statedUnit v:" + slug(node))
                            .findFirst()
                            .orElse("");
            String number =
                    numeral.isRange()
                            ? ":statedMin "
                                    + decimal(numeral.low())
                                    + " ; :statedMax "
                                    + decimal(numeral.high())
                            : ":statedValue " + decimal(numeral.low());
            read.append("# read: ")
                    .append(number)
                    .append(unit)
                    .append(" ; :bound :")
                    .append(numeral.bound().term())
                    .append(numeral.implied() ? "  (implied)" : "")
                    .append(System.lineSeparator());
        }
        return read.toString();
    }

    private static String decimal(BigDecimal number) {
        String plain = number.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private static String slug(Node node) {
        return node.getURI().replaceFirst("^.*/", "");
    }
}
