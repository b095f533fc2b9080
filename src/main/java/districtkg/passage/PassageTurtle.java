package districtkg.passage;

import districtkg.amount.Numeral;
import districtkg.amount.NumeralReader;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.source.Sources;
import districtkg.source.TripleLocations;
import districtkg.text.Span;
import districtkg.text.Text;
import districtkg.verify.FigureVerifier;
import districtkg.verify.document.CuratedFacts;
import districtkg.verify.document.VerifiedDocument;
import districtkg.vocab.Dkg;
import districtkg.vocab.Qudt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * Writes Turtle for a curator: a file to start a document with, and passages with the figure read
 * in them.
 */
public final class PassageTurtle {
    private final VerifiedDocument subject;
    private final Text text;

    /**
     * Writes Turtle about one document.
     *
     * @param sources the current sources, from which the document, its sections and the units are
     *     read
     * @param document its IRI
     */
    public PassageTurtle(Sources sources, String document, Text text) {
        this.subject =
                new VerifiedDocument(
                        new CuratedFacts(sources.asserted()),
                        new TripleLocations(sources),
                        Dkg.iri(document),
                        text);
        this.text = text;
    }

    /**
     * A file to start a document with: length, bounds and digest of the text are filled in, and
     * what only a reader knows is a comment.
     *
     * @param name short name with district and year: {@code lusong-2027}
     */
    public static String document(String name, Text text) {
        String words = text.words();
        int start = words.codePointCount(0, words.length() - words.stripLeading().length());
        int end = words.codePointCount(0, words.stripTrailing().length());
        return template()
                .replace("{name}", name)
                .replace("{characters}", String.valueOf(text.length()))
                .replace("{start}", String.valueOf(start))
                .replace("{end}", String.valueOf(end))
                .replace("{digest}", text.sha256(0, text.length()));
    }

    private static String template() {
        try (InputStream file = PassageTurtle.class.getResourceAsStream("document.ttl")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The passage of some words.
     *
     * @param nth which occurrence of the words, from 1; 0 if there is only one
     * @return Turtle to paste below {@code @base <https://w3id.org/districtkg/id/>}
     * @throws Problem if the words do not occur, or occur more than once and {@code nth} is 0
     */
    public String passage(String words, int nth) {
        List<Integer> found = text.find(words);
        if (found.isEmpty()) {
            throw new Problem(
                    Fault.of(
                            "words-not-found",
                            "the text does not hold “%s”%s".formatted(words, nearest(words)),
                            "copy the words from the text itself: signs such as ， and , differ"));
        }
        if (nth < 0 || nth > found.size() || (nth == 0 && found.size() > 1)) {
            throw new Problem(
                    Fault.of(
                            "words-not-unique",
                            "the text holds “%s” %d times, at %s"
                                    .formatted(words, found.size(), found),
                            "add  --nth N  with N from 1 to %d, or copy more words"
                                    .formatted(found.size())));
        }
        int start = found.get(Math.max(nth - 1, 0));
        Span span = new Span(start, start + words.codePointCount(0, words.length()));
        return notes(span).stream().map(note -> note + "\n").collect(Collectors.joining())
                + turtle(span);
    }

    /** Where the longest prefix of the words occurs, and how the text continues there. */
    private String nearest(String words) {
        int[] points = words.codePoints().toArray();
        for (int length = points.length - 1; length >= 2; length--) {
            List<Integer> found = text.find(new String(points, 0, length));
            if (!found.isEmpty()) {
                int start = found.get(0);
                int end = Math.min(text.length(), start + points.length + 4);
                return "; nearest is “%s” at %d"
                        .formatted(text.words(start, end).replaceAll("\\s+", " "), start);
            }
        }
        return "";
    }

    private String turtle(Span span) {
        String document = subject.document().getURI().replaceFirst("^.*/", "");
        return """
                <%s#char=%d,%d> a :Passage ; :document %s ; :section %s ;
                    :start %d ; :end %d ; :sha256 "%s" .
                """
                .formatted(
                        document,
                        span.start(),
                        span.end(),
                        VerifiedDocument.shown(subject.document()),
                        subject.sections()
                                .innermost(span)
                                .map(VerifiedDocument::shown)
                                .orElse("id:…"),
                        span.start(),
                        span.end(),
                        text.sha256(span.start(), span.end()));
    }

    /** Comments: what a curator should check, and what can be read in the words. */
    private List<String> notes(Span span) {
        List<String> notes = new ArrayList<>();
        if (!subject.body().covers(span)) {
            notes.add(
                    "# Outside the body (%d to %d): it belongs to another article and yields no fact."
                            .formatted(subject.body().start(), subject.body().end()));
        } else if (subject.sections().innermost(span).isEmpty()) {
            notes.add("# In no section yet: write the section first, then name it here.");
        }
        Map<String, List<Node>> units = FigureVerifier.printedUnits(subject.facts());
        List<Numeral> numerals =
                new NumeralReader(units.keySet()).read(text, span, subject.names());
        if (numerals.size() > 1) {
            notes.add(
                    "# Holds %d numbers: cut it to the words of one figure, or mark the names in it."
                            .formatted(numerals.size()));
        }
        for (Numeral numeral : numerals) {
            Span whole = numeral.whole();
            if (!span.covers(whole)) {
                notes.add(
                        "# Cuts a number: take in all of “%s” (%d,%d)."
                                .formatted(
                                        text.words(whole.start(), whole.end()),
                                        whole.start(),
                                        whole.end()));
            }
            notes.add("# read: " + figure(numeral, units));
            if (!numeral.ambiguity().isNone()) {
                notes.add("# Check it: " + numeral.ambiguity().what() + ".");
            }
        }
        return notes;
    }

    private String figure(Numeral read, Map<String, List<Node>> units) {
        String bound = " ; :bound :" + read.bound().term();
        if (read.implied()) {
            return ":value " + FigureVerifier.plain(read.low()) + bound + " ; :inferred :value";
        }
        Optional<Node> printed = units.getOrDefault(read.unit(), List.of()).stream().findFirst();
        String stated =
                read.isRange()
                        ? ":statedMin "
                                + FigureVerifier.plain(read.low())
                                + " ; :statedMax "
                                + FigureVerifier.plain(read.high())
                        : ":statedValue " + FigureVerifier.plain(read.low());
        String statedUnit =
                printed.map(unit -> " ; :statedUnit " + VerifiedDocument.shown(unit))
                        .orElse(" ; :statedUnit v:…");
        return stated + statedUnit + printed.map(unit -> value(read, unit)).orElse("") + bound;
    }

    private String value(Numeral read, Node printed) {
        String unit =
                subject.facts()
                        .one(printed, Qudt.SCALING_OF)
                        .map(base -> " ; :unit unit:" + base.getURI().replace(Qudt.UNITS, ""))
                        .orElse("");
        return subject.facts()
                .number(printed, Qudt.CONVERSION_MULTIPLIER)
                .filter(times -> !read.isRange())
                .map(
                        times ->
                                " ; :value "
                                        + FigureVerifier.plain(read.low().multiply(times))
                                        + unit)
                .orElse(unit);
    }
}
