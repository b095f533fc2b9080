package districtkg.engine.join;

import districtkg.engine.filter.VariableSlots;
import districtkg.index.IndexScan;
import districtkg.index.TermDictionary;
import java.util.BitSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;

/**
 * A triple pattern whose terms are encoded as numbers.
 *
 * @param subject encoded subject
 */
public record EncodedPattern(Term subject, Term predicate, Term object) {
    /**
     * One position of a pattern.
     *
     * @param slot slot of its variable; -1 for a constant
     * @param number number of its constant; {@link IndexScan#ANY} for a variable, {@link
     *     IndexScan#ABSENT} for a term that occurs in no graph
     */
    record Term(int slot, int number) {
        boolean free(BitSet bound) {
            return slot >= 0 && !bound.get(slot);
        }
    }

    static EncodedPattern of(Triple triple, VariableSlots slots, TermDictionary dictionary) {
        return new EncodedPattern(
                term(triple.getSubject(), slots, dictionary),
                term(triple.getPredicate(), slots, dictionary),
                term(triple.getObject(), slots, dictionary));
    }

    /** Whether the engine can evaluate the pattern: it has no variables inside triple terms. */
    public static boolean plain(Triple triple) {
        return plain(triple.getSubject())
                && plain(triple.getPredicate())
                && plain(triple.getObject());
    }

    private static boolean plain(Node node) {
        return Var.isVar(node) || node.isConcrete();
    }

    private static Term term(Node node, VariableSlots slots, TermDictionary dictionary) {
        if (node instanceof Var variable) {
            return new Term(slots.slot(variable), IndexScan.ANY);
        }
        int number = dictionary.number(node);
        return new Term(-1, number == TermDictionary.NONE ? IndexScan.ABSENT : number);
    }

    BitSet slots() {
        BitSet slots = new BitSet();
        for (Term term : new Term[] {subject, predicate, object}) {
            if (term.slot() >= 0) {
                slots.set(term.slot());
            }
        }
        return slots;
    }
}
