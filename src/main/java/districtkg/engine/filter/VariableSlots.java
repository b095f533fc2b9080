package districtkg.engine.filter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.apache.jena.sparql.core.Var;

/** The variables of a pattern, each with its slot in a row. */
public final class VariableSlots {
    private final List<Var> variables = new ArrayList<>();

    /** The slot of a variable; creates one if it has none. */
    public int slot(Var variable) {
        int known = variables.indexOf(variable);
        if (known >= 0) {
            return known;
        }
        variables.add(variable);
        return variables.size() - 1;
    }

    /** The variables, in the order of their slots. */
    public List<Var> variables() {
        return variables;
    }

    /** The number of slots. */
    public int size() {
        return variables.size();
    }

    /** The slots of those variables that have one. */
    BitSet of(Collection<Var> some) {
        BitSet slots = new BitSet();
        some.forEach(
                variable -> {
                    int slot = variables.indexOf(variable);
                    if (slot >= 0) {
                        slots.set(slot);
                    }
                });
        return slots;
    }
}
