package districtkg.table.statement;

import districtkg.problem.Fault;
import districtkg.table.cell.CellReader;
import districtkg.table.cell.CsvFile;
import districtkg.table.cell.SharedTerms;
import districtkg.table.cell.SharedTerms.Names;
import districtkg.table.cell.StatedPeriod;
import districtkg.vocab.ClosedLists;
import districtkg.vocab.Dkg;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.vocabulary.RDF;

/**
 * Turns the rows of one document into the triples that its statements would have in Turtle. What
 * the shapes demand of a statement is checked here of its row, so that a fault names a cell, and so
 * that a large table needs no shapes.
 */
public final class StatementRows {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String KINDS =
            Arrays.stream(RowKind.values()).map(RowKind::cell).collect(Collectors.joining(", "));

    private final DocumentHead head;
    private final Context context;
    private final Path path;
    private final List<Fault> faults;
    private final Graph statements = new GraphMemFast();
    private final Graph idioms = new GraphMemFast();
    private final Graph open = new GraphMemFast();
    private final Set<String> ids = new HashSet<>();
    private final Set<Node> places = new HashSet<>();

    /** Finds what the cells of a table name. */
    public interface Context {
        /** Shared terms by their names. */
        SharedTerms terms();

        /** The place of a code or a short name. */
        Optional<Node> place(String cell);

        /** The thing of a Chinese name or a short name, in the place of the report or shared. */
        Optional<Node> thing(String cell);

        /** The names of a place, a thing or a term. */
        Names names(Node node);
    }

    /**
     * Reads all rows of a file.
     *
     * @param head the description of the document
     * @param faults receives the faults of the rows
     */
    public StatementRows(CsvFile file, DocumentHead head, Context context, List<Fault> faults) {
        this.head = head;
        this.context = context;
        this.path = file.path();
        this.faults = faults;
        head.place().ifPresent(places::add);
        file.rows().forEach(this::read);
    }

    /** The statements and their passages. */
    public Graph statements() {
        return statements;
    }

    /** The passages that account for numerals which count nothing. */
    public Graph idioms() {
        return idioms;
    }

    /** The statements of which a row says more than its columns can check. */
    public Graph open() {
        return open;
    }

    /** The places that are named. */
    public Set<Node> places() {
        return places;
    }

    private void read(CsvFile.Row row) {
        CellReader cells = new CellReader(path, row, faults);
        cells.require(StatementColumns.KIND, "every row is of a kind");
        Optional<RowKind> kind =
                cells.oneOf(StatementColumns.KIND, RowKind::of, "write one of " + KINDS);
        Optional<Integer> start = cells.position(StatementColumns.START);
        Optional<Integer> end = cells.position(StatementColumns.END);
        if (kind.isEmpty() || start.isEmpty() || end.isEmpty()) {
            return;
        }
        PassageCells passage = new PassageCells(cells, head, start.get(), end.get());
        passage.check();
        Row typed = new Row(cells, kind.get(), passage);
        if (!kind.get().isStatement()) {
            writeName(typed);
            return;
        }
        String id = cells.words(StatementColumns.ID);
        if (!ID.matcher(id).matches() || !ids.add(id)) {
            cells.fault(
                    "table-id",
                    StatementColumns.ID,
                    id.isEmpty()
                            ? "the row has no id"
                            : "“"
                                    + id
                                    + "” occurs twice, or has other than small letters, digits and hyphens",
                    "give each row a unique id, and never change one that was published");
            return;
        }
        write(typed, Dkg.iri(head.document().getURI() + "-" + id));
    }

    /** A row with what every kind has. */
    private record Row(CellReader cells, RowKind kind, PassageCells passage) {}

    private void writeName(Row row) {
        Graph graph = row.kind() == RowKind.IDIOM ? idioms : statements;
        row.cells().refuse(StatementColumns.NUMBER, "it counts nothing");
        Optional<Node> thing = Optional.empty();
        if (row.kind() == RowKind.MENTION) {
            row.cells().require(StatementColumns.ABOUT, "a mention names a thing");
            thing =
                    row.cells()
                            .oneOf(
                                    StatementColumns.ABOUT,
                                    context::thing,
                                    "add it to things.csv, or correct its name");
        }
        if (row.cells().isSound()) {
            Node passage =
                    row.passage()
                            .write(row.kind() == RowKind.IDIOM ? Dkg.IDIOM : Dkg.PASSAGE, graph);
            thing.ifPresent(named -> graph.add(passage, Dkg.MENTIONS, named));
        }
    }

    private void write(Row row, Node statement) {
        CellReader cells = row.cells();
        Graph graph = new GraphMemFast();
        graph.add(statement, RDF.type.asNode(), row.kind().type());
        if (row.kind() == RowKind.EXPECTATION) {
            graph.add(
                    statement,
                    Dkg.term("preliminary"),
                    NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
        }
        Optional<Node> place =
                cells.has(StatementColumns.PLACE)
                        ? cells.oneOf(
                                StatementColumns.PLACE,
                                context::place,
                                "write the code of a place in data/places, such as  440303")
                        : head.place();
        place.ifPresent(
                node -> {
                    graph.add(statement, Dkg.term("place"), node);
                    places.add(node);
                });
        List<Node> about =
                all(
                        cells,
                        StatementColumns.ABOUT,
                        context::thing,
                        "add it to things.csv, or correct its name");
        about.forEach(thing -> graph.add(statement, Dkg.ABOUT, thing));
        if (about.isEmpty() && row.kind() == RowKind.RECOGNITION) {
            place.ifPresent(holder -> graph.add(statement, Dkg.ABOUT, holder));
        }
        Optional<Names> measure = writeMeasure(row, statement, graph);
        new FigureCells(cells, row.kind(), context.terms()).write(statement, graph);
        Optional<StatedPeriod> period =
                new PeriodCells(cells, row.kind(), head.published()).write(statement, graph);
        Optional<Node> status =
                cells.term(
                        StatementColumns.STATUS, "Status", ClosedLists.STATUSES, context.terms());
        status.ifPresent(node -> graph.add(statement, Dkg.term("status"), node));
        writeStrength(row, statement, graph);
        writeTopics(row, statement, graph, measure, about);
        Names thing =
                about.isEmpty()
                        ? place.map(context::names).orElse(new Names("", ""))
                        : context.names(about.get(0));
        LabelCells.write(
                cells,
                statement,
                graph,
                StatementLabels.of(
                        new StatementLabels.Parts(
                                row.kind(),
                                thing,
                                measure,
                                status.map(context::names),
                                period,
                                StatedPeriod.Kind.of(cells.words(StatementColumns.PERIOD_KIND)))));
        if (cells.isSound()
                && measure.isEmpty()
                && status.isEmpty()
                && !cells.has(StatementColumns.LABEL_ZH)) {
            cells.require(StatementColumns.LABEL_ZH, "nothing says what the statement is");
        }
        if (!cells.isSound()) {
            return;
        }
        graph.add(statement, Dkg.SOURCE, row.passage().write(Dkg.PASSAGE, statements));
        if (cells.has(StatementColumns.MORE)) {
            MoreCell.read(cells, statement, context.terms().prefixes(), graph);
            graph.stream().forEach(open::add);
        }
        graph.stream().forEach(statements::add);
    }

    /** The indicator or the words for what is measured, with its names. */
    private Optional<Names> writeMeasure(Row row, Node statement, Graph graph) {
        CellReader cells = row.cells();
        SharedTerms terms = context.terms();
        Optional<Node> indicator =
                cells.oneOf(
                        StatementColumns.INDICATOR,
                        cell -> terms.node(cell).filter(node -> terms.isA(node, "Indicator")),
                        "name one of data/lists/indicators, such as  v:gdp-growth");
        if (indicator.isPresent()) {
            graph.add(statement, Dkg.INDICATOR, indicator.get());
            cells.refuse(StatementColumns.MEASURE_ZH, "the indicator says what is measured");
            return Optional.of(terms.names(indicator.get()));
        }
        if (!cells.has(StatementColumns.MEASURE_ZH) && !cells.has(StatementColumns.MEASURE_EN)) {
            if (cells.has(StatementColumns.NUMBER)
                    && !FigureCells.isStanding(cells)
                    && cells.isSound()) {
                cells.fault(
                        "figure-indicator",
                        StatementColumns.INDICATOR,
                        "nothing says what the figure measures",
                        "name an indicator, or write  measure_zh  and  measure_en");
            }
            return Optional.empty();
        }
        cells.require(StatementColumns.MEASURE_ZH, "a measure is named in both languages");
        cells.require(StatementColumns.MEASURE_EN, "a measure is named in both languages");
        LabelCells.checkEnglish(cells, StatementColumns.MEASURE_EN);
        Names names =
                new Names(
                        cells.words(StatementColumns.MEASURE_ZH),
                        cells.words(StatementColumns.MEASURE_EN));
        Node property = Dkg.term("measureName");
        graph.add(statement, property, NodeFactory.createLiteralLang(names.chinese(), "zh"));
        graph.add(statement, property, NodeFactory.createLiteralLang(names.english(), "en"));
        return Optional.of(names);
    }

    private void writeStrength(Row row, Node statement, Graph graph) {
        CellReader cells = row.cells();
        if (row.kind().isPromise()) {
            cells.require(StatementColumns.STRENGTH, "a promise has a strength");
        } else if (row.kind() != RowKind.DOUBTED) {
            cells.refuse(StatementColumns.STRENGTH, "only a promise has a strength");
        }
        cells.term(StatementColumns.STRENGTH, "Strength", ClosedLists.STRENGTHS, context.terms())
                .ifPresent(node -> graph.add(statement, Dkg.STRENGTH, node));
    }

    private void writeTopics(
            Row row, Node statement, Graph graph, Optional<Names> measure, List<Node> about) {
        CellReader cells = row.cells();
        List<Node> topics =
                all(
                        cells,
                        StatementColumns.TOPIC,
                        cell ->
                                context.terms()
                                        .node(cell)
                                        .filter(node -> context.terms().isA(node, "Topic")),
                        "name one of data/lists/topics.ttl, such as  v:education");
        topics.forEach(topic -> graph.add(statement, Dkg.term("topic"), topic));
        if (topics.isEmpty() && !cells.has(StatementColumns.INDICATOR)) {
            String words =
                    measure.map(Names::chinese).orElse("")
                            + about.stream()
                                    .map(thing -> context.names(thing).chinese())
                                    .reduce("", String::concat)
                            + cells.words(StatementColumns.LABEL_ZH);
            graph.add(statement, Dkg.term("topic"), TopicWords.topic(words));
            graph.add(statement, Dkg.INFERRED, Dkg.term("topic"));
        }
    }

    private <T> List<T> all(
            CellReader cells, String column, Function<String, Optional<T>> known, String which) {
        if (!cells.has(column)) {
            return List.of();
        }
        return cells.oneOf(
                        column,
                        cell -> {
                            List<Optional<T>> found =
                                    Arrays.stream(cell.split("; ", -1)).map(known).toList();
                            return found.stream().allMatch(Optional::isPresent)
                                    ? Optional.of(
                                            found.stream().map(Optional::orElseThrow).toList())
                                    : Optional.empty();
                        },
                        which)
                .orElse(List.of());
    }
}
