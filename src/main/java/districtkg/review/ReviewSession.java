package districtkg.review;

import districtkg.problem.Problem;
import districtkg.review.Decision.Action;
import districtkg.review.draft.FactState;
import districtkg.review.draft.FactState.Status;
import districtkg.review.draft.ReviewFact;
import districtkg.review.draft.ReviewLists;
import districtkg.review.draft.ReviewReport;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The reports of a folder under review, and the only writer of their log. Several people decide at
 * once: a decision names the version of the statement that its reviewer saw, and does not count if
 * another decision came first. Thread-safe.
 */
public final class ReviewSession implements AutoCloseable {
    private final Map<String, ReviewReport> reports;
    private final DecisionRules rules;
    private final PassageRules passages;
    private final DecisionLog log;
    private final Map<String, Map<String, ReviewFact>> facts = new HashMap<>();
    private final Map<List<String>, Deque<Decision>> undoable = new HashMap<>();
    private final List<Decision> decisions = new ArrayList<>();

    /**
     * What a reviewer asks for.
     *
     * @param fact id of the statement; of no importance if one is added
     * @param version that the reviewer saw; 0 if one is added
     * @param action not {@link Action#UNDO}
     * @param cells that change, or those of an added statement
     */
    public record Request(String fact, int version, Action action, Map<String, String> cells) {
        /** Copies the cells. */
        public Request {
            cells = Map.copyOf(cells);
        }
    }

    /**
     * The result of requests.
     *
     * @param decided the statements that were decided
     * @param conflicts statements that another decision had changed, as they stand
     * @param refused reasons, by the id of the statement that cannot be accepted so
     */
    public record Result(
            List<ReviewFact> decided,
            List<ReviewFact> conflicts,
            Map<String, List<DecisionRules.Reason>> refused) {}

    private ReviewSession(Map<String, ReviewReport> reports, ReviewLists lists, DecisionLog log) {
        this.reports = reports;
        this.rules = new DecisionRules(lists);
        this.passages = new PassageRules(lists);
        this.log = log;
        reports.forEach(
                (name, report) -> {
                    Map<String, ReviewFact> drafted = new LinkedHashMap<>();
                    report.facts()
                            .forEach((id, state) -> drafted.put(id, ReviewFact.drafted(id, state)));
                    facts.put(name, drafted);
                });
        log.read().forEach(this::apply);
    }

    /**
     * Opens the drafts of a folder, and its log.
     *
     * @throws Problem with every fault of the files, or if another process has the log open
     */
    public static ReviewSession open(Path folder, ReviewLists lists) {
        Map<String, ReviewReport> reports = ReviewReport.readAll(folder);
        DecisionLog log = DecisionLog.in(folder);
        try {
            return new ReviewSession(reports, lists, log);
        } catch (Problem broken) {
            log.close();
            throw broken;
        }
    }

    /** The reports, in the order of their names. */
    public Collection<ReviewReport> reports() {
        return reports.values();
    }

    /** A report by its name. */
    public Optional<ReviewReport> report(String name) {
        return Optional.ofNullable(reports.get(name));
    }

    /** The statements of a report as they stand, in the order of the draft. */
    public synchronized List<ReviewFact> facts(String report) {
        return present(facts.getOrDefault(report, Map.of()));
    }

    /** The statements of all reports as they stand, by report. */
    public synchronized Map<String, List<ReviewFact>> all() {
        Map<String, List<ReviewFact>> all = new TreeMap<>();
        facts.forEach((name, some) -> all.put(name, present(some)));
        return all;
    }

    private static List<ReviewFact> present(Map<String, ReviewFact> some) {
        return some.values().stream().filter(ReviewFact::isPresent).toList();
    }

    /** Whether a report has or had a statement. */
    public synchronized boolean knows(String report, String fact) {
        return facts.getOrDefault(report, Map.of()).containsKey(fact);
    }

    /** What spans of the reports state. */
    public PassageRules passages() {
        return passages;
    }

    /** The number of the last decision; 0 before the first. */
    public synchronized long last() {
        return decisions.isEmpty() ? 0 : decisions.get(decisions.size() - 1).number();
    }

    /** The statements of a report that were decided after a decision, as they stand. */
    public synchronized List<ReviewFact> changes(String report, long since) {
        Map<String, ReviewFact> known = facts.getOrDefault(report, Map.of());
        return decisions.stream()
                .filter(decision -> decision.number() > since)
                .filter(decision -> decision.report().equals(report))
                .map(Decision::fact)
                .distinct()
                .filter(known::containsKey)
                .map(id -> fact(known, id))
                .toList();
    }

    /**
     * Decides statements of a report. Each request counts or not by itself; those that count are on
     * the disk when this returns.
     *
     * @throws IllegalArgumentException if the report or a statement does not exist
     * @throws Problem if the log cannot be written; no request counts then
     */
    public synchronized Result decide(String reviewer, String report, List<Request> requests) {
        Map<String, ReviewFact> known = known(report);
        List<Decision> counted = new ArrayList<>();
        Result result = new Result(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        Map<String, Integer> seen = new HashMap<>();
        for (Request request : requests) {
            boolean adds = request.action() == Action.ADD;
            ReviewFact fact =
                    adds ? added(report, request, counted.size()) : fact(known, request.fact());
            boolean gone = !adds && !fact.isPresent();
            if (gone || fact.version() != request.version() || seen.put(fact.id(), 1) != null) {
                result.conflicts().add(fact);
                continue;
            }
            FactState next = next(fact, request, report);
            List<DecisionRules.Reason> reasons = reasons(fact, next, request, report, counted);
            if (!reasons.isEmpty()) {
                result.refused().put(fact.id(), reasons);
                continue;
            }
            counted.add(decision(reviewer, report, fact, request.action(), next, counted.size()));
        }
        log.append(counted);
        counted.forEach(
                decision -> {
                    apply(decision);
                    result.decided().add(fact(known, decision.fact()));
                });
        return result;
    }

    /**
     * Undoes the last decision of a reviewer on a report that is not undone yet.
     *
     * @return the statement after that; empty if there is no such decision
     * @throws UndoConflict if another reviewer decided the statement since
     * @throws Problem if the log cannot be written
     */
    public synchronized Optional<ReviewFact> undo(String reviewer, String report) {
        Map<String, ReviewFact> known = known(report);
        Deque<Decision> mine = undoable.getOrDefault(List.of(reviewer, report), new ArrayDeque<>());
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        Decision last = mine.peek();
        ReviewFact fact = fact(known, last.fact());
        if (!fact.state().equals(last.after())) {
            throw new UndoConflict(fact);
        }
        Decision undo = decision(reviewer, report, fact, Action.UNDO, last.before(), 0);
        log.append(List.of(undo));
        apply(undo);
        return Optional.of(fact(known, fact.id()));
    }

    /** Thrown if another reviewer decided a statement after the decision that was to be undone. */
    public static final class UndoConflict extends IllegalStateException {
        private static final long serialVersionUID = 1;
        private final transient ReviewFact fact;

        UndoConflict(ReviewFact fact) {
            super(fact.id());
            this.fact = fact;
        }

        /** The statement as it stands. */
        public ReviewFact fact() {
            return fact;
        }
    }

    private Map<String, ReviewFact> known(String report) {
        Map<String, ReviewFact> known = facts.get(report);
        if (known == null) {
            throw new IllegalArgumentException("no report " + report);
        }
        return known;
    }

    private static ReviewFact fact(Map<String, ReviewFact> known, String id) {
        ReviewFact fact = known.get(id);
        if (fact == null) {
            throw new IllegalArgumentException("no statement " + id);
        }
        return fact;
    }

    private ReviewFact added(String report, Request request, int ahead) {
        Map<String, String> cells = new HashMap<>();
        for (String column : List.of("kind", "start", "end", "label_zh")) {
            cells.put(column, request.cells().getOrDefault(column, ""));
        }
        String id = report + "-a" + (last() + 1 + ahead);
        cells.put("id", id);
        cells.put("place", report(report).orElseThrow().place());
        cells.put("sure", "true");
        return ReviewFact.added(id, cells);
    }

    private FactState next(ReviewFact fact, Request request, String name) {
        ReviewReport report = report(name).orElseThrow();
        Map<String, String> cells = request.cells();
        return switch (request.action()) {
            case ADD ->
                    rules.corrected(
                            passages.moved(
                                    fact.state(), cells, PassageRules.addsFigure(cells), report),
                            cells);
            case ACCEPT -> fact.state().with(Status.ACCEPTED);
            case REJECT -> fact.state().with(Status.REJECTED);
            case CORRECT ->
                    rules.corrected(
                            passages.moved(fact.state(), cells, fact.isFigure(), report), cells);
            case UNDO -> throw new IllegalArgumentException("undo is not a request");
        };
    }

    /** Why a statement cannot be accepted so; empty if it can, or if it is rejected. */
    private List<DecisionRules.Reason> reasons(
            ReviewFact fact, FactState next, Request request, String name, List<Decision> counted) {
        if (next.status() != Status.ACCEPTED) {
            return List.of();
        }
        ReviewReport report = report(name).orElseThrow();
        Map<String, String> cells = request.cells();
        boolean adds = request.action() == Action.ADD;
        if (adds || cells.containsKey("start") || cells.containsKey("end")) {
            String start = cells.getOrDefault("start", next.cell("start"));
            String end = cells.getOrDefault("end", next.cell("end"));
            if (passages.span(start, end, report).isEmpty()) {
                return List.of(new DecisionRules.Reason("span", "start"));
            }
        }
        if (adds
                ? PassageRules.addsFigure(cells)
                : fact.isFigure() && PassageRules.changes(cells)) {
            List<DecisionRules.Reason> differ =
                    passages.reasons(next, ReviewFact.added("", next.cells()).span(), report);
            if (!differ.isEmpty()) {
                return differ;
            }
        }
        if (adds && isStated(next, name, counted)) {
            return List.of(new DecisionRules.Reason("stated", "start"));
        }
        return rules.reasons(next, report, facts);
    }

    /** Whether a statement that was not rejected says the same of the same characters. */
    private boolean isStated(FactState next, String report, List<Decision> counted) {
        List<String> same =
                next.cell("indicator").isEmpty()
                        ? List.of("start", "end", "kind", "indicator", "label_zh")
                        : List.of("start", "end", "kind", "indicator");
        return Stream.concat(
                        known(report).values().stream()
                                .filter(ReviewFact::isPresent)
                                .map(ReviewFact::state)
                                .filter(state -> state.status() != Status.REJECTED),
                        counted.stream().map(Decision::after))
                .anyMatch(
                        state ->
                                same.stream()
                                        .allMatch(
                                                column ->
                                                        state.cell(column)
                                                                .equals(next.cell(column))));
    }

    private Decision decision(
            String reviewer,
            String report,
            ReviewFact fact,
            Action action,
            FactState next,
            int ahead) {
        return new Decision(
                last() + 1 + ahead,
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                reviewer,
                report,
                fact.id(),
                fact.version() + 1,
                action,
                fact.state(),
                next);
    }

    /** Decisions on statements that are no longer in the drafts stay in the log, without effect. */
    private void apply(Decision decision) {
        decisions.add(decision);
        Map<String, ReviewFact> known = facts.getOrDefault(decision.report(), Map.of());
        ReviewFact fact = known.get(decision.fact());
        if (fact == null && decision.action() == Action.ADD && !known.isEmpty()) {
            fact = ReviewFact.added(decision.fact(), decision.before().cells());
        }
        if (fact == null || !isHeld(decision)) {
            return;
        }
        known.put(
                decision.fact(),
                fact.decided(decision.after(), decision.version(), decision.reviewer()));
        Deque<Decision> mine =
                undoable.computeIfAbsent(
                        List.of(decision.reviewer(), decision.report()), key -> new ArrayDeque<>());
        if (decision.action() != Action.UNDO) {
            mine.push(decision);
        } else {
            mine.stream()
                    .filter(earlier -> earlier.fact().equals(decision.fact()))
                    .findFirst()
                    .ifPresent(mine::remove);
        }
    }

    /** Whether the text still has the characters of a statement after a decision. */
    private boolean isHeld(Decision decision) {
        FactState after = decision.after();
        return report(decision.report())
                .flatMap(report -> passages.span(after.cell("start"), after.cell("end"), report))
                .isPresent();
    }

    @Override
    public synchronized void close() {
        log.close();
    }
}
