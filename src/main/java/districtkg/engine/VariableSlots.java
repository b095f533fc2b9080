package districtkg.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.apache.jena.sparql.core.Var;

/** The variables of a pattern, each with its slot in a row. */
final class VariableSlots {
    private final List<Var> variables = new ArrayList<>();

    /** The slot of a variable; creates one if it has none. */
    int slot(Var variable) {
        int known = variables.indexOf(variable);
        if (known >= 0) {
            return known;
        }
        variables.add(variable);
        return variables.size() - 1;
    }

    List<Var> variables() {
        return variables;
    }

    int size() {
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
