package districtkg.engine.filter;

import districtkg.index.TermDictionary;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;

/**
 * A variable compared with an exact number: {@code ?value > 100}. In the index, such values are a
 * range.
 */
final class NumericComparison {
    private NumericComparison() {}

    /** The condition of an expression; empty if it is not such a comparison. */
    static Optional<VariableCondition> of(Expr expression, TermDictionary dictionary) {
        if (!(expression instanceof ExprFunction2 two) || !dictionary.ordered()) {
            return Optional.empty();
        }
        boolean turned = two.getArg2().isVariable();
        Expr variable = turned ? two.getArg2() : two.getArg1();
        Expr constant = turned ? two.getArg1() : two.getArg2();
        if (!variable.isVariable() || !constant.isConstant()) {
            return Optional.empty();
        }
        return TermDictionary.value(constant.getConstant().asNode())
                .flatMap(value -> between(two, turned, value, dictionary));
    }

    private static Optional<VariableCondition> between(
            ExprFunction2 comparison, boolean turned, BigDecimal value, TermDictionary dictionary) {
        int from = dictionary.firstFrom(value);
        int after = dictionary.firstAbove(value);
        int end = dictionary.valued();
        VariableCondition less = VariableCondition.between(0, from);
        VariableCondition atMost = VariableCondition.between(0, after);
        VariableCondition more = VariableCondition.between(after, end);
        VariableCondition atLeast = VariableCondition.between(from, end);
        return switch (comparison) {
            case E_LessThan is -> Optional.of(turned ? more : less);
            case E_LessThanOrEqual is -> Optional.of(turned ? atLeast : atMost);
            case E_GreaterThan is -> Optional.of(turned ? less : more);
            case E_GreaterThanOrEqual is -> Optional.of(turned ? atMost : atLeast);
            case E_Equals is -> Optional.of(VariableCondition.between(from, after));
            default -> Optional.empty();
        };
    }
}
