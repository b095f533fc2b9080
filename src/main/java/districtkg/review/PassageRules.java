package districtkg.review;

import districtkg.draft.PassageReader;
import districtkg.draft.PassageReader.Failure;
import districtkg.draft.PassageReader.Reading;
import districtkg.review.DecisionRules.Reason;
import districtkg.review.draft.FactState;
import districtkg.review.draft.ReviewColumns;
import districtkg.review.draft.ReviewLists;
import districtkg.review.draft.ReviewReport;
import districtkg.text.Span;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the characters that a reviewer selected state, and whether the cells of a statement agree
 * with its characters. Thread-safe.
 */
public final class PassageRules {
    /** Cells that are read from the characters, and their position. */
    private static final Set<String> READ =
            Set.of("start", "end", "statedValue", "statedUnit", "value", "min", "max", "bound");

    /** Cells that a reading replaces. */
    private static final List<String> REPLACED =
            List.of("value", "unit", "min", "max", "statedValue", "statedUnit", "bound");

    private static final int LONGEST = 500;
    private static final String NUMBER = "-?\\d{1,18}(\\.\\d{1,9})?";

    private final ReviewLists lists;
    private final Map<String, PassageReader> readers = new ConcurrentHashMap<>();

    /**
     * The figure of selected characters.
     *
     * @param passage the words that state it completely
     * @param cells what they state, by the columns of a draft
     * @param failure the code of the reason why they state no figure; empty if they do
     */
    public record SelectedFigure(Span passage, Map<String, String> cells, String failure) {
        /** Copies the cells. */
        public SelectedFigure {
            cells = Map.copyOf(cells);
        }
    }

    /** Reads with the units of the lists. */
    public PassageRules(ReviewLists lists) {
        this.lists = lists;
    }

    /**
     * The span of a request.
     *
     * @return empty if the text has no such span, or it is blank or longer than 500 characters
     */
    public Optional<Span> span(String start, String end, ReviewReport report) {
        if (!start.matches("\\d{1,8}") || !end.matches("\\d{1,8}")) {
            return Optional.empty();
        }
        Span span = new Span(Integer.parseInt(start), Integer.parseInt(end));
        boolean sound =
                report.text().holds(span.start(), span.end())
                        && span.end() - span.start() <= LONGEST
                        && !report.text().words(span.start(), span.end()).isBlank();
        return sound ? Optional.of(span) : Optional.empty();
    }

    /**
     * The figure that a span states, with its base unit.
     *
     * @param kind of the statement; a ranking is read as a rank or a number of years
     */
    public SelectedFigure selected(Span span, String kind, ReviewReport report) {
        Reading read = reading(span, kind, report);
        return new SelectedFigure(
                read.passage(), read.cells(), read.failure().map(Failure::code).orElse(""));
    }

    private Reading reading(Span span, String kind, ReviewReport report) {
        PassageReader reader =
                readers.computeIfAbsent(
                        report.name(),
                        name -> new PassageReader(report.text(), lists.multipliers()));
        if (kind.equals("ranking")) {
            return reader.ranking(span);
        }
        Reading read = reader.amount(span);
        Map<String, String> cells = new HashMap<>(read.cells());
        lists.unit(read.cells().getOrDefault("statedUnit", ""))
                .ifPresent(unit -> cells.put("unit", unit.base()));
        return new Reading(read.passage(), cells, read.falls(), read.failure());
    }

    /** Whether a request changes what is read from the characters. */
    static boolean changes(Map<String, String> cells) {
        return cells.keySet().stream().anyMatch(READ::contains);
    }

    /** The statement at the span that a request names, with the figure that the span states. */
    FactState moved(
            FactState state, Map<String, String> cells, boolean figure, ReviewReport report) {
        if (!cells.containsKey("start") && !cells.containsKey("end")) {
            return state;
        }
        Map<String, String> next = new HashMap<>(state.cells());
        String start = cells.getOrDefault("start", state.cell("start"));
        String end = cells.getOrDefault("end", state.cell("end"));
        Optional<Span> span = span(start, end, report);
        if (span.isEmpty()) {
            return state;
        }
        Span passage = span.get();
        if (figure) {
            REPLACED.forEach(next::remove);
            String kind = cells.getOrDefault("kind", state.cell("kind"));
            Reading reading = reading(passage, kind, report);
            next.putAll(reading.cells());
            passage = reading.passage();
        }
        next.put("start", Integer.toString(passage.start()));
        next.put("end", Integer.toString(passage.end()));
        return new FactState(state.status(), next);
    }

    /** Why the cells of a figure do not agree with its characters; empty if they do. */
    List<Reason> reasons(FactState state, Span span, ReviewReport report) {
        Reading reading = reading(span, state.cell("kind"), report);
        if (reading.failure().isPresent()) {
            return List.of(new Reason(reading.failure().get().code(), "statedValue"));
        }
        Map<String, String> cells = reading.cells();
        boolean agrees =
                cells.getOrDefault("unit", "").equals(state.cell("unit"))
                        && List.of("value", "min", "max").stream()
                                .allMatch(column -> same(column, state, reading));
        if (!agrees) {
            return List.of(
                    new Reason(
                            "span-value",
                            "statedValue",
                            report.text()
                                    .words(reading.passage().start(), reading.passage().end())));
        }
        boolean bound =
                state.cell("bound").isEmpty()
                        || !cells.containsKey("bound")
                        || sign(state) != sign(new FactState(state.status(), cells))
                        || cells.get("bound").equals(state.cell("bound"));
        return bound ? List.of() : List.of(new Reason("span-bound", "bound"));
    }

    private static int sign(FactState state) {
        return state.cell("value").startsWith("-") ? -1 : 1;
    }

    private static boolean same(String column, FactState state, Reading reading) {
        String said = state.cell(column);
        String read = reading.cells().getOrDefault(column, "");
        if (said.isEmpty() || read.isEmpty() || !said.matches(NUMBER)) {
            return said.equals(read);
        }
        BigDecimal one = new BigDecimal(said);
        BigDecimal other = new BigDecimal(read);
        return reading.falls() ? one.abs().compareTo(other.abs()) == 0 : one.compareTo(other) == 0;
    }

    /** Whether a request adds a figure, and not a name, a commitment or the stage of a thing. */
    static boolean addsFigure(Map<String, String> cells) {
        String kind = cells.getOrDefault("kind", "");
        boolean stage =
                !cells.getOrDefault("status", "").isEmpty()
                        && !cells.getOrDefault("about", "").isEmpty()
                        && cells.getOrDefault("statedValue", "").isEmpty()
                        && cells.getOrDefault("value", "").isEmpty()
                        && cells.getOrDefault("min", "").isEmpty();
        return !stage && !kind.equals("commitment") && ReviewColumns.STATEMENT_KINDS.contains(kind);
    }
}
