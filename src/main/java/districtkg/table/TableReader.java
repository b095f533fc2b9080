package districtkg.table;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.table.cell.CsvFile;
import districtkg.table.cell.SharedTerms;
import districtkg.table.division.DivisionTable;
import districtkg.table.statement.DocumentHead;
import districtkg.table.statement.StatementColumns;
import districtkg.table.statement.StatementRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;

/**
 * Reads tables of statements, things and places into graphs. What a file is follows from its
 * columns. A table of statements stands beside a Turtle file of the same name that describes its
 * document: {@code 440303/2022.csv} and {@code 440303/2022.ttl}; the table of the things of a place
 * stands in the same folder, which has the code of the place as its name.
 */
public final class TableReader {
    private final SharedTerms terms;
    private final Map<Path, Graph> heads;
    private final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());
    private final Map<Path, ThingTable> things = new HashMap<>();
    private final Tables before;
    private final Predicate<Path> unchanged;
    private DivisionTable divisions;

    /** What the triples of a table are. */
    public enum Content {
        /** Statements of one document with their passages. */
        STATEMENTS,
        /** Passages that account for the numerals of one document which count nothing. */
        IDIOMS,
        /** Statements of one document that say more than columns can check. */
        OPEN_STATEMENTS,
        /** Named things of one place or of all. */
        THINGS,
        /** Administrative divisions with their history. */
        PLACES
    }

    /**
     * The triples of a table, or a part of them.
     *
     * @param path of the table
     * @param document its name under {@code id/}; empty for things and places
     */
    public record TableGraph(Path path, Content content, String document, Graph graph) {}

    /**
     * What reading tables gave, with what reading them again can use.
     *
     * @param graphs the triples of all tables
     * @param statements the tables of statements by their paths
     * @param things the tables of things by their paths
     * @param places the tables of places
     */
    public record Tables(
            List<TableGraph> graphs,
            Map<Path, StatementTable> statements,
            Map<Path, ThingTable> things,
            Set<Path> places) {
        /** Of no tables. */
        public static final Tables NONE = new Tables(List.of(), Map.of(), Map.of(), Set.of());
    }

    /**
     * A table of statements that was read.
     *
     * @param head the graph that describes its document
     * @param things the table of the things of its place
     * @param places the places that it names
     */
    public record StatementTable(
            Graph head, Optional<ThingTable> things, List<TableGraph> graphs, Set<Node> places) {}

    /**
     * @param heads the graphs of the RDF files, by their paths
     * @param shared the lists, things and terms to which cells refer
     * @param before what an earlier reading with the same shared terms gave
     * @param unchanged whether a table has the same bytes as then
     */
    private TableReader(
            Map<Path, Graph> heads,
            Graph shared,
            PrefixMapping prefixes,
            Tables before,
            Predicate<Path> unchanged) {
        this.before = before;
        this.unchanged = unchanged;
        this.heads = heads;
        this.terms = new SharedTerms(shared, prefixes);
        this.divisions = new DivisionTable(List.of(), terms, faults);
    }

    /**
     * Whether a file is a table that can be read here: its first row names the columns of one, or a
     * document is described beside it. Other CSV files, such as answers of queries, are not.
     */
    public static boolean isTable(Path path) {
        if (!path.toString().endsWith(".csv")) {
            return false;
        }
        List<String> columns = CsvFile.columnsOf(path);
        return columns.containsAll(List.of("code", "level"))
                || columns.containsAll(List.of("id", "zh", "kind"))
                || columns.containsAll(List.of("kind", "start"))
                || Files.exists(head(path));
    }

    /** The file with the head of the document of a table. */
    private static Path head(Path table) {
        return Path.of(table.toString().replaceFirst("\\.csv$", ".ttl"));
    }

    /**
     * Reads tables.
     *
     * @param paths of the tables
     * @param heads the graphs of the RDF files, by their paths
     * @param shared the lists, things and terms to which cells refer; not changed
     * @param prefixes of short names
     * @param before what an earlier reading with the same shared terms gave; a table is not read
     *     again if it, its head and the tables to which it refers are the same
     * @param unchanged whether a table has the same bytes as then
     * @param faults receives every fault of every table
     */
    public static Tables read(
            List<Path> paths,
            Map<Path, Graph> heads,
            Graph shared,
            PrefixMapping prefixes,
            Tables before,
            Predicate<Path> unchanged,
            List<Fault> faults) {
        TableReader reader = new TableReader(heads, shared, prefixes, before, unchanged);
        Tables tables = reader.read(paths);
        faults.addAll(reader.faults);
        return tables;
    }

    private Tables read(List<Path> paths) {
        Map<Content, List<Path>> byContent = new LinkedHashMap<>();
        for (Path path : paths) {
            byContent.computeIfAbsent(content(path), any -> new ArrayList<>()).add(path);
        }
        List<Path> placeTables = byContent.getOrDefault(Content.PLACES, List.of());
        boolean samePlaces =
                before.places().equals(Set.copyOf(placeTables))
                        && placeTables.stream().allMatch(unchanged);
        divisions = new DivisionTable(files(placeTables, Content.PLACES), terms, faults);
        List<TableGraph> graphs = new ArrayList<>();
        Set<Node> places = new HashSet<>();
        Map<Path, ThingTable> thingTables = new HashMap<>();
        for (Path path : byContent.getOrDefault(Content.THINGS, List.of())) {
            Optional<ThingTable> known =
                    Optional.ofNullable(before.things().get(path))
                            .filter(table -> samePlaces && unchanged.test(path));
            known.or(
                            () ->
                                    files(List.of(path), Content.THINGS).stream()
                                            .findFirst()
                                            .flatMap(this::readThings))
                    .ifPresent(
                            table -> {
                                places.add(table.place());
                                thingTables.put(path, table);
                                things.put(folder(path), table);
                                graphs.add(new TableGraph(path, Content.THINGS, "", table.graph()));
                            });
        }
        Map<Path, StatementTable> statements = new LinkedHashMap<>();
        record Read(Path path, Optional<StatementTable> table, List<Fault> faults) {}
        List<Read> read =
                byContent.getOrDefault(Content.STATEMENTS, List.of()).parallelStream()
                        .map(
                                path -> {
                                    Optional<StatementTable> known =
                                            samePlaces ? known(path) : Optional.empty();
                                    List<Fault> own = new ArrayList<>();
                                    return new Read(
                                            path,
                                            known.or(
                                                    () ->
                                                            cells(path, Content.STATEMENTS, own)
                                                                    .flatMap(this::readStatements)),
                                            own);
                                })
                        .toList();
        for (Read one : read) {
            faults.addAll(one.faults());
            one.table()
                    .ifPresent(
                            table -> {
                                statements.put(one.path(), table);
                                graphs.addAll(table.graphs());
                                places.addAll(table.places());
                            });
        }
        heads.values()
                .forEach(
                        head ->
                                DocumentHead.of(head)
                                        .flatMap(DocumentHead::place)
                                        .ifPresent(places::add));
        divisions.graphs(places).forEach((path, graph) -> graphs.add(placeGraph(path, graph)));
        return new Tables(graphs, statements, thingTables, Set.copyOf(placeTables));
    }

    private List<CsvFile> files(List<Path> paths, Content content) {
        return paths.stream().flatMap(path -> cells(path, content, faults).stream()).toList();
    }

    /** A table of statements that need not be read again. */
    private Optional<StatementTable> known(Path path) {
        return Optional.ofNullable(before.statements().get(path))
                .filter(
                        table ->
                                unchanged.test(path)
                                        && table.head() == heads.get(head(path))
                                        && table.things().orElse(null) == things.get(folder(path)));
    }

    /** The graph of places, as it was if it has the same triples. */
    private TableGraph placeGraph(Path path, Graph graph) {
        return before.graphs().stream()
                .filter(
                        known ->
                                known.content() == Content.PLACES
                                        && known.path().equals(path)
                                        && known.graph().size() == graph.size()
                                        && graph.stream().allMatch(known.graph()::contains))
                .findFirst()
                .orElseGet(() -> new TableGraph(path, Content.PLACES, "", graph));
    }

    private static Content content(Path path) {
        List<String> columns = CsvFile.columnsOf(path);
        if (columns.contains("code")) {
            return Content.PLACES;
        }
        return columns.contains("zh") ? Content.THINGS : Content.STATEMENTS;
    }

    /** The cells of a table; empty if it cannot be read, and then {@code faults} has grown. */
    private static Optional<CsvFile> cells(Path path, Content content, List<Fault> faults) {
        return switch (content) {
            case PLACES ->
                    CsvFile.read(
                            path,
                            Set.copyOf(DivisionTable.COLUMNS),
                            known(DivisionTable.COLUMNS),
                            faults);
            case THINGS ->
                    CsvFile.read(
                            path,
                            Set.copyOf(ThingTable.COLUMNS),
                            known(ThingTable.COLUMNS),
                            faults);
            default ->
                    CsvFile.read(
                            path, StatementColumns.REQUIRED, known(StatementColumns.ALL), faults);
        };
    }

    private static Set<String> known(List<String> columns) {
        return new java.util.LinkedHashSet<>(columns);
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().normalize().getParent()).orElse(file);
    }

    private Optional<ThingTable> readThings(CsvFile file) {
        String key = folder(file.path()).getFileName().toString();
        Optional<Node> place = context(folder(file.path())).place(key);
        if (place.isEmpty()) {
            faults.add(
                    Fault.at(
                            Location.of(file.path()),
                            "table-head",
                            "the folder “" + key + "” is not named by the code of a place",
                            "put the table into a folder such as  440303"));
            return Optional.empty();
        }
        return Optional.of(new ThingTable(file, key, place.get(), faults));
    }

    private Optional<StatementTable> readStatements(CsvFile file) {
        Path beside = head(file.path());
        Optional<DocumentHead> head =
                Optional.ofNullable(heads.get(beside)).flatMap(DocumentHead::of);
        if (head.isEmpty()) {
            faults.add(
                    Fault.at(
                            Location.of(file.path()),
                            "table-head",
                            "no document is described in " + beside.getFileName() + " beside it",
                            "write it with  import , or read the folder as a whole"));
            return Optional.empty();
        }
        List<Fault> own = new ArrayList<>();
        StatementRows rows = new StatementRows(file, head.get(), context(folder(file.path())), own);
        faults.addAll(own);
        String document = head.get().slug();
        List<TableGraph> graphs =
                List.of(
                        new TableGraph(
                                file.path(), Content.STATEMENTS, document, rows.statements()),
                        new TableGraph(file.path(), Content.IDIOMS, document, rows.idioms()),
                        new TableGraph(
                                file.path(), Content.OPEN_STATEMENTS, document, rows.open()));
        return Optional.of(
                new StatementTable(
                        Optional.ofNullable(heads.get(beside)).orElseThrow(),
                        Optional.ofNullable(things.get(folder(file.path()))),
                        graphs,
                        rows.places()));
    }

    private FolderContext context(Path folder) {
        return new FolderContext(terms, divisions, Optional.ofNullable(things.get(folder)));
    }
}
