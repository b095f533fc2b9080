package districtkg.curation;

import districtkg.draft.ReportSections;
import districtkg.outline.Outline;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.source.Sources;
import districtkg.table.TableWriter;
import districtkg.table.cell.CsvFile;
import districtkg.table.division.PlaceNames;
import districtkg.table.division.PlaceNames.ReportingPlace;
import districtkg.text.ReportFile;
import districtkg.text.Span;
import districtkg.text.Text;
import districtkg.verify.Verification;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import districtkg.vocab.Qudt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Writes confirmed drafts as reports: for each a head in Turtle and a table of its statements, in
 * the folder of the present-day place, next to one table of the things of the place. Importing
 * twice gives the same files.
 */
public final class ReportImport {
    private static final int NEAR = 4;

    private final Folders folders;
    private final CuratedRows.Lists lists;
    private final ReportOrigins origins;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * The folders of an import.
     *
     * @param ontology the folder of the ontology
     * @param data the folder with lists, things and places
     * @param texts the folder with the texts, by the names of the confirmed drafts
     * @param out the folder of the reports
     */
    public record Folders(Path ontology, Path data, Path texts, Path out) {}

    /**
     * What an import did.
     *
     * @param reports the number of reports that were written
     * @param faults rows that were left out or changed, and files that cannot be read
     */
    public record Result(int reports, List<Fault> faults) {}

    /** One report being imported. */
    private record Report(
            ReportOrigin origin,
            Text text,
            ReportSections sections,
            List<Map<String, String>> rows) {}

    private ReportImport(Folders folders, Optional<Path> origins) {
        this.folders = folders;
        this.lists = lists(folders);
        this.origins = ReportOrigins.of(origins, lists.places(), faults);
    }

    private static CuratedRows.Lists lists(Folders folders) {
        Path data = folders.data();
        Sources shared =
                Sources.read(
                        List.of(folders.ontology(), data.resolve("lists"), data.resolve("things")));
        Graph graph = shared.asserted();
        Map<String, BigDecimal> units = new HashMap<>();
        graph.stream(Node.ANY, Qudt.CONVERSION_MULTIPLIER, Node.ANY)
                .forEach(
                        triple ->
                                names(graph, triple.getSubject(), Language.ZH)
                                        .forEach(
                                                name ->
                                                        units.putIfAbsent(
                                                                name,
                                                                new BigDecimal(
                                                                        triple.getObject()
                                                                                .getLiteralLexicalForm()))));
        return new CuratedRows.Lists(
                units,
                indicator -> {
                    List<String> names = new ArrayList<>(names(graph, indicator, Language.ZH));
                    names.addAll(names(graph, indicator, Language.EN));
                    return names;
                },
                PlaceNames.read(files(data.resolve("places"), ".csv"), graph, shared.prefixes()));
    }

    private static List<String> names(Graph graph, Node node, Language language) {
        return Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                .flatMap(property -> graph.stream(node, property, Node.ANY))
                .map(Triple::getObject)
                .filter(label -> language.matches(label.getLiteralLanguage()))
                .map(Node::getLiteralLexicalForm)
                .toList();
    }

    /**
     * Imports confirmed drafts.
     *
     * @param curated tables named after place and year: {@code 罗湖区-2022.csv}; the things of a place
     *     stand beside them: {@code 罗湖区-things.csv}
     * @param origins a table separated by tabs that says where each text comes from: file, within,
     *     repo, commit, path
     * @return how many reports were written, what was left out, and what does not agree with the
     *     text
     * @throws Problem if a file is missing, or is no table of the columns of a draft
     */
    public static Result of(List<Path> curated, Optional<Path> origins, Folders folders) {
        ReportImport all = new ReportImport(folders, origins);
        Map<String, List<Report>> byPlace = new TreeMap<>();
        for (Path file : curated) {
            all.report(file)
                    .ifPresent(
                            report ->
                                    byPlace.computeIfAbsent(
                                                    report.origin().place().key(),
                                                    key -> new ArrayList<>())
                                            .add(report));
        }
        byPlace.forEach((key, reports) -> all.write(key, reports, curated));
        int written = byPlace.values().stream().mapToInt(List::size).sum();
        return new Result(written, List.copyOf(all.faults));
    }

    private Optional<Report> report(Path file) {
        String stem = file.getFileName().toString().replaceFirst("\\.csv$", "");
        Optional<ReportOrigin> origin = origins.of(file, stem);
        List<String> columns = CsvFile.columnsOf(file);
        Optional<CsvFile> table =
                CsvFile.read(
                        file,
                        new LinkedHashSet<>(
                                List.of("id", "kind", "indicator", "value", "start", "end")),
                        new LinkedHashSet<>(columns),
                        faults);
        if (origin.isEmpty() || table.isEmpty()) {
            return Optional.empty();
        }
        Text text;
        Path source = folders.texts().resolve(stem + ".txt");
        try {
            text = ReportFile.text(source);
        } catch (IOException missing) {
            faults.add(
                    Fault.at(
                            Location.of(source),
                            "no-such-file",
                            "the text of the report cannot be read",
                            "name the folder of the texts with  --texts"));
            return Optional.empty();
        }
        ReportSections sections = ReportSections.of(Outline.of(text, origin.get().year()));
        CuratedRows rows = new CuratedRows(table.get(), origin.get(), text, lists, faults);
        return Optional.of(new Report(origin.get(), text, sections, rows.rows()));
    }

    private void write(String key, List<Report> reports, List<Path> curated) {
        Path folder = folders.out().resolve(key);
        try {
            Files.createDirectories(folder);
            writeThings(folder, reports, curated);
            for (Report report : reports) {
                String stem = report.origin().stem();
                Files.writeString(
                        folder.resolve(stem + ".ttl"),
                        ReportHead.of(report.origin(), report.text(), report.sections()));
                Files.writeString(
                        folder.resolve(stem + ".csv"), TableWriter.statements(report.rows()));
            }
            for (Report report : reports) {
                addIdioms(folder, report);
                Files.writeString(
                        folder.resolve(report.origin().stem() + ".csv"),
                        TableWriter.statements(report.rows()));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void writeThings(Path folder, List<Report> reports, List<Path> curated)
            throws IOException {
        ThingRows things = new ThingRows();
        Path kept = folder.resolve("things.csv");
        if (Files.exists(kept)) {
            rows(kept).forEach(things::keep);
        }
        ReportingPlace place = reports.getLast().origin().place();
        boolean area = place.chinese().endsWith("新区");
        things.add(
                "government",
                place.chinese() + (area ? "管理委员会" : "人民政府"),
                area
                        ? "Management Committee of " + place.english()
                        : "People's Government of " + place.english(),
                "government");
        for (Path file : curated) {
            Matcher name =
                    ReportOrigins.STEM.matcher(
                            file.getFileName().toString().replaceFirst("\\.csv$", ""));
            Path beside = file.resolveSibling(name.matches() ? name.group(1) + "-things.csv" : "");
            if (reports.stream()
                            .anyMatch(
                                    report ->
                                            name.matches()
                                                    && isOf(report, name.group(1), name.group(2)))
                    && Files.exists(beside)) {
                rows(beside)
                        .forEach(row -> things.add(row.get("zh"), row.get("en"), row.get("kind")));
            }
        }
        Files.writeString(kept, TableWriter.things(things.rows()));
    }

    /** Whether a report is that of a file: the years of a place are imported together. */
    private boolean isOf(Report report, String name, String year) {
        return report.origin().year() == Integer.parseInt(year)
                && lists.places().reporting(name, "", report.origin().year()).stream()
                        .anyMatch(place -> place.key().equals(report.origin().place().key()));
    }

    private List<CsvFile.Row> rows(Path table) {
        LinkedHashSet<String> columns = new LinkedHashSet<>(CsvFile.columnsOf(table));
        return CsvFile.read(table, columns, columns, faults).map(CsvFile::rows).orElse(List.of());
    }

    /** Adds a row for each numeral that belongs to no statement. */
    private void addIdioms(Path folder, Report report) throws IOException {
        Path head = folder.resolve(report.origin().stem() + ".ttl");
        Path table = folder.resolve(report.origin().stem() + ".csv");
        List<Path> paths =
                List.of(
                        folders.ontology(),
                        folders.data().resolve("lists"),
                        folders.data().resolve("things"),
                        folders.data().resolve("places"),
                        folder.resolve("things.csv"),
                        head,
                        table);
        Sources sources;
        try {
            sources = Sources.read(paths);
        } catch (Problem faulty) {
            leaveOut(faulty, table, report);
            Files.writeString(table, TableWriter.statements(report.rows()));
            sources = Sources.read(paths);
        }
        String document = Dkg.ID + report.origin().slug();
        List<Span> spans = new ArrayList<>();
        for (Span numeral : Verification.unaccounted(sources, document, report.text())) {
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && joins(last, numeral, report)) {
                spans.set(spans.size() - 1, new Span(last.start(), numeral.end()));
            } else {
                spans.add(numeral);
            }
        }
        for (Span span : spans) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("kind", "idiom");
            row.put("start", Integer.toString(span.start()));
            row.put("end", Integer.toString(span.end()));
            row.put("sha256", report.text().sha256(span.start(), span.end()));
            report.rows().add(row);
        }
        report.rows()
                .sort(
                        Comparator.comparingInt(
                                        (Map<String, String> row) ->
                                                Integer.parseInt(row.getOrDefault("start", "0")))
                                .thenComparingInt(
                                        row -> Integer.parseInt(row.getOrDefault("end", "0"))));
    }

    /** Removes faulty rows, and reports why. */
    private void leaveOut(Problem faulty, Path table, Report report) {
        Set<Integer> lines = new TreeSet<>(Comparator.reverseOrder());
        for (Fault fault : faulty.faults()) {
            if (!fault.locations().stream().allMatch(place -> place.file().equals(table))) {
                throw faulty;
            }
            faults.add(
                    new Fault(
                            fault.code(),
                            Fault.Severity.WARNING,
                            fault.locations(),
                            fault.locations().stream()
                                    .findFirst()
                                    .map(place -> report.rows().get((int) place.line() - 2))
                                    .map(row -> report.origin().slug() + "-" + row.get("id")),
                            fault.what() + "; the row is left out",
                            fault.fix()));
            fault.locations().forEach(place -> lines.add((int) place.line()));
        }
        // From the last line, so that the others keep their numbers.
        lines.forEach(line -> report.rows().remove(line - 2));
    }

    private static boolean joins(Span one, Span next, Report report) {
        return next.start() - one.end() <= NEAR
                && report.text()
                                .words(/* start= */ one.end(), /* end= */ next.start())
                                .indexOf('\n')
                        < 0
                && report.rows().stream()
                        .filter(row -> row.containsKey("number"))
                        .noneMatch(
                                row ->
                                        Integer.parseInt(row.getOrDefault("start", "0"))
                                                        < next.end()
                                                && one.start()
                                                        < Integer.parseInt(
                                                                row.getOrDefault("end", "0")));
    }

    private static List<Path> files(Path folder, String extension) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.toString().endsWith(extension)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
