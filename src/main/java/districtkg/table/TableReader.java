package districtkg.table;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.table.cell.CsvFile;
import districtkg.table.cell.SharedTerms;
import districtkg.table.cell.SharedTerms.Names;
import districtkg.table.division.DivisionTable;
import districtkg.table.statement.DocumentHead;
import districtkg.table.statement.StatementColumns;
import districtkg.table.statement.StatementRows;
import districtkg.vocab.Dkg;
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
     * @param heads the graphs of the RDF files, by their paths
     * @param shared the lists, things and terms to which cells refer
     */
    private TableReader(Map<Path, Graph> heads, Graph shared, PrefixMapping prefixes) {
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
     * @param faults receives every fault of every table
     */
    public static List<TableGraph> read(
            List<Path> paths,
            Map<Path, Graph> heads,
            Graph shared,
            PrefixMapping prefixes,
            List<Fault> faults) {
        TableReader reader = new TableReader(heads, shared, prefixes);
        List<TableGraph> graphs = reader.read(paths);
        faults.addAll(reader.faults);
        return graphs;
    }

    private List<TableGraph> read(List<Path> paths) {
        Map<Content, List<CsvFile>> files = new LinkedHashMap<>();
        List<TableFile> tables =
                paths.parallelStream().map(path -> TableFile.read(path, content(path))).toList();
        for (TableFile table : tables) {
            faults.addAll(table.faults());
            table.file()
                    .ifPresent(
                            file ->
                                    files.computeIfAbsent(table.content(), any -> new ArrayList<>())
                                            .add(file));
        }
        divisions = new DivisionTable(files.getOrDefault(Content.PLACES, List.of()), terms, faults);
        List<TableGraph> graphs = new ArrayList<>();
        Set<Node> places = new HashSet<>();
        for (CsvFile file : files.getOrDefault(Content.THINGS, List.of())) {
            readThings(file, places)
                    .ifPresent(
                            table -> {
                                things.put(folder(table.path()), table);
                                graphs.add(
                                        new TableGraph(
                                                table.path(), Content.THINGS, "", table.graph()));
                            });
        }
        List<Optional<StatementTableGraphs>> read =
                files.getOrDefault(Content.STATEMENTS, List.of()).parallelStream()
                        .map(this::readStatements)
                        .toList();
        for (Optional<StatementTableGraphs> table : read) {
            table.ifPresent(
                    found -> {
                        graphs.addAll(found.graphs());
                        places.addAll(found.places());
                    });
        }
        heads.values()
                .forEach(
                        head ->
                                DocumentHead.of(head)
                                        .flatMap(DocumentHead::place)
                                        .ifPresent(places::add));
        divisions
                .graphs(places)
                .forEach(
                        (path, graph) ->
                                graphs.add(new TableGraph(path, Content.PLACES, "", graph)));
        return graphs;
    }

    private record StatementTableGraphs(List<TableGraph> graphs, Set<Node> places) {}

    private static Content content(Path path) {
        List<String> columns = CsvFile.columnsOf(path);
        if (columns.contains("code")) {
            return Content.PLACES;
        }
        return columns.contains("zh") ? Content.THINGS : Content.STATEMENTS;
    }

    /** The cells of a table, unless it cannot be read. */
    private record TableFile(Content content, Optional<CsvFile> file, List<Fault> faults) {
        static TableFile read(Path path, Content content) {
            List<Fault> faults = new ArrayList<>();
            return new TableFile(content, cells(path, content, faults), faults);
        }
    }

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

    private Optional<ThingTable> readThings(CsvFile file, Set<Node> places) {
        String key = folder(file.path()).getFileName().toString();
        Optional<Node> place = place(key);
        if (place.isEmpty()) {
            faults.add(
                    Fault.at(
                            Location.of(file.path()),
                            "table-head",
                            "the folder “" + key + "” is not named by the code of a place",
                            "put the table into a folder such as  440303"));
            return Optional.empty();
        }
        places.add(place.get());
        return Optional.of(new ThingTable(file, key, place.get(), faults));
    }

    private Optional<StatementTableGraphs> readStatements(CsvFile file) {
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
        return Optional.of(new StatementTableGraphs(graphs, rows.places()));
    }

    private Optional<Node> place(String cell) {
        return divisions
                .place(cell)
                .or(
                        () ->
                                terms.node(cell)
                                        .filter(
                                                node ->
                                                        divisions.names(node).isPresent()
                                                                || !terms.names(node)
                                                                        .chinese()
                                                                        .isEmpty()));
    }

    private StatementRows.Context context(Path folder) {
        Optional<ThingTable> own = Optional.ofNullable(things.get(folder));
        return new StatementRows.Context() {
            @Override
            public SharedTerms terms() {
                return terms;
            }

            @Override
            public Optional<Node> place(String cell) {
                return TableReader.this.place(cell);
            }

            @Override
            public Optional<Node> thing(String cell) {
                return own.flatMap(table -> table.thing(cell))
                        .or(
                                () ->
                                        terms.things(cell).size() == 1
                                                ? Optional.of(terms.things(cell).get(0))
                                                : Optional.empty())
                        .or(() -> TableReader.this.place(cell))
                        .or(() -> terms.node(cell).filter(node -> isKnown(node, own)));
            }

            @Override
            public Names names(Node node) {
                return own.flatMap(table -> table.names(node))
                        .or(() -> divisions.names(node))
                        .orElseGet(() -> terms.names(node));
            }
        };
    }

    private boolean isKnown(Node node, Optional<ThingTable> own) {
        return own.flatMap(table -> table.names(node)).isPresent()
                || divisions.names(node).isPresent()
                || !terms.names(node).chinese().isEmpty()
                || node.toString().startsWith(Dkg.VOCAB);
    }
}
