package districtkg.table.statement;

import districtkg.problem.Fault;
import districtkg.table.cell.CsvFile;
import districtkg.table.cell.TurtleText;
import districtkg.vocab.Dkg;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Finds the rows whose triples are those of a document that is given as RDF. The rows are read
 * again, so that what a table cannot hold is known, and not lost.
 */
public final class GraphRows {
    private static final Path UNNAMED = Path.of("table.csv");

    private final Graph graph;
    private final DocumentHead head;
    private final StatementRows.Context context;
    private final ToLongFunction<Node> line;
    private final StatementCells cells;
    private final List<Row> rows = new ArrayList<>();
    private final Graph described = new GraphMemFast();
    private final Map<Node, String> misfits = new LinkedHashMap<>();

    /** A row and the statement or passage that it gives. */
    private record Row(Node node, Map<String, String> cells) {}

    /**
     * The rows of a document.
     *
     * @param graph the document, its sections, statements and passages
     * @param head the description of the document in the same graph
     * @param line of a node in the file; rows have this order
     */
    public GraphRows(
            Graph graph,
            DocumentHead head,
            StatementRows.Context context,
            ToLongFunction<Node> line) {
        this.graph = graph;
        this.head = head;
        this.context = context;
        this.line = line;
        this.cells = new StatementCells(graph, head, context);
        subjects().forEach(this::find);
        complete();
    }

    /** The cells of the rows by the names of their columns. */
    public List<Map<String, String>> rows() {
        return rows.stream().map(Row::cells).toList();
    }

    /** The triples that describe the document and its sections, for the file beside the table. */
    public Graph described() {
        return described;
    }

    /** What a table cannot hold: nodes, each with what is wrong. */
    public Map<Node, String> misfits() {
        return misfits;
    }

    private List<Node> subjects() {
        Comparator<Node> order =
                Comparator.comparingLong(line)
                        .thenComparingInt(this::start)
                        .thenComparing(node -> node.toString());
        return graph.stream().map(Triple::getSubject).distinct().sorted(order).toList();
    }

    /** Where the passage of a node begins; 0 if it has none. */
    private int start(Node node) {
        return graph.stream(passage(node).orElse(node), Dkg.START, Node.ANY)
                .map(triple -> triple.getObject().toString())
                .filter(words -> words.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .findFirst()
                .orElse(0);
    }

    private Optional<Node> passage(Node statement) {
        return graph.stream(statement, Dkg.SOURCE, Node.ANY)
                .map(Triple::getObject)
                .filter(this::isPassage)
                .min(Comparator.comparing(Node::toString));
    }

    private boolean isPassage(Node node) {
        return node.isURI() && node.getURI().startsWith(head.document().getURI() + "#char=");
    }

    private void find(Node node) {
        Optional<RowKind> kind = cells.kind(node);
        if (node.equals(head.document()) || graph.contains(node, RDF.type.asNode(), Dkg.SECTION)) {
            graph.stream(node, Node.ANY, Node.ANY).forEach(described::add);
        } else if (isPassage(node)) {
            findPassage(node);
        } else if (node.isURI()
                && node.getURI().startsWith(head.document().getURI() + "-")
                && kind.filter(RowKind::isStatement).isPresent()) {
            passage(node)
                    .ifPresentOrElse(
                            source ->
                                    rows.add(
                                            new Row(
                                                    node,
                                                    cells.statement(node, kind.get(), source))),
                            () ->
                                    misfits.put(
                                            node,
                                            "its source is no passage of the document, and a row needs the characters that state it"));
        } else {
            misfits.put(
                    node, "it is neither the document, nor a section, statement or passage of it");
        }
    }

    private void findPassage(Node node) {
        if (graph.contains(node, RDF.type.asNode(), Dkg.IDIOM)) {
            rows.add(new Row(node, cells.passage(node, RowKind.IDIOM)));
        }
        graph.stream(node, Dkg.MENTIONS, Node.ANY)
                .map(Triple::getObject)
                .sorted(Comparator.comparing(Node::toString))
                .forEach(thing -> rows.add(new Row(node, cells.mention(node, thing))));
    }

    /** Fills the cells that are needed because a reader would conclude something else. */
    private void complete() {
        Graph concluded = read(fault -> {});
        for (Row row : statements()) {
            if (differ(row.node(), Dkg.term("topic"), concluded)) {
                cells.putTopics(row.cells(), row.node());
            }
            if (differ(row.node(), RDFS.label.asNode(), concluded)) {
                cells.putLabels(row.cells(), row.node());
            }
        }
        Graph labelled = read(fault -> {});
        for (Row row : statements()) {
            List<Triple> more = missing(row.node(), graph, labelled);
            if (!more.isEmpty()) {
                cells.putMore(row.cells(), more);
            }
        }
        Graph complete =
                read(
                        fault ->
                                fault.locations().stream()
                                        .findFirst()
                                        .ifPresent(
                                                at ->
                                                        misfits.putIfAbsent(
                                                                rows.get((int) at.line() - 2)
                                                                        .node(),
                                                                fault.what())));
        compare(complete);
    }

    private List<Row> statements() {
        return rows.stream().filter(row -> !isPassage(row.node())).toList();
    }

    private boolean differ(Node node, Node property, Graph other) {
        return !objects(graph, node, property).equals(objects(other, node, property));
    }

    private static Set<Node> objects(Graph graph, Node node, Node property) {
        return graph.stream(node, property, Node.ANY)
                .map(Triple::getObject)
                .collect(Collectors.toSet());
    }

    /** The triples that the rows give now. */
    private Graph read(java.util.function.Consumer<Fault> receiver) {
        List<CsvFile.Row> read = new ArrayList<>();
        for (Row row : rows) {
            read.add(
                    new CsvFile.Row(
                            read.size() + 2L,
                            StatementColumns.ALL,
                            StatementColumns.ALL.stream()
                                    .map(column -> row.cells().getOrDefault(column, "").strip())
                                    .toList()));
        }
        List<Fault> faults = new ArrayList<>();
        StatementRows table =
                new StatementRows(
                        new CsvFile(UNNAMED, StatementColumns.ALL, read), head, context, faults);
        faults.forEach(receiver);
        Graph all = new GraphMemFast();
        table.statements().stream().forEach(all::add);
        table.idioms().stream().forEach(all::add);
        return all;
    }

    private void compare(Graph complete) {
        Set<Node> nodes = new HashSet<>();
        graph.stream().map(Triple::getSubject).forEach(nodes::add);
        complete.stream().map(Triple::getSubject).forEach(nodes::add);
        boolean anyMisfit = !misfits.isEmpty(); // the passages of such statements are not told too
        nodes.removeIf(
                node ->
                        misfits.containsKey(node)
                                || described.contains(node, Node.ANY, Node.ANY)
                                || (anyMisfit && isPassage(node)));
        TurtleText text = new TurtleText(context.terms().prefixes());
        for (Node node : nodes) {
            List<Triple> lost = missing(node, graph, complete);
            List<Triple> added = missing(node, complete, graph);
            if (!lost.isEmpty()) {
                misfits.put(node, "a table cannot say of it  " + text.predicates(lost, " ; "));
            } else if (!added.isEmpty()) {
                misfits.put(node, "its row would add  " + text.predicates(added, " ; "));
            }
        }
    }

    private static List<Triple> missing(Node node, Graph all, Graph from) {
        return all.stream(node, Node.ANY, Node.ANY)
                .filter(triple -> !from.contains(triple))
                .toList();
    }
}
