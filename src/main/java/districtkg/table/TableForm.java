package districtkg.table;

import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.table.cell.CsvFile;
import districtkg.table.cell.SharedTerms;
import districtkg.table.division.DivisionTable;
import districtkg.table.statement.DocumentHead;
import districtkg.table.statement.GraphRows;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Brings documents and things that are given as RDF into the form of tables. */
public final class TableForm {
    private final SharedTerms terms;
    private final DivisionTable divisions;

    /**
     * What is given as RDF, as a table.
     *
     * @param csv the table
     * @param described the triples for the Turtle file beside a table of statements
     * @param misfits what a table cannot hold: nodes, each with what is wrong; the table is
     *     complete only if there are none
     */
    public record Form(String csv, Graph described, Map<Node, String> misfits) {}

    /**
     * A form with the names that cells may use.
     *
     * @param shared the lists, things and terms
     * @param prefixes of short names
     * @param places the tables of places
     * @throws Problem with every fault of the tables of places
     */
    public TableForm(Graph shared, PrefixMapping prefixes, List<Path> places) {
        this.terms = new SharedTerms(shared, prefixes);
        List<Fault> faults = new ArrayList<>();
        List<CsvFile> files =
                places.stream()
                        .flatMap(
                                path ->
                                        CsvFile.read(
                                                path,
                                                Set.copyOf(DivisionTable.COLUMNS),
                                                Set.copyOf(DivisionTable.COLUMNS),
                                                faults)
                                                .stream())
                        .toList();
        this.divisions = new DivisionTable(files, terms, faults);
        if (!faults.isEmpty()) {
            throw new Problem(faults);
        }
    }

    /**
     * The table of the statements of a document.
     *
     * @param graph the document, its sections, statements and passages
     * @param things the table of the things of its place, which cells may name
     * @param line of a node in its file, which orders the rows
     * @throws Problem with every fault of the table of things
     */
    public Form statements(Graph graph, Optional<Path> things, ToLongFunction<Node> line) {
        DocumentHead head = DocumentHead.of(graph).orElseThrow();
        List<Fault> faults = new ArrayList<>();
        Optional<ThingTable> own = things.flatMap(path -> thingTable(path, faults));
        if (!faults.isEmpty()) {
            throw new Problem(faults);
        }
        GraphRows rows = new GraphRows(graph, head, new FolderContext(terms, divisions, own), line);
        return new Form(TableWriter.statements(rows.rows()), rows.described(), rows.misfits());
    }

    private Optional<ThingTable> thingTable(Path path, List<Fault> faults) {
        Set<String> columns = Set.copyOf(ThingTable.COLUMNS);
        String key = folder(path);
        return CsvFile.read(path, columns, columns, faults)
                .flatMap(file -> thingTable(file, key, faults));
    }

    private Optional<ThingTable> thingTable(CsvFile file, String key, List<Fault> faults) {
        return new FolderContext(terms, divisions, Optional.empty())
                .place(key)
                .map(place -> new ThingTable(file, key, place, faults));
    }

    /**
     * The table of the things of a place.
     *
     * @param graph of the things
     * @param key of the place: the name of the folder of the table
     * @param line of a node in its file, which orders the rows
     */
    public Form things(Graph graph, String key, ToLongFunction<Node> line) {
        List<Node> nodes =
                graph.stream()
                        .map(Triple::getSubject)
                        .distinct()
                        .sorted(
                                Comparator.comparingLong(line)
                                        .thenComparing(node -> node.toString()))
                        .toList();
        List<Map<String, String>> rows =
                nodes.stream().map(node -> thing(graph, node, key)).toList();
        List<CsvFile.Row> read = new ArrayList<>();
        for (Map<String, String> row : rows) {
            read.add(
                    new CsvFile.Row(
                            read.size() + 2L,
                            ThingTable.COLUMNS,
                            ThingTable.COLUMNS.stream()
                                    .map(column -> row.getOrDefault(column, ""))
                                    .toList()));
        }
        List<Fault> faults = new ArrayList<>();
        CsvFile file = new CsvFile(Path.of("things.csv"), ThingTable.COLUMNS, read);
        Graph given =
                thingTable(file, key, faults).map(ThingTable::graph).orElseGet(GraphMemFast::new);
        Map<Node, String> misfits = new LinkedHashMap<>();
        for (Fault fault : faults) {
            misfits.putIfAbsent(nodes.get((int) fault.locations().get(0).line() - 2), fault.what());
        }
        for (Node node : nodes) {
            if (!same(graph, given, node)) {
                misfits.putIfAbsent(
                        node,
                        "a table of things holds an id that begins with “%s-”, a name in both languages, a kind, and the place %s"
                                .formatted(key, key));
            }
        }
        return new Form(TableWriter.things(rows), new GraphMemFast(), misfits);
    }

    private static boolean same(Graph graph, Graph other, Node node) {
        return graph.stream(node, Node.ANY, Node.ANY).allMatch(other::contains)
                && other.stream(node, Node.ANY, Node.ANY).allMatch(graph::contains);
    }

    private static Map<String, String> thing(Graph graph, Node node, String key) {
        Map<String, String> row = new HashMap<>();
        row.put("id", node.toString().replace(Dkg.ID + key + "-", ""));
        for (Language language : Language.values()) {
            graph.stream(node, RDFS.label.asNode(), Node.ANY)
                    .map(Triple::getObject)
                    .filter(
                            label ->
                                    label.isLiteral()
                                            && language.matches(label.getLiteralLanguage()))
                    .map(Node::getLiteralLexicalForm)
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> row.put(language.tag(), name));
        }
        ThingTable.KINDS.forEach(
                (kind, type) -> {
                    if (graph.contains(node, RDF.type.asNode(), Dkg.term(type))) {
                        row.put("kind", kind);
                    }
                });
        return row;
    }

    /** The name of the folder of a table, which is the key of its place. */
    public static String folder(Path table) {
        return Optional.ofNullable(table.toAbsolutePath().normalize().getParent())
                .map(parent -> String.valueOf(parent.getFileName()))
                .orElse("");
    }
}
