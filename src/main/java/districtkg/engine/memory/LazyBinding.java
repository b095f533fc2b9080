package districtkg.engine.memory;

import districtkg.index.TermDictionary;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;

/** A row as a binding of Jena. Terms are looked up when they are read. */
public final class LazyBinding extends BindingBase {
    private static final Node[] NOT_READ = {};

    private final TermDictionary dictionary;
    private final List<Var> variables;
    private final int[] numbers;
    private Node[] terms = NOT_READ;

    /**
     * A row of term numbers on top of an input binding.
     *
     * @param before the input binding; binds no variable of this row
     * @param numbers one per variable, {@link TermDictionary#NONE} if it is not bound; {@link
     *     TermDictionary#NONE} also hides a variable of the input binding
     */
    public LazyBinding(
            Binding before, TermDictionary dictionary, List<Var> variables, int[] numbers) {
        super(before);
        this.dictionary = dictionary;
        this.variables = variables;
        this.numbers = numbers;
    }

    /** Whether all its terms are in its graph. */
    boolean ofOneGraph() {
        return parent == null
                || parent.isEmpty()
                || (parent instanceof LazyBinding lazy && lazy.ofOneGraph());
    }

    @Override
    protected Iterator<Var> vars1() {
        if (whole()) {
            return variables.iterator();
        }
        List<Var> known = new ArrayList<>();
        for (int at = 0; at < numbers.length; at++) {
            if (numbers[at] >= 0) {
                known.add(variables.get(at));
            }
        }
        return known.iterator();
    }

    private boolean whole() {
        for (int number : numbers) {
            if (number < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected int size1() {
        int size = 0;
        for (int number : numbers) {
            size += number < 0 ? 0 : 1;
        }
        return size;
    }

    @Override
    protected boolean isEmpty1() {
        return size1() == 0;
    }

    @Override
    protected boolean contains1(Var variable) {
        int at = variables.indexOf(variable);
        return at >= 0 && numbers[at] >= 0;
    }

    @Override
    @SuppressWarnings("NullAway") // how Jena represents an unbound variable
    protected Node get1(Var variable) {
        int at = variables.indexOf(variable);
        return at >= 0 && numbers[at] >= 0 ? term(at) : null;
    }

    /** Decodes a term once: sorting compares the same rows again and again. */
    private Node term(int at) {
        if (terms.length == 0) {
            terms = new Node[numbers.length];
        }
        if (terms[at] == null) {
            terms[at] = dictionary.node(numbers[at]);
        }
        return terms[at];
    }

    @Override
    protected Binding detachWithNewParent(Binding parent) {
        return new LazyBinding(parent, dictionary, variables, numbers);
    }
}
