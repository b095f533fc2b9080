package districtkg.review;

import districtkg.graph.AtomicFile;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.review.draft.FactState;
import districtkg.review.draft.FactState.Status;
import districtkg.review.draft.ReviewColumns;
import districtkg.review.draft.ReviewFact;
import districtkg.review.draft.ReviewReport;
import districtkg.text.CsvText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accepted statements as tables: for each report its statements, and for each place the things that
 * its reports name. Open and rejected statements are left out, and counted.
 */
public final class ReviewExport {
    private static final List<String> THING_COLUMNS = List.of("zh", "en", "kind");

    private final Map<String, List<ReviewFact>> facts;
    private final Map<String, ReviewReport> reports = new TreeMap<>();

    /** How many statements of a report are in its table, and how many are not. */
    public record Counts(int accepted, int rejected, int open) {
        /** Of the statements of one report. */
        public static Counts of(List<ReviewFact> facts) {
            return new Counts(
                    count(facts, Status.ACCEPTED),
                    count(facts, Status.REJECTED),
                    count(facts, Status.OPEN));
        }

        private static int count(List<ReviewFact> facts, Status status) {
            return (int) facts.stream().filter(fact -> fact.state().status() == status).count();
        }
    }

    /** Takes the statements as they stand. */
    public ReviewExport(ReviewSession session) {
        this.facts = session.all();
        session.reports().forEach(report -> reports.put(report.name(), report));
    }

    /** The counts of each report, by name. */
    public Map<String, Counts> counts() {
        Map<String, Counts> counts = new TreeMap<>();
        facts.forEach((name, some) -> counts.put(name, Counts.of(some)));
        return counts;
    }

    /**
     * The accepted statements of a report, with the columns of a draft and {@code about}; empty if
     * there is no such report.
     */
    public String statements(String report) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (ReviewFact fact : accepted(report)) {
            if (!fact.isName()) {
                rows.add(fact.state().cells());
            } else if (!fact.state().cell("status").isEmpty()) {
                rows.add(progress(fact.state()));
            }
        }
        return table(ReviewColumns.ALL, rows);
    }

    /** The stage of a named thing, as a statement about it. */
    private static Map<String, String> progress(FactState name) {
        Map<String, String> row = new LinkedHashMap<>(name.cells());
        row.put("kind", "outcome");
        row.put("about", name.cell("label_zh"));
        row.put("status", name.cell("status").replace("underWay", "underConstruction"));
        row.remove("label_zh");
        row.remove("label_en");
        return row;
    }

    /** The accepted names in the reports of a place, each once. */
    public String things(String place) {
        Map<String, Map<String, String>> things = new TreeMap<>();
        reports.values().stream()
                .filter(report -> report.place().equals(place))
                .flatMap(report -> accepted(report.name()).stream())
                .filter(ReviewFact::isName)
                .map(ReviewFact::state)
                .forEach(
                        name ->
                                things.putIfAbsent(
                                        name.cell("label_zh"),
                                        Map.of(
                                                "zh", name.cell("label_zh"),
                                                "en", name.cell("label_en"),
                                                "kind", name.cell("kind"))));
        return table(THING_COLUMNS, List.copyOf(things.values()));
    }

    private List<ReviewFact> accepted(String report) {
        return facts.getOrDefault(report, List.of()).stream()
                .filter(fact -> fact.state().status() == Status.ACCEPTED)
                .sorted(Comparator.comparingInt(fact -> fact.span().start()))
                .toList();
    }

    /**
     * Writes the tables, and the texts to which their offsets refer, for {@code import}: reports
     * without an accepted statement are left out.
     *
     * @throws Problem if a file cannot be written
     */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new Problem(
                    Fault.at(
                            Location.of(folder),
                            "not-written",
                            "the folder cannot be made",
                            "name a folder that you may write to"));
        }
        reports.forEach(
                (name, report) -> {
                    if (!accepted(name).isEmpty()) {
                        write(folder.resolve(name + ".csv"), statements(name));
                        write(folder.resolve(name + ".txt"), report.text().words());
                        write(
                                folder.resolve(name.replaceFirst("-.*$", "") + "-things.csv"),
                                things(report.place()));
                    }
                });
    }

    /** Writes one file, whole or not at all. */
    public static void write(Path file, String words) {
        AtomicFile.write(file, out -> out.write(words.getBytes(StandardCharsets.UTF_8)));
    }

    static String table(List<String> columns, List<Map<String, String>> rows) {
        return CsvText.ofMaps(columns, rows);
    }
}
