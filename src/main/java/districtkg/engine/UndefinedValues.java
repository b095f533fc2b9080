package districtkg.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Divides the values of a VALUES block by the variables that they bind, so that no table has an
 * undefined value: {@code VALUES (?a ?b) { (1 2) (UNDEF 3) }} is the union of a table of both
 * variables and one of {@code ?b}.
 *
 * <p>Jena's optimizer takes every variable of a table for bound, and moves a filter to a table
 * whose row leaves the variable open: {@code VALUES ?a { UNDEF } ?s :p ?a FILTER (?a = 1)} would
 * have no answer.
 */
final class UndefinedValues extends TransformCopy {
    private UndefinedValues() {}

    /** The same algebra without undefined values in tables. */
    static Op divide(Op op) {
        return Transformer.transform(new UndefinedValues(), op);
    }

    @Override
    public Op transform(OpTable values) {
        List<Var> variables = values.getTable().getVars();
        Map<Set<Var>, List<Binding>> rows = new LinkedHashMap<>();
        values.getTable()
                .rows()
                .forEachRemaining(
                        row ->
                                rows.computeIfAbsent(
                                                bound(variables, row), any -> new ArrayList<>())
                                        .add(row));
        boolean complete =
                rows.keySet().stream().allMatch(bound -> bound.size() == variables.size());
        return complete
                ? values
                : union(
                        rows.entrySet().stream()
                                .map(one -> table(List.copyOf(one.getKey()), one.getValue()))
                                .toList());
    }

    /** A balanced tree, so that its depth stays small however many tables there are. */
    private static Op union(List<Op> tables) {
        int half = tables.size() / 2;
        return half == 0
                ? tables.getFirst()
                : new OpUnion(
                        union(tables.subList(0, half)), union(tables.subList(half, tables.size())));
    }

    private static Set<Var> bound(List<Var> variables, Binding row) {
        return variables.stream().filter(row::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static Op table(List<Var> variables, List<Binding> rows) {
        Table table = TableFactory.create(variables);
        rows.forEach(table::addBinding);
        return OpTable.create(table);
    }
}
