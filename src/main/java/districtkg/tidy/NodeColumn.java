package districtkg.tidy;

import districtkg.vocab.Dkg;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * A column whose cells are read from the properties of a node.
 *
 * @param column name and type
 * @param cell reads the cell: a String, a list of Strings, a Long, a BigDecimal or a Boolean,
 *     according to the type; null where there is no value
 */
record NodeColumn(Column column, Function<NodeProperties, @Nullable Object> cell) {
    /** The IRI of the row, which is its key. */
    static final NodeColumn IRI =
            new NodeColumn(new Column("iri", ColumnType.IRI, null, null), NodeProperties::iri);

    /** A text or a date as printed. */
    static NodeColumn text(String name, String property) {
        Node term = Dkg.term(property);
        return new NodeColumn(
                new Column(name, ColumnType.TEXT, term, null), node -> node.text(term));
    }

    /** A text in a language. */
    static NodeColumn text(String name, String property, String language) {
        Node term = Dkg.term(property);
        return new NodeColumn(
                new Column(name, ColumnType.TEXT, term, null), node -> node.text(term, language));
    }

    /** The last part of an IRI of a namespace. */
    static NodeColumn key(String name, String property, String namespace) {
        Node term = Dkg.term(property);
        return new NodeColumn(
                new Column(name, ColumnType.TEXT, term, namespace), node -> node.key(term));
    }

    /** The last parts of several IRIs of a namespace. */
    static NodeColumn list(String name, String property, String namespace) {
        Node term = Dkg.term(property);
        return new NodeColumn(
                new Column(name, ColumnType.LIST, term, namespace), node -> node.keys(term));
    }

    static NodeColumn number(String name, String property) {
        Node term = Dkg.term(property);
        return new NodeColumn(
                new Column(name, ColumnType.NUMBER, term, null), node -> node.number(term));
    }

    static NodeColumn integer(String name, String property) {
        Node term = Dkg.term(property);
        return new NodeColumn(
                new Column(name, ColumnType.INTEGER, term, null), node -> node.integer(term));
    }

    static NodeColumn bool(String name, String property) {
        Node term = Dkg.term(property);
        return new NodeColumn(
                new Column(name, ColumnType.BOOLEAN, term, null),
                node -> node.text(term) == null ? null : Boolean.valueOf(node.text(term)));
    }

    /** A text of the node to which a property leads. */
    static NodeColumn linked(
            String name, Node property, Function<NodeProperties, @Nullable String> text) {
        return of(name, ColumnType.TEXT, node -> node.link(property).map(text).orElse(null));
    }

    /** A column that is worked out from several properties. */
    static NodeColumn of(
            String name, ColumnType type, Function<NodeProperties, @Nullable Object> cell) {
        return new NodeColumn(Column.derived(name, type), cell);
    }
}
