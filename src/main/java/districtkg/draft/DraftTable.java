package districtkg.draft;

import districtkg.draft.DraftStatement.Amount;
import districtkg.draft.DraftStatement.Place;
import districtkg.draft.DraftStatement.Streak;
import districtkg.draft.terms.IndicatorList;
import districtkg.draft.terms.PrintedUnits;
import districtkg.figure.Figure;
import districtkg.text.CsvText;
import districtkg.text.Span;
import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a draft as a table, one row for each statement. The head is the same for every report. */
public final class DraftTable {
    /** The columns, in their order. */
    public static final List<String> COLUMNS =
            List.of(
                    "id",
                    "kind",
                    "indicator",
                    "subject",
                    "place",
                    "value",
                    "unit",
                    "bound",
                    "min",
                    "max",
                    "statedValue",
                    "statedUnit",
                    "year",
                    "due",
                    "periodKind",
                    "period",
                    "printedSubject",
                    "printedSubjectKind",
                    "strength",
                    "status",
                    "start",
                    "end",
                    "sure",
                    "doubt",
                    "label_zh",
                    "label_en",
                    "sameAs");

    private DraftTable() {}

    static String of(ReportDraft draft, PrintedUnits shared, IndicatorList indicators) {
        PrintedUnits units =
                shared.with(
                        draft.figures().stream().map(Figure::quantity).toList(),
                        draft.text(),
                        Dkg.ID + draft.name());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (DraftStatement statement : draft.statements(units, indicators)) {
            rows.add(row(draft, statement));
        }
        int number = 0;
        for (var found : draft.commitments()) {
            Map<String, Object> row =
                    start(draft, draft.name() + "-c" + ++number, "commitment", found.span());
            row.put("due", found.part().lastYear());
            row.put("strength", found.thing().strength().word());
            row.put("sure", found.thing().sureness() >= 0.9);
            row.put("doubt", String.join(" ", found.thing().doubts()));
            row.put("label_zh", found.thing().text());
            rows.add(row);
        }
        number = 0;
        List<Optional<SameNames.Same>> same = draft.sameNames();
        for (var found : draft.names()) {
            String kind = found.thing().kind().name().toLowerCase(Locale.ROOT);
            Map<String, Object> row =
                    start(draft, draft.name() + "-n" + ++number, kind, found.span());
            row.put("year", found.part().lastYear());
            found.thing().status().ifPresent(status -> row.put("status", status.word()));
            row.put("sure", found.thing().sureness() >= 0.9);
            row.put("doubt", String.join(" ", found.thing().doubts()));
            row.put("label_zh", found.thing().text());
            same.get(number - 1)
                    .ifPresent(
                            one ->
                                    row.put(
                                            "sameAs",
                                            "%s-n%d %s"
                                                    .formatted(
                                                            draft.name(),
                                                            one.at() + 1,
                                                            one.reason().word())));
            rows.add(row);
        }
        return CsvText.ofMaps(COLUMNS, rows);
    }

    private static Map<String, Object> start(ReportDraft draft, String id, String kind, Span span) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("kind", kind);
        row.put("place", draft.place());
        row.put("start", span.start());
        row.put("end", span.end());
        return row;
    }

    private static Map<String, Object> row(ReportDraft draft, DraftStatement statement) {
        Figure figure = statement.figure();
        String kind = figure.kind().name().toLowerCase(Locale.ROOT);
        Map<String, Object> row = start(draft, statement.id(), kind, statement.passage());
        statement
                .indicator()
                .ifPresent(one -> row.put("indicator", one.getURI().replace(Dkg.VOCAB, "v:")));
        switch (statement.proof()) {
            case Amount amount -> {
                row.put("unit", amount.unit().base().getURI().replaceFirst("^.*[/=]", ""));
                row.put("bound", amount.bound().term());
                if (amount.isRange()) {
                    row.put(
                            "min",
                            DraftTurtle.plain(amount.low().multiply(amount.unit().multiplier())));
                    row.put(
                            "max",
                            DraftTurtle.plain(amount.high().multiply(amount.unit().multiplier())));
                } else {
                    row.put("value", DraftTurtle.plain(amount.value()));
                    row.put("statedValue", amount.low().stripTrailingZeros().toPlainString());
                }
                row.put("statedUnit", amount.printedUnit());
            }
            case Place place -> {
                row.put("value", place.rank());
                row.put("unit", "rank");
            }
            case Streak streak -> {
                row.put("value", streak.years());
                row.put("unit", "years in a row");
            }
        }
        row.put(figure.kind() == Figure.Kind.TARGET ? "due" : "year", figure.year());
        if (figure.kind() == Figure.Kind.TARGET) {
            row.put("strength", figure.strength().word());
        }
        row.put("periodKind", figure.period().word());
        row.put("period", figure.period().interval());
        figure.subject()
                .ifPresent(
                        subject -> {
                            row.put("printedSubjectKind", subject.word());
                            row.put("printedSubject", subject.name());
                        });
        row.put("sure", figure.sure());
        row.put("doubt", statement.doubt());
        row.put("label_zh", figure.indicator());
        return row;
    }
}
