package districtkg.engine.filter;

import districtkg.engine.memory.LazyBinding;
import districtkg.index.TermDictionary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;

/**
 * The FILTER expressions of a pattern: conditions on one variable, which narrow a scan, and checks
 * of rows.
 */
public final class FilterConditions {
    /**
     * A condition on several variables.
     *
     * @param needs the slots that must be bound
     * @param holds tests a row
     */
    public record Check(BitSet needs, Predicate<int[]> holds) {}

    private final Map<Integer, VariableCondition> conditions = new HashMap<>();
    private final List<Check> checks = new ArrayList<>();

    /**
     * Analyses expressions.
     *
     * @param before the input binding
     */
    public FilterConditions(
            List<Expr> expressions,
            VariableSlots slots,
            TermDictionary dictionary,
            Binding before,
            ExecutionContext context) {
        List<Var> variables = List.copyOf(slots.variables());
        for (Expr expression : expressions) {
            Optional<Var> alone = alone(expression, variables);
            if (alone.isPresent() && !before.contains(alone.orElseThrow())) {
                int slot = slots.slot(alone.orElseThrow());
                VariableCondition condition =
                        NumericComparison.of(expression, dictionary)
                                .or(() -> TextCondition.of(expression, dictionary))
                                .orElseGet(
                                        () ->
                                                evaluated(
                                                        expression,
                                                        alone.orElseThrow(),
                                                        dictionary,
                                                        before,
                                                        context));
                conditions.merge(slot, condition, VariableCondition::and);
            } else {
                checks.add(
                        new Check(
                                constant(expression)
                                        ? slots.of(expression.getVarsMentioned())
                                        : slots.of(variables),
                                row ->
                                        expression.isSatisfied(
                                                known(before, dictionary, variables, row),
                                                context)));
            }
        }
    }

    /** The condition on the variable of a slot; {@link VariableCondition#NONE} if there is none. */
    public VariableCondition condition(int slot) {
        return conditions.getOrDefault(slot, VariableCondition.NONE);
    }

    /** The conditions on several variables. */
    public List<Check> checks() {
        return checks;
    }

    private static VariableCondition evaluated(
            Expr expression,
            Var variable,
            TermDictionary dictionary,
            Binding before,
            ExecutionContext context) {
        List<Var> one = List.of(variable);
        return VariableCondition.where(
                number ->
                        expression.isSatisfied(
                                new LazyBinding(before, dictionary, one, new int[] {number}),
                                context));
    }

    /** A row combined with the input binding. */
    private static Binding known(
            Binding before, TermDictionary dictionary, List<Var> variables, int[] row) {
        if (before.isEmpty()) {
            return new LazyBinding(before, dictionary, variables, row);
        }
        int[] hidden = row.clone();
        for (int slot = 0; slot < hidden.length; slot++) {
            if (before.contains(variables.get(slot))) {
                hidden[slot] = TermDictionary.NONE;
            }
        }
        return new LazyBinding(before, dictionary, variables, hidden);
    }

    /** The only variable of an expression that depends on nothing else. */
    private static Optional<Var> alone(Expr expression, List<Var> variables) {
        return expression.getVarsMentioned().size() == 1 && constant(expression)
                ? expression.getVarsMentioned().stream().filter(variables::contains).findFirst()
                : Optional.empty();
    }

    /** Whether an expression depends on its variables only. */
    private static boolean constant(Expr expression) {
        if (expression instanceof ExprFunctionOp
                || expression instanceof E_Random
                || expression instanceof E_UUID
                || expression instanceof E_StrUUID
                || expression instanceof E_BNode) {
            return false;
        }
        return !(expression instanceof ExprFunction function)
                || function.getArgs().stream().allMatch(FilterConditions::constant);
    }
}
