package districtkg.validate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;

/**
 * The query of a SPARQL constraint, evaluated for many focus nodes at once. SHACL evaluates it for
 * each focus node with {@code $this} replaced everywhere (pre-binding), which costs most of the
 * time of a validation. A query that begins with {@code VALUES $this { … }} has the same solutions,
 * if {@code $this} is bound wherever an expression uses it; only such queries are batched.
 */
final class BatchedConstraint {
    private static final Var THIS = Var.alloc("this");
    private static final List<Var> OTHER_PRE_BOUND =
            List.of(Var.alloc("currentShape"), Var.alloc("shapesGraph"), Var.alloc("PATH"));

    private final Query query;

    private BatchedConstraint(Query query) {
        this.query = query;
    }

    /** Empty if replacing {@code $this} might mean something else than binding it. */
    static Optional<BatchedConstraint> of(SparqlConstraint constraint) {
        Query query = constraint.getQuery();
        boolean equal =
                query.isSelectType()
                        && query.getQueryPattern() instanceof ElementGroup pattern
                        && pattern.getElements().stream().allMatch(BatchedConstraint::isSafe)
                        && grouped(query)
                        && query.getProjectVars().contains(THIS)
                        && OTHER_PRE_BOUND.stream()
                                .noneMatch(variable -> mentions(pattern, variable));
        return equal ? Optional.of(new BatchedConstraint(query)) : Optional.empty();
    }

    /** The focus nodes for which the query has a solution. */
    Set<Node> violating(Graph data, Collection<Node> focusNodes) {
        ElementData values = new ElementData();
        values.add(THIS);
        focusNodes.forEach(node -> values.add(BindingFactory.binding(THIS, node)));
        ElementGroup pattern = new ElementGroup();
        pattern.addElement(values);
        ((ElementGroup) query.getQueryPattern()).getElements().forEach(pattern::addElement);
        Query batch = query.cloneQuery();
        batch.setQueryPattern(pattern);
        Set<Node> violating = new HashSet<>();
        try (QueryExec execution = QueryExec.graph(data).query(batch).build()) {
            execution.select().forEachRemaining(row -> violating.add(row.get(THIS)));
        }
        return violating;
    }

    /** Whether the rows of each focus node are a part of their own. */
    private static boolean grouped(Query query) {
        return !query.hasLimit()
                && !query.hasOffset()
                && !query.hasValues()
                && ((!query.hasAggregators() && !query.hasGroupBy())
                        || query.getGroupBy().getVars().contains(THIS));
    }

    /** Whether a part of a group means the same, where the group binds {@code $this} before it. */
    private static boolean isSafe(Element part) {
        return switch (part) {
            case ElementTriplesBlock triples -> true;
            case ElementPathBlock paths -> true;
            case ElementFilter filter -> true;
            case ElementData values -> true;
            case ElementBind bind -> !bind.getVar().equals(THIS);
            case ElementOptional optional ->
                    isSafeAlone(optional.getOptionalElement())
                            || isOptionalPattern(optional.getOptionalElement());
            case ElementUnion union ->
                    union.getElements().stream().allMatch(BatchedConstraint::isSafeAlone);
            case ElementGroup group -> isSafeAlone(group);
            case ElementSubQuery inner ->
                    grouped(inner.getQuery())
                            && inner.getQuery().getProjectVars().contains(THIS)
                            && isSafeAlone(inner.getQuery().getQueryPattern());
            default -> false;
        };
    }

    /**
     * Whether a group means the same although what is outside is not visible in it: it has no
     * {@code $this}, or begins with triples that bind it, or is a subquery that does.
     */
    private static boolean isSafeAlone(Element element) {
        if (!mentions(element, THIS)) {
            return true;
        }
        if (element instanceof ElementSubQuery) {
            return isSafe(element);
        }
        return element instanceof ElementGroup group
                && (binds(group.get(0)) || group.get(0) instanceof ElementSubQuery)
                && group.getElements().stream().allMatch(BatchedConstraint::isSafe);
    }

    /** Whether an OPTIONAL has triples and filters only: its filters see what is outside. */
    private static boolean isOptionalPattern(Element element) {
        return element instanceof ElementGroup group
                && group.getElements().stream()
                        .allMatch(
                                part ->
                                        part instanceof ElementPathBlock
                                                || part instanceof ElementTriplesBlock
                                                || part instanceof ElementFilter);
    }

    private static boolean binds(Element element) {
        return (element instanceof ElementPathBlock || element instanceof ElementTriplesBlock)
                && mentions(element, THIS);
    }

    private static boolean mentions(Element element, Var variable) {
        return OpVars.mentionedVars(Algebra.compile(element)).contains(variable);
    }
}
