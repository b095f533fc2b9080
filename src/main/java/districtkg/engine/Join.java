package districtkg.engine;

import java.util.BitSet;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;

/**
 * A pattern and its filters, ready to give rows.
 *
 * @param variables of the pattern, in the order of the slots of a row
 * @param known the slots that were known before
 * @param rows not yet begun
 */
record Join(List<Var> variables, BitSet known, Rows rows) {
    /**
     * Prepares rows.
     *
     * @param before what is known before; each row agrees with it
     */
    static Join of(
            IndexedGraph graph,
            List<Triple> triples,
            List<Expr> expressions,
            Binding before,
            ExecutionContext context) {
        Dictionary dictionary = graph.dictionary();
        Slots slots = new Slots();
        List<Pattern> patterns =
                triples.stream().map(triple -> Pattern.of(triple, slots, dictionary)).toList();
        List<Var> variables = slots.variables();
        int[] row = new int[slots.size()];
        BitSet known = new BitSet();
        for (int slot = 0; slot < row.length; slot++) {
            row[slot] = Dictionary.NONE;
            if (before.contains(variables.get(slot))) {
                known.set(slot);
                int number = dictionary.number(before.get(variables.get(slot)));
                row[slot] = number == Dictionary.NONE ? Scan.ABSENT : number;
            }
        }
        Filters filters = new Filters(expressions, slots, dictionary, before, context);
        return new Join(variables, known, Plan.rows(graph, patterns, filters, known, row));
    }
}
