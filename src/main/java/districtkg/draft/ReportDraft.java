package districtkg.draft;

import districtkg.commitment.Commitment;
import districtkg.commitment.CommitmentFinder;
import districtkg.draft.Prover.Proven;
import districtkg.draft.terms.IndicatorList;
import districtkg.draft.terms.PrintedUnits;
import districtkg.figure.Figure;
import districtkg.figure.FigureReader;
import districtkg.names.Name;
import districtkg.names.NameFinder;
import districtkg.outline.Outline;
import districtkg.outline.Part;
import districtkg.text.Span;
import districtkg.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The draft of one report. Nothing in it has been reviewed.
 *
 * @param name of the document: {@code 罗湖区-2022}
 * @param place place that reports, by its usual name; empty if unknown
 * @param text of the report
 * @param outline its parts
 * @param figures its figures, in the order of the text
 * @param names the names in it, in the order of the text
 * @param commitments its promises without a figure, in the order of the text
 */
public record ReportDraft(
        String name,
        String place,
        Text text,
        Outline outline,
        List<Figure> figures,
        List<Found<Name>> names,
        List<Found<Commitment>> commitments) {
    private static final NameFinder NAMES = new NameFinder();
    private static final CommitmentFinder COMMITMENTS = new CommitmentFinder();

    /**
     * Something found in the report, with its position.
     *
     * @param thing what was found
     * @param span where, in code points of the report
     * @param part that it stands in
     */
    public record Found<T>(T thing, Span span, Part part) {}

    /**
     * Reads a report.
     *
     * @param name of the document
     * @param place whose report it is; may be empty
     * @param year that it plans
     */
    public static ReportDraft of(String name, String place, Text text, int year) {
        Outline outline = Outline.of(text, year);
        List<Found<Name>> names = new ArrayList<>();
        List<Found<Commitment>> commitments = new ArrayList<>();
        for (Part part : outline.parts()) {
            if (!part.role().isSpeech()) {
                continue;
            }
            String words = outline.words(part.span());
            int from = part.span().start();
            List<Name> named = NAMES.find(words);
            named.forEach(one -> names.add(found(one, one.span(), from, part)));
            if (part.role().isPlan()) {
                COMMITMENTS
                        .find(words, named.stream().map(Name::span).toList())
                        .forEach(one -> commitments.add(found(one, one.span(), from, part)));
            }
        }
        addShortForms(text, names);
        return new ReportDraft(
                name,
                place,
                text,
                outline,
                FigureReader.read(outline),
                List.copyOf(names),
                List.copyOf(commitments));
    }

    /** Adds what a short form that the report introduces names again. */
    private static void addShortForms(Text text, List<Found<Name>> names) {
        Abbreviations.in(text)
                .forEach(
                        (brief, full) ->
                                names.stream()
                                        .filter(one -> isEndOf(full, one.thing().text()))
                                        .findFirst()
                                        .ifPresent(one -> addShortForm(text, names, brief, one)));
        names.sort(Comparator.comparing(one -> one.span().start()));
    }

    private static boolean isEndOf(String full, String name) {
        return SameNames.plain(full).endsWith(SameNames.plain(name));
    }

    private static void addShortForm(
            Text text, List<Found<Name>> names, String brief, Found<Name> full) {
        String words = text.words();
        int introduced = words.indexOf(brief, words.offsetByCodePoints(0, full.span().end()));
        int from = introduced + brief.length();
        for (int at = introduced < 0 ? -1 : words.indexOf(brief, from);
                at >= 0;
                at = words.indexOf(brief, at + brief.length())) {
            int start = words.codePointCount(0, at);
            Span span = new Span(start, start + brief.codePointCount(0, brief.length()));
            boolean named =
                    names.stream()
                            .anyMatch(
                                    one ->
                                            one.span().start() < span.end()
                                                    && span.start() < one.span().end());
            if (!named) {
                Name name = full.thing();
                names.add(
                        new Found<>(
                                new Name(
                                        span,
                                        brief,
                                        name.kind(),
                                        Optional.empty(),
                                        0.7,
                                        List.of("abbreviation")),
                                span,
                                full.part()));
            }
        }
    }

    /** For each name the first before it that may mean the same thing, in their order. */
    List<Optional<SameNames.Same>> sameNames() {
        Map<String, String> known = new HashMap<>();
        Abbreviations.in(text)
                .forEach(
                        (brief, full) ->
                                names.stream()
                                        .map(one -> one.thing().text())
                                        .filter(one -> isEndOf(full, one))
                                        .findFirst()
                                        .ifPresent(one -> known.put(brief, one)));
        return SameNames.within(names, known);
    }

    private static <T> Found<T> found(T thing, Span span, int from, Part part) {
        return new Found<>(thing, new Span(span.start() + from, span.end() + from), part);
    }

    /** As lines of JSON: one object for each figure, name and commitment. */
    public String jsonLines() {
        return JsonLines.of(this);
    }

    /** As a table, one row for each statement, promise and name. */
    public String table(PrintedUnits units, IndicatorList indicators) {
        return DraftTable.of(this, units, indicators);
    }

    /** As a document in Turtle, which {@code verify} can check against the text. */
    public String turtle(PrintedUnits units, IndicatorList indicators) {
        return DraftTurtle.of(this, units, indicators);
    }

    /**
     * The figures whose passage reads the same when it is read alone.
     *
     * @param units the shared units, with those that only this report needs
     */
    public List<DraftStatement> statements(PrintedUnits units, IndicatorList indicators) {
        Prover prover = new Prover(text, units);
        List<DraftStatement> statements = new ArrayList<>();
        for (Figure figure : figures) {
            Optional<Proven> proven = prover.prove(figure.quantity());
            if (proven.isPresent()) {
                statements.add(
                        new DraftStatement(
                                name + "-" + (statements.size() + 1),
                                figure,
                                proven.get().passage(),
                                indicators.find(
                                        figure.indicator(),
                                        figure.isGrowth(),
                                        units.baseOf(figure.quantity())),
                                proven.get().proof()));
            }
        }
        return statements;
    }
}
