package districtkg.table.statement;

import districtkg.table.cell.SharedTerms;
import districtkg.table.cell.StatedPeriod;
import districtkg.table.cell.TurtleText;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The cells of statements that are given as triples: the inverse of {@link StatementRows}. Cells
 * that a reader composes or concludes are left empty.
 *
 * @param graph the document with its statements
 * @param head its description
 * @param context the names that cells may use
 */
record StatementCells(Graph graph, DocumentHead head, StatementRows.Context context) {
    private static final Pattern CODE = Pattern.compile("\\d{6}(-[a-z0-9]+)*");
    private static final String BETWEEN = "; ";

    /** The kind of a statement or passage; empty if no row is of its class. */
    Optional<RowKind> kind(Node node) {
        return Arrays.stream(RowKind.values())
                .filter(kind -> graph.contains(node, RDF.type.asNode(), kind.type()))
                .findFirst()
                .map(
                        kind ->
                                kind == RowKind.OUTCOME && isExpected(node)
                                        ? RowKind.EXPECTATION
                                        : kind);
    }

    private boolean isExpected(Node node) {
        return one(node, Dkg.term("preliminary"))
                .filter(value -> value.getLiteralLexicalForm().equals("true"))
                .isPresent();
    }

    /** The cells of a statement that is stated by a passage. */
    Map<String, String> statement(Node node, RowKind kind, Node passage) {
        Map<String, String> row = passage(passage, kind);
        row.put(
                StatementColumns.ID,
                node.getURI().substring(head.document().getURI().length() + 1));
        Optional<Node> place = one(node, Dkg.term("place"));
        place.filter(one -> !head.place().equals(Optional.of(one)))
                .ifPresent(one -> row.put(StatementColumns.PLACE, placeCell(one)));
        List<Node> about = all(node, Dkg.ABOUT);
        if (kind != RowKind.RECOGNITION || !about.equals(place.stream().toList())) {
            put(row, StatementColumns.ABOUT, about.stream().map(this::thingCell).sorted().toList());
        }
        one(node, Dkg.INDICATOR)
                .ifPresent(indicator -> row.put(StatementColumns.INDICATOR, shown(indicator)));
        putFigure(row, node);
        putPeriod(row, node, kind);
        putLocal(row, StatementColumns.STRENGTH, node, Dkg.STRENGTH);
        putLocal(row, StatementColumns.STATUS, node, Dkg.term("status"));
        if (!graph.contains(node, Dkg.INFERRED, Dkg.term("topic"))) {
            putTopics(row, node);
        }
        put(row, StatementColumns.MEASURE_ZH, words(node, Dkg.term("measureName"), Language.ZH));
        put(row, StatementColumns.MEASURE_EN, words(node, Dkg.term("measureName"), Language.EN));
        return row;
    }

    /** Fills the cell of topics, which may be empty where a reader concludes the same. */
    void putTopics(Map<String, String> row, Node node) {
        put(
                row,
                StatementColumns.TOPIC,
                all(node, Dkg.term("topic")).stream().map(this::shown).sorted().toList());
    }

    /** Fills the cells of the labels, which may be empty where a reader composes the same. */
    void putLabels(Map<String, String> row, Node node) {
        put(row, StatementColumns.LABEL_ZH, words(node, RDFS.label.asNode(), Language.ZH));
        put(row, StatementColumns.LABEL_EN, words(node, RDFS.label.asNode(), Language.EN));
    }

    /** Fills the last cell with what the columns do not say. */
    void putMore(Map<String, String> row, Collection<Triple> triples) {
        row.put(
                StatementColumns.MORE,
                new TurtleText(context.terms().prefixes()).predicates(triples, " ; "));
    }

    /** The cells of a passage as such. */
    Map<String, String> passage(Node passage, RowKind kind) {
        Map<String, String> row = new HashMap<>();
        row.put(StatementColumns.KIND, kind.cell());
        put(row, StatementColumns.START, literals(passage, Dkg.START));
        put(row, StatementColumns.END, literals(passage, Dkg.END));
        put(row, StatementColumns.SHA256, literals(passage, Dkg.SHA256));
        return row;
    }

    /** The cells that say where a thing is named. */
    Map<String, String> mention(Node passage, Node thing) {
        Map<String, String> row = passage(passage, RowKind.MENTION);
        row.put(StatementColumns.ABOUT, thingCell(thing));
        return row;
    }

    private void putFigure(Map<String, String> row, Node node) {
        for (Map.Entry<String, Node> standing :
                Map.of(
                                StatementColumns.RANK,
                                Dkg.RANK,
                                StatementColumns.STREAK,
                                Dkg.CONSECUTIVE_YEARS)
                        .entrySet()) {
            one(node, standing.getValue())
                    .ifPresent(
                            number -> {
                                row.put(StatementColumns.NUMBER, number.getLiteralLexicalForm());
                                row.put(StatementColumns.UNIT, standing.getKey());
                            });
        }
        one(node, Dkg.STATED_VALUE)
                .or(() -> one(node, Dkg.STATED_MIN))
                .ifPresent(number -> row.put(StatementColumns.NUMBER, plain(number)));
        one(node, Dkg.STATED_MAX)
                .ifPresent(number -> row.put(StatementColumns.UPPER, plain(number)));
        one(node, Dkg.STATED_UNIT)
                .ifPresent(unit -> row.put(StatementColumns.UNIT, unitCell(node, unit)));
        if (row.containsKey(StatementColumns.NUMBER)) { // otherwise the last cell holds it
            putLocal(row, StatementColumns.BOUND, node, Dkg.BOUND);
        }
    }

    private String unitCell(Node node, Node unit) {
        SharedTerms terms = context.terms();
        Optional<Node> wanted =
                one(node, Dkg.INDICATOR).flatMap(indicator -> terms.one(indicator, Dkg.UNIT));
        String printed = terms.names(unit).chinese();
        return FigureCells.fitting(terms.units(printed), wanted)
                        .filter(found -> found.node().equals(unit))
                        .isPresent()
                ? printed
                : shown(unit);
    }

    private void putPeriod(Map<String, String> row, Node node, RowKind kind) {
        boolean promise = kind.isPromise() || one(node, Dkg.STRENGTH).isPresent();
        Node property = promise ? Dkg.DUE : Dkg.DATE;
        one(node, property)
                .map(Node::getLiteralLexicalForm)
                .ifPresent(
                        end -> {
                            String since =
                                    one(node, Dkg.SINCE)
                                            .map(first -> first.getLiteralLexicalForm() + "/")
                                            .orElse("");
                            row.put(StatementColumns.PERIOD, since + end);
                            if (!graph.contains(node, Dkg.INFERRED, property)) {
                                row.put(StatementColumns.DATED, StatementColumns.PRINTED);
                            }
                        });
        one(node, Dkg.term("periodKind"))
                .flatMap(StatedPeriod.Kind::of)
                .ifPresent(how -> row.put(StatementColumns.PERIOD_KIND, how.cell()));
    }

    private String placeCell(Node place) {
        String name = place.getURI().replace(Dkg.ID, "");
        return CODE.matcher(name).matches() ? name : shown(place);
    }

    private String thingCell(Node thing) {
        String name = context.names(thing).chinese();
        boolean plain = !name.isEmpty() && !name.contains(BETWEEN);
        return plain && context.thing(name).equals(Optional.of(thing)) ? name : placeCell(thing);
    }

    private String shown(Node node) {
        return context.terms().shown(node);
    }

    private void putLocal(Map<String, String> row, String column, Node node, Node property) {
        one(node, property)
                .map(value -> value.toString().replace(Dkg.NS, ""))
                .ifPresent(name -> row.put(column, name));
    }

    private static void put(Map<String, String> row, String column, List<String> words) {
        if (!words.isEmpty()) {
            row.put(column, words.stream().collect(Collectors.joining(BETWEEN)));
        }
    }

    private List<String> literals(Node node, Node property) {
        return all(node, property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .limit(1)
                .toList();
    }

    private List<String> words(Node node, Node property, Language language) {
        return all(node, property).stream()
                .filter(Node::isLiteral)
                .filter(words -> language.matches(words.getLiteralLanguage()))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .limit(1)
                .toList();
    }

    private static String plain(Node number) {
        try {
            return new BigDecimal(number.getLiteralLexicalForm())
                    .stripTrailingZeros()
                    .toPlainString();
        } catch (NumberFormatException reportedWhenTheRowIsRead) {
            return number.getLiteralLexicalForm();
        }
    }

    private Optional<Node> one(Node node, Node property) {
        return all(node, property).stream().findFirst();
    }

    private List<Node> all(Node node, Node property) {
        return graph.stream(node, property, Node.ANY)
                .map(Triple::getObject)
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }
}
