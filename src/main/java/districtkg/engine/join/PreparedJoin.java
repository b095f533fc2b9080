package districtkg.engine.join;

import districtkg.engine.filter.FilterConditions;
import districtkg.engine.filter.VariableSlots;
import districtkg.engine.memory.MemoryBudget;
import districtkg.index.IndexScan;
import districtkg.index.IndexedGraph;
import districtkg.index.TermDictionary;
import java.util.BitSet;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;

/**
 * A planned pattern with its filters.
 *
 * @param variables of the pattern, in the order of the slots
 * @param known the slots that the input binding binds
 * @param rows the rows, not yet started
 */
public record PreparedJoin(List<Var> variables, BitSet known, RowIterator rows) {
    /**
     * Plans a pattern.
     *
     * @param before the input binding; each row is compatible with it
     * @param held counts the rows of hash tables
     */
    public static PreparedJoin of(
            IndexedGraph graph,
            List<Triple> triples,
            List<Expr> expressions,
            Binding before,
            MemoryBudget.Hold held,
            ExecutionContext context) {
        TermDictionary dictionary = graph.dictionary();
        VariableSlots slots = new VariableSlots();
        List<EncodedPattern> patterns =
                triples.stream()
                        .map(triple -> EncodedPattern.of(triple, slots, dictionary))
                        .toList();
        List<Var> variables = slots.variables();
        int[] row = new int[slots.size()];
        BitSet known = new BitSet();
        for (int slot = 0; slot < row.length; slot++) {
            row[slot] = TermDictionary.NONE;
            if (before.contains(variables.get(slot))) {
                known.set(slot);
                int number = dictionary.number(before.get(variables.get(slot)));
                row[slot] = number == TermDictionary.NONE ? IndexScan.ABSENT : number;
            }
        }
        FilterConditions filters =
                new FilterConditions(expressions, slots, dictionary, before, context);
        return new PreparedJoin(
                variables, known, JoinPlanner.rows(graph, patterns, filters, known, row, held));
    }
}
