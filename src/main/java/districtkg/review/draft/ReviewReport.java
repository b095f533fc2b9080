package districtkg.review.draft;

import districtkg.outline.Outline;
import districtkg.outline.Part;
import districtkg.outline.ReportYear;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import districtkg.text.ByteOrderMark;
import districtkg.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A drafted report. Immutable.
 *
 * @param name of its files, without extension: {@code 罗湖区-2022}
 * @param place whose report it is; empty if no statement says so
 * @param text that the offsets of the statements count
 * @param parts of the text, in its order
 * @param facts as drafted, by their ids, in the order of the draft
 */
public record ReviewReport(
        String name, String place, Text text, List<Part> parts, Map<String, FactState> facts) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /**
     * Reads the drafts of a folder: each table that has a text of the same name beside it.
     *
     * @return by name, in order
     * @throws Problem with every fault; also where the folder has no draft
     */
    public static Map<String, ReviewReport> readAll(Path folder) {
        Map<String, ReviewReport> reports = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Path table : tables(folder)) {
            try {
                ReviewReport report = read(table, text(table));
                reports.put(report.name(), report);
            } catch (Problem broken) {
                faults.addAll(broken.faults());
            }
        }
        if (reports.isEmpty() && faults.isEmpty()) {
            faults.add(
                    Fault.at(
                            Location.of(folder),
                            "review-empty",
                            "the folder has no draft: a table NAME.csv with its text NAME.txt",
                            "draft reports with  read REPORT --format csv --out " + folder));
        }
        if (!faults.isEmpty()) {
            throw new Problem(faults);
        }
        return reports;
    }

    private static List<Path> tables(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Problem(
                    Fault.at(
                            Location.of(folder),
                            "no-such-file",
                            "there is no folder of this name",
                            "name the folder to which  read --format csv --out  wrote"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> Files.isRegularFile(text(file)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new Problem(TextFile.unreadable(folder, unreadable));
        }
    }

    private static Path text(Path table) {
        return table.resolveSibling(stem(table) + ".txt");
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.csv$", "");
    }

    private static ReviewReport read(Path table, Path words) {
        Text text = Text.of(TextFile.read(words));
        String name = stem(table);
        Map<String, FactState> facts = new LinkedHashMap<>();
        for (CSVRecord row : rows(table)) {
            Map<String, String> cells = new LinkedHashMap<>();
            ReviewColumns.ALL.forEach(
                    column -> {
                        if (row.isSet(column)) {
                            cells.put(column, row.get(column).strip());
                        }
                    });
            FactState drafted = new FactState(FactState.Status.OPEN, cells);
            if (!isSound(drafted, text) || facts.put(drafted.cell("id"), drafted) != null) {
                throw new Problem(
                        Fault.at(
                                Location.of(table, row.getRecordNumber() + 1),
                                "review-draft",
                                "the row has no unique id, no kind, or no position in the text",
                                "write the draft anew with  read --format csv --out  and change neither file"));
            }
        }
        String place =
                facts.values().stream()
                        .map(fact -> fact.cell("place"))
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse("");
        int year = ReportYear.of(text, name).orElse(0);
        return new ReviewReport(
                name,
                place,
                text,
                Outline.of(text, year).parts(),
                java.util.Collections.unmodifiableMap(facts));
    }

    private static List<CSVRecord> rows(Path table) {
        String words = TextFile.read(table);
        try (CSVParser parser = CSVParser.parse(ByteOrderMark.strip(words), FORMAT)) {
            return parser.getRecords();
        } catch (IOException | IllegalStateException | IllegalArgumentException broken) {
            throw new Problem(
                    Fault.at(
                            Location.of(table),
                            "review-draft",
                            "the table cannot be read: " + broken.getMessage(),
                            "write the draft anew with  read --format csv --out  and change neither file"));
        } catch (UncheckedIOException broken) {
            throw new Problem(
                    TextFile.unreadable(table, new IOException(broken.getMessage(), broken)));
        }
    }

    private static boolean isSound(FactState fact, Text text) {
        if (fact.cell("id").isEmpty() || fact.cell("kind").isEmpty()) {
            return false;
        }
        boolean numbers =
                fact.cell("start").matches("\\d{1,8}") && fact.cell("end").matches("\\d{1,8}");
        return numbers
                && text.holds(
                        Integer.parseInt(fact.cell("start")), Integer.parseInt(fact.cell("end")));
    }
}
