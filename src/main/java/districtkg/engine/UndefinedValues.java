package districtkg.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
 * Divides a VALUES block where the variables that its rows bind change, so that no table has an
 * undefined value: {@code VALUES (?a ?b) { (1 2) (UNDEF 3) }} is the union of a table of both
 * variables and one of {@code ?b}. The order of the rows stays.
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
        Set<Var> variables = Set.copyOf(values.getTable().getVars());
        List<Op> tables = new ArrayList<>();
        Set<Var> bound = variables;
        List<Binding> run = new ArrayList<>();
        for (Iterator<Binding> rows = values.getTable().rows(); rows.hasNext(); ) {
            Binding row = rows.next();
            Set<Var> its =
                    variables.stream()
                            .filter(row::contains)
                            .collect(Collectors.toUnmodifiableSet());
            if (!its.equals(bound) && !run.isEmpty()) {
                tables.add(table(bound, run));
                run = new ArrayList<>();
            }
            bound = its;
            run.add(row);
        }
        if (tables.isEmpty() && bound.equals(variables)) {
            return values;
        }
        tables.add(table(bound, run));
        return union(tables);
    }

    /** A balanced tree, so that its depth stays small however many tables there are. */
    private static Op union(List<Op> tables) {
        int half = tables.size() / 2;
        return half == 0
                ? tables.getFirst()
                : new OpUnion(
                        union(tables.subList(0, half)), union(tables.subList(half, tables.size())));
    }

    private static Op table(Set<Var> variables, List<Binding> rows) {
        Table table = TableFactory.create(List.copyOf(variables));
        rows.forEach(table::addBinding);
        return OpTable.create(table);
    }
}
