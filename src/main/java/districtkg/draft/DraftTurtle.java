package districtkg.draft;

import districtkg.amount.Bound;
import districtkg.commitment.Strength;
import districtkg.draft.DraftStatement.Amount;
import districtkg.draft.DraftStatement.Place;
import districtkg.draft.DraftStatement.Streak;
import districtkg.draft.terms.IndicatorList;
import districtkg.draft.terms.PrintedUnits;
import districtkg.draft.terms.PrintedUnits.PrintedUnit;
import districtkg.figure.Figure;
import districtkg.outline.Part;
import districtkg.text.Span;
import districtkg.text.Text;
import districtkg.text.Token;
import districtkg.vocab.Dkg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a draft as Turtle: document, sections, draft statements with their passages, and idiom
 * passages for the numerals of no statement, so that {@code verify} can account for every numeral.
 */
final class DraftTurtle {
    private static final String HEAD =
            """
            # A draft that a program wrote and no person has reviewed: each :DraftStatement waits for a decision.
            @prefix : <https://w3id.org/districtkg/ns#> .
            @prefix id: <https://w3id.org/districtkg/id/> .
            @prefix qudt: <http://qudt.org/schema/qudt/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix unit: <http://qudt.org/vocab/unit/> .
            @prefix v: <https://w3id.org/districtkg/vocab/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            """;
    private static final int NEAR = 4;

    private final ReportDraft draft;
    private final Text text;
    private final ReportSections layout;
    private final String document;
    private final StringBuilder turtle = new StringBuilder(HEAD);
    private final List<Section> sections = new ArrayList<>();

    /** A part as whole lines. */
    private record Section(String iri, Span span, Part part) {}

    private DraftTurtle(ReportDraft draft) {
        this.draft = draft;
        this.text = draft.text();
        this.layout = ReportSections.of(draft.outline());
        this.document = Dkg.ID + draft.name();
    }

    static String of(ReportDraft draft, PrintedUnits shared, IndicatorList indicators) {
        DraftTurtle writer = new DraftTurtle(draft);
        PrintedUnits units =
                shared.with(
                        draft.figures().stream().map(Figure::quantity).toList(),
                        draft.text(),
                        writer.document);
        List<DraftStatement> statements = draft.statements(units, indicators);
        writer.writeDocument();
        writer.writeSections();
        units.proposed().forEach(writer::writeUnit);
        statements.forEach(writer::write);
        writer.writeCommitments();
        writer.writeIdioms(statements.stream().map(one -> one.proof().numeral()).toList());
        return writer.turtle.toString();
    }

    private void writeDocument() {
        Span body = layout.body();
        turtle.append(
                """
                <%s> a :Document ;
                    rdfs:label "%s政府工作报告草稿"@zh , "draft of a work report, %d"@en ;
                    :kind v:work-report ;
                    :reviewed false ;
                    :characters %d ; :bodyStart %d ; :bodyEnd %d ;
                    :sha256 "%s" .

                """
                        .formatted(
                                document,
                                draft.outline().year() + "年",
                                draft.outline().year(),
                                text.length(),
                                body.start(),
                                body.end(),
                                text.sha256(0, text.length())));
    }

    private void writeSections() {
        for (ReportSections.Section part : layout.sections()) {
            Section section =
                    new Section(document + "-s" + (sections.size() + 1), part.span(), part.part());
            sections.add(section);
            write(section);
        }
        turtle.append('\n');
    }

    private void write(Section section) {
        Part part = section.part();
        turtle.append(
                """
                <%s> a :Section ; rdfs:label "%s"@zh , "%s"@en ; :document <%s> ; :start %d ; :end %d ; :entered %s .
                """
                        .formatted(
                                section.iri(),
                                ReportSections.chinese(part),
                                part.role().name().toLowerCase(Locale.ROOT),
                                document,
                                section.span().start(),
                                section.span().end(),
                                part.role().isSpeech()));
    }

    private void writeUnit(String printed, PrintedUnit unit) {
        turtle.append(
                """
                <%s> a qudt:Unit ; rdfs:label "%s"@zh ; qudt:scalingOf <%s> ; qudt:conversionMultiplier %s .
                """
                        .formatted(
                                unit.node().getURI(),
                                printed,
                                unit.base().getURI(),
                                plain(unit.multiplier())));
    }

    private void write(DraftStatement statement) {
        Figure figure = statement.figure();
        List<String> lines = new ArrayList<>();
        lines.add(
                "<%s> a :DraftStatement ; :reviewed false ; :proposedAs \"%s\""
                        .formatted(
                                Dkg.ID + statement.id(),
                                figure.kind().name().toLowerCase(Locale.ROOT)));
        statement.indicator().ifPresent(one -> lines.add(":indicator <" + one.getURI() + ">"));
        lines.add(":printedIndicator \"" + escaped(figure.indicator()) + "\"");
        switch (statement.proof()) {
            case Amount amount -> addAmount(amount, lines);
            case Place place -> lines.add(":rank " + place.rank());
            case Streak streak -> lines.add(":consecutiveYears " + streak.years());
        }
        boolean target = figure.kind() == Figure.Kind.TARGET;
        String date = target ? ":due" : ":date";
        lines.add("%s \"%d\"^^xsd:gYear ; :inferred %s".formatted(date, figure.year(), date));
        addStrength(figure.strength(), target, lines);
        lines.add(":sure " + figure.sure());
        if (!figure.sure()) {
            lines.add(":doubt \"" + statement.doubt() + "\"");
        }
        lines.add(":source <" + passage(statement.passage()) + ">");
        turtle.append(String.join(" ;\n    ", lines)).append(" .\n");
        writePassage(statement.passage(), "Passage");
    }

    private static void addStrength(Strength strength, boolean target, List<String> lines) {
        if (target) {
            lines.add(":strength :" + strength.word());
        }
    }

    private static void addAmount(Amount amount, List<String> lines) {
        String unit = "<" + amount.unit().node().getURI() + ">";
        String base = "<" + amount.unit().base().getURI() + ">";
        String bound = boundTerm(amount.bound());
        if (amount.isRange()) {
            lines.add(":unit %s ; :bound %s".formatted(base, bound));
            lines.add(
                    ":statedMin %s ; :statedMax %s ; :statedUnit %s"
                            .formatted(plain(amount.low()), plain(amount.high()), unit));
        } else {
            lines.add(
                    ":value %s ; :unit %s ; :bound %s"
                            .formatted(plain(amount.value()), base, bound));
            lines.add(":statedValue %s ; :statedUnit %s".formatted(plain(amount.low()), unit));
        }
    }

    private static String boundTerm(Bound bound) {
        return ":" + bound.term();
    }

    private void writeCommitments() {
        int number = 0;
        for (var found : draft.commitments()) {
            number++;
            List<String> lines = new ArrayList<>();
            lines.add(
                    "<%s-c%d> a :DraftStatement ; :reviewed false ; :proposedAs \"commitment\""
                            .formatted(document, number));
            lines.add(
                    ":strength :%s ; :due \"%d\"^^xsd:gYear ; :inferred :due , :strength"
                            .formatted(found.thing().strength().word(), found.part().lastYear()));
            lines.add(":sure " + (found.thing().sureness() >= 0.9));
            lines.add(":source <" + passage(found.span()) + ">");
            turtle.append(String.join(" ;\n    ", lines)).append(" .\n");
            writePassage(found.span(), "Passage");
        }
    }

    /** Numerals of no statement: dates, names, slogans, and numbers that were not read. */
    private void writeIdioms(List<Span> proven) {
        List<Span> rest =
                Token.in(text.words()).stream()
                        .map(Token::span)
                        .filter(token -> !token.coveredBy(proven))
                        .filter(this::isEntered)
                        .sorted(Comparator.comparing(Span::start))
                        .toList();
        List<Span> merged = new ArrayList<>();
        for (Span token : rest) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && joins(last, token, proven)) {
                merged.set(merged.size() - 1, new Span(last.start(), token.end()));
            } else {
                merged.add(token);
            }
        }
        merged.forEach(span -> writePassage(span, "Idiom"));
    }

    private boolean joins(Span one, Span next, List<Span> proven) {
        Span between = new Span(/* start= */ one.end(), /* end= */ next.start());
        return next.start() - one.end() <= NEAR
                && draft.outline().words(between).indexOf('\n') < 0
                && draft.outline().words(between).indexOf('\r') < 0
                && proven.stream()
                        .noneMatch(span -> span.start() < next.end() && one.start() < span.end());
    }

    private boolean isEntered(Span token) {
        return sections.stream()
                .filter(section -> section.span().covers(token))
                .anyMatch(section -> section.part().role().isSpeech());
    }

    private void writePassage(Span span, String type) {
        String section =
                sections.stream()
                        .filter(one -> one.span().covers(span))
                        .findFirst()
                        .map(one -> " ; :section <" + one.iri() + ">")
                        .orElse("");
        turtle.append(
                "<%s> a :%s ; :document <%s>%s ; :start %d ; :end %d ; :sha256 \"%s\" .\n"
                        .formatted(
                                passage(span),
                                type,
                                document,
                                section,
                                span.start(),
                                span.end(),
                                text.sha256(span.start(), span.end())));
    }

    private String passage(Span span) {
        return document + "#char=" + span.start() + "," + span.end();
    }

    private static String escaped(String words) {
        return words.codePoints()
                .mapToObj(
                        point ->
                                switch (point) {
                                    case '"' -> "\\\"";
                                    case '\\' -> "\\\\";
                                    case '\n', '\r', '\t', 0 -> " ";
                                    default -> Character.toString(point);
                                })
                .collect(Collectors.joining());
    }

    static String plain(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }
}
