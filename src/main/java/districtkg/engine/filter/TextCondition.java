package districtkg.engine.filter;

import districtkg.index.TermDictionary;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.sse.Tags;
import org.apache.jena.sparql.util.NodeUtils;

/** A substring search in the value of a variable: {@code CONTAINS(LCASE(?name), "airport")}. */
final class TextCondition {
    private TextCondition() {}

    /** The condition of an expression; empty if it is not such a search. */
    static Optional<VariableCondition> of(Expr expression, TermDictionary dictionary) {
        if (!(expression instanceof ExprFunction2 two)
                || !two.getArg2().isConstant()
                || !NodeUtils.isSimpleString(two.getArg2().getConstant().asNode())) {
            return Optional.empty();
        }
        String wanted = two.getArg2().getConstant().asNode().getLiteralLexicalForm();
        return relation(two)
                .flatMap(
                        relation ->
                                text(two.getArg1())
                                        .map(text -> where(text, relation, wanted, dictionary)));
    }

    private static VariableCondition where(
            Function<Node, Optional<String>> text,
            BiPredicate<String, String> relation,
            String wanted,
            TermDictionary dictionary) {
        return VariableCondition.where(
                number ->
                        text.apply(dictionary.node(number))
                                .filter(found -> relation.test(found, wanted))
                                .isPresent());
    }

    private static Optional<BiPredicate<String, String>> relation(ExprFunction2 function) {
        return switch (function.getFunctionSymbol().getSymbol()) {
            case Tags.tagStrContains -> Optional.of(String::contains);
            case Tags.tagStrStarts -> Optional.of(String::startsWith);
            case Tags.tagStrEnds -> Optional.of(String::endsWith);
            default -> Optional.empty();
        };
    }

    /**
     * The string that an expression of one variable computes from a term; empty if that is an
     * error.
     */
    private static Optional<Function<Node, Optional<String>>> text(Expr expression) {
        if (expression.isVariable()) {
            return Optional.of(TextCondition::text);
        }
        return switch (expression) {
            case E_Str str ->
                    str.getArg().isVariable() ? Optional.of(TextCondition::str) : Optional.empty();
            case E_StrLowerCase lower ->
                    text(lower.getArg())
                            .map(inner -> term -> inner.apply(term).map(TextCondition::lower));
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(Node term) {
        return NodeUtils.isSimpleString(term) || NodeUtils.isLangString(term)
                ? Optional.of(term.getLiteralLexicalForm())
                : Optional.empty();
    }

    private static Optional<String> str(Node term) {
        if (term.isLiteral()) {
            return Optional.of(term.getLiteralLexicalForm());
        }
        return term.isURI() ? Optional.of(term.getURI()) : Optional.empty();
    }

    @SuppressWarnings("StringCaseLocaleUsage") // same as Jena
    private static String lower(String text) {
        return text.toLowerCase();
    }
}
