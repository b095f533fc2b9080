package districtkg.query.advice;

import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;

/**
 * The figures that an aggregate runs over.
 *
 * @param statement the variable of the statement that has the figure
 * @param parts what is asked of it
 * @param groups the variables by which is grouped
 */
record SummedFigures(Node statement, QueryParts parts, List<Var> groups) {
    private static final Set<Node> NAMES = Set.of(Dkg.term("nameEn"), Dkg.term("nameZh"));

    /** Maximum number of figures of an indicator that are read. */
    private static final int MOST = 10_000;

    /** What the query gives for a property of the statement: a constant or a variable. */
    List<Node> values(Node property) {
        return asked().filter(one -> one.getPredicate().equals(property))
                .map(Triple::getObject)
                .toList();
    }

    /** Whether all figures of a group have one value of a property. */
    boolean keeps(List<Node> properties) {
        return properties.stream()
                .flatMap(property -> values(property).stream())
                .anyMatch(value -> value.isConcrete() || grouped(value));
    }

    /** The statements of an indicator that the query matches, as far as can be told. */
    List<Node> in(Graph graph, Node indicator) {
        return graph.stream(Node.ANY, Dkg.INDICATOR, indicator)
                .limit(MOST)
                .map(Triple::getSubject)
                .filter(one -> matches(graph, one))
                .toList();
    }

    /** The same, by the values of what is grouped by. */
    Collection<List<Node>> groupsOf(Graph graph, List<Node> statements) {
        List<Node> keys =
                asked().filter(one -> one.getObject().isVariable() && grouped(one.getObject()))
                        .map(Triple::getPredicate)
                        .filter(Node::isURI)
                        .distinct()
                        .toList();
        Map<List<Set<Node>>, List<Node>> groups =
                statements.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one ->
                                                keys.stream()
                                                        .map(key -> objects(graph, one, key))
                                                        .toList()));
        return groups.values();
    }

    static Set<Node> objects(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .collect(Collectors.toSet());
    }

    private Stream<Triple> asked() {
        return parts.triples().stream()
                .filter(one -> one.getSubject().equals(statement))
                .filter(one -> !parts.absent().contains(one));
    }

    private boolean matches(Graph graph, Node one) {
        boolean found =
                asked().filter(asked -> asked.getPredicate().isURI())
                        .filter(asked -> !parts.optional().contains(asked))
                        .allMatch(asked -> matches(graph, one, asked));
        return found
                && parts.absent().stream()
                        .filter(negated -> negated.getSubject().equals(statement))
                        .filter(negated -> negated.getPredicate().isURI())
                        .noneMatch(
                                negated ->
                                        graph.contains(
                                                one,
                                                negated.getPredicate(),
                                                negated.getObject().isVariable()
                                                        ? Node.ANY
                                                        : negated.getObject()));
    }

    private boolean matches(Graph graph, Node one, Triple asked) {
        Node property = asked.getPredicate();
        Node value = asked.getObject();
        if (value.isConcrete()) {
            return graph.contains(one, property, value);
        }
        List<Node> equal = new ArrayList<>();
        parts.comparisons().stream()
                .filter(filter -> filter.equal() && filter.variable().equals(value))
                .forEach(filter -> equal.add(filter.constant()));
        Set<Node> choices = parts.choices().get(value);
        return graph.contains(one, property, Node.ANY)
                && equal.stream().allMatch(constant -> graph.contains(one, property, constant))
                && (choices == null
                        || choices.stream()
                                .anyMatch(choice -> graph.contains(one, property, choice)));
    }

    private boolean grouped(Node value) {
        return groups.contains(value)
                || parts.comparisons().stream()
                        .anyMatch(one -> one.equal() && one.variable().equals(value))
                || parts.triples().stream()
                        .anyMatch(
                                one ->
                                        one.getSubject().equals(value)
                                                && NAMES.contains(one.getPredicate())
                                                && groups.contains(one.getObject()));
    }
}
