package districtkg.review;

import districtkg.review.draft.FactState;
import districtkg.review.draft.FactState.Status;
import districtkg.review.draft.ReviewColumns;
import districtkg.review.draft.ReviewFact;
import districtkg.review.draft.ReviewLists;
import districtkg.review.draft.ReviewReport;
import districtkg.text.Text;
import districtkg.vocab.ClosedLists;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a statement must satisfy to be accepted, so that the export passes {@code import}. */
public final class DecisionRules {
    /** A label must not repeat this many consecutive characters of a report. */
    private static final int LONGEST_COPY = 12;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final Pattern YEAR = Pattern.compile("(19[5-9]|20\\d)\\d|1949");
    private static final String DATE = "\\d{4}(-(0[1-9]|1[0-2])(-[0-3]\\d)?)?";
    private static final Pattern PERIOD = Pattern.compile(DATE + "(/" + DATE + ")?");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final ReviewLists lists;

    /**
     * Why a statement cannot be accepted.
     *
     * @param code of the message: {@code review.refused.CODE}
     * @param column that the reviewer has to change
     * @param detail words of the report that the message repeats; empty for none
     */
    public record Reason(String code, String column, String detail) {
        /** A reason whose message repeats nothing. */
        public Reason(String code, String column) {
            this(code, column, "");
        }
    }

    DecisionRules(ReviewLists lists) {
        this.lists = lists;
    }

    /**
     * A statement with other cells, accepted. A value is computed from the printed number and unit;
     * a time moves to the column that its kind asks for.
     */
    FactState corrected(FactState state, Map<String, String> changes) {
        Map<String, String> cells = new HashMap<>(state.cells());
        changes.forEach(
                (column, words) -> {
                    if (ReviewColumns.EDITABLE.contains(column)) {
                        cells.put(column, words.strip());
                    }
                });
        if (changes.containsKey("statedValue") || changes.containsKey("statedUnit")) {
            compute(cells);
        }
        boolean promise = cells.getOrDefault("kind", "").matches("target|commitment");
        String time =
                changes.getOrDefault("year", "").isEmpty()
                        ? changes.getOrDefault("due", "")
                        : changes.getOrDefault("year", "");
        String kept =
                cells.getOrDefault("year", "").isEmpty()
                        ? cells.getOrDefault("due", "")
                        : cells.getOrDefault("year", "");
        cells.remove(promise ? "year" : "due");
        cells.put(promise ? "due" : "year", time.isEmpty() ? kept : time);
        if (cells.getOrDefault("periodKind", "").equals("year")) {
            cells.put("period", cells.getOrDefault(promise ? "due" : "year", ""));
        }
        return new FactState(Status.ACCEPTED, cells);
    }

    private void compute(Map<String, String> cells) {
        String number = cells.getOrDefault("statedValue", "");
        Optional<ReviewLists.Unit> unit = lists.unit(cells.getOrDefault("statedUnit", ""));
        if (unit.isPresent() && NUMBER.matcher(number).matches()) {
            BigDecimal value = new BigDecimal(number).multiply(unit.get().multiplier());
            BigDecimal plain = value.stripTrailingZeros();
            cells.put(
                    "value",
                    plain.setScale(Math.max(1, plain.scale()), java.math.RoundingMode.UNNECESSARY)
                            .toPlainString());
            cells.put("unit", unit.get().base());
            cells.remove("min");
            cells.remove("max");
        }
    }

    /**
     * Why a statement cannot be accepted as it is; empty if it can.
     *
     * @param facts all statements, by report and id
     */
    List<Reason> reasons(
            FactState state, ReviewReport report, Map<String, Map<String, ReviewFact>> facts) {
        List<Reason> reasons = new ArrayList<>();
        String kind = state.cell("kind");
        if (ReviewColumns.NAME_KINDS.contains(kind)) {
            names(state, reasons);
            return reasons;
        }
        oneOf(state, "kind", ReviewColumns.STATEMENT_KINDS, reasons);
        if (!state.cell("strength").isEmpty()) {
            oneOf(state, "strength", ClosedLists.STRENGTHS, reasons);
        }
        time(state, reasons);
        String about = state.cell("about");
        if (state.cell("value").isEmpty() && state.cell("min").isEmpty()) {
            add(about.isEmpty(), "about", "about", reasons);
            oneOf(state, "status", ClosedLists.STATUSES, reasons);
        } else {
            figure(state, reasons);
            measure(state, report.text(), reasons);
        }
        add(!about.isEmpty() && !isNamed(about, facts.values()), "name", "about", reasons);
        return reasons;
    }

    private static void names(FactState state, List<Reason> reasons) {
        add(state.cell("label_zh").isEmpty(), "label", "label_zh", reasons);
        english(state, reasons);
        if (!state.cell("status").isEmpty()) {
            oneOf(
                    state.cell("status").equals("underWay")
                            ? "underConstruction"
                            : state.cell("status"),
                    "status",
                    ClosedLists.STATUSES,
                    reasons);
            time(state, reasons);
        }
    }

    private static void english(FactState state, List<Reason> reasons) {
        String english = state.cell("label_en");
        add(english.isEmpty() || HAN.matcher(english).find(), "english", "label_en", reasons);
    }

    private static void time(FactState state, List<Reason> reasons) {
        String column = state.cell("kind").matches("target|commitment") ? "due" : "year";
        add(!YEAR.matcher(state.cell(column)).matches(), "year", column, reasons);
        if (!state.cell("periodKind").isEmpty()) {
            oneOf(state, "periodKind", ReviewColumns.PERIOD_KINDS, reasons);
            add(!PERIOD.matcher(state.cell("period")).matches(), "period", "period", reasons);
        }
    }

    private static void figure(FactState state, List<Reason> reasons) {
        if (state.cell("min").isEmpty()) {
            number(state, "value", reasons);
        } else {
            number(state, "min", reasons);
            number(state, "max", reasons);
        }
        add(state.cell("unit").isEmpty(), "unit", "statedUnit", reasons);
        if (!state.cell("bound").isEmpty()) {
            oneOf(state, "bound", ClosedLists.BOUNDS, reasons);
        }
    }

    private static void number(FactState state, String column, List<Reason> reasons) {
        add(!NUMBER.matcher(state.cell(column)).matches(), "number", column, reasons);
    }

    private void measure(FactState state, Text text, List<Reason> reasons) {
        String id = state.cell("indicator");
        if (id.isEmpty()) {
            String label = state.cell("label_zh");
            add(label.isEmpty(), "label", "label_zh", reasons);
            english(state, reasons);
            add(copies(label, text), "copy", "label_zh", reasons);
            return;
        }
        Optional<ReviewLists.Indicator> indicator = Optional.ofNullable(lists.indicators().get(id));
        add(indicator.isEmpty(), "indicator", "indicator", reasons);
        indicator.ifPresent(
                one ->
                        add(
                                !one.unit().isEmpty() && !one.unit().equals(state.cell("unit")),
                                "indicator-unit",
                                "indicator",
                                reasons));
    }

    /** Whether a label is copied from the report. */
    private static boolean copies(String label, Text text) {
        int[] points = label.codePoints().toArray();
        for (int at = 0; at + LONGEST_COPY <= points.length; at++) {
            if (!text.find(new String(points, at, LONGEST_COPY)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(String about, Collection<Map<String, ReviewFact>> reports) {
        return reports.stream()
                .flatMap(facts -> facts.values().stream())
                .anyMatch(
                        fact ->
                                fact.isName()
                                        && fact.state().status() == Status.ACCEPTED
                                        && fact.state().cell("label_zh").equals(about));
    }

    private static void oneOf(
            FactState state, String column, List<String> words, List<Reason> reasons) {
        oneOf(state.cell(column), column, words, reasons);
    }

    private static void oneOf(
            String word, String column, List<String> words, List<Reason> reasons) {
        add(!words.contains(word), column, column, reasons);
    }

    private static void add(boolean wrong, String code, String column, List<Reason> reasons) {
        if (wrong) {
            reasons.add(new Reason(code, column));
        }
    }
}
