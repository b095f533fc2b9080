package districtkg.guard;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** Operations of Jena with checks of the sizes of arguments and result. */
final class SizeCheckedFunctions {
    private SizeCheckedFunctions() {}

    static final class Of1 extends ExprFunction1 {
        private final ExprFunction1 inner;

        Of1(ExprFunction1 inner) {
            super(inner.getArg(), inner.getFunctionSymbol().getSymbol());
            this.inner = inner;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            ValueSizeLimits.arguments(List.of(value));
            return ValueSizeLimits.result(() -> inner.eval(value));
        }

        @Override
        public Expr copy(Expr arg) {
            return new Of1((ExprFunction1) inner.copy(arg));
        }
    }

    static final class Of2 extends ExprFunction2 {
        private final ExprFunction2 inner;

        Of2(ExprFunction2 inner) {
            super(
                    inner.getArg1(),
                    inner.getArg2(),
                    inner.getFunctionSymbol().getSymbol(),
                    inner.getOpName());
            this.inner = inner;
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            ValueSizeLimits.arguments(List.of(left, right));
            return ValueSizeLimits.result(() -> inner.eval(left, right));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Of2((ExprFunction2) inner.copy(left, right));
        }
    }

    static final class Of3 extends ExprFunction3 {
        private final ExprFunction3 inner;

        Of3(ExprFunction3 inner) {
            super(
                    inner.getArg1(),
                    inner.getArg2(),
                    inner.getArg3(),
                    inner.getFunctionSymbol().getSymbol());
            this.inner = inner;
        }

        @Override
        public NodeValue eval(NodeValue first, NodeValue second, NodeValue third) {
            ValueSizeLimits.arguments(List.of(first, second, third));
            return ValueSizeLimits.result(() -> inner.eval(first, second, third));
        }

        @Override
        public Expr copy(Expr first, Expr second, Expr third) {
            return new Of3((ExprFunction3) inner.copy(first, second, third));
        }
    }

    /**
     * {@code UCASE} and {@code LCASE}. Java copies the complete string for each letter that becomes
     * two, as ß does, so long strings are converted in pieces.
     */
    static final class CaseMapping extends ExprFunction1 {
        private static final int PIECE = 1024;
        private final ExprFunction1 inner;

        CaseMapping(ExprFunction1 inner) {
            super(inner.getArg(), inner.getFunctionSymbol().getSymbol());
            this.inner = inner;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            ValueSizeLimits.arguments(List.of(value));
            Node node = value.asNode();
            if (!node.isLiteral() || node.getLiteralLexicalForm().length() <= PIECE) {
                return ValueSizeLimits.result(() -> inner.eval(value));
            }
            return ValueSizeLimits.result(() -> pieceByPiece(node));
        }

        private NodeValue pieceByPiece(Node node) {
            String text = node.getLiteralLexicalForm();
            StringBuilder made = new StringBuilder(text.length());
            for (int from = 0; from < text.length(); ) {
                int to = end(text, from);
                NodeValue piece =
                        NodeValue.makeNode(BoundedRegex.like(node, text.substring(from, to)));
                made.append(inner.eval(piece).asNode().getLiteralLexicalForm());
                ValueSizeLimits.pause();
                from = to;
            }
            return NodeValue.makeNode(BoundedRegex.like(node, made.toString()));
        }

        /**
         * The end of a piece: after a character that is not a letter if there is one, and never
         * inside a surrogate pair.
         */
        private static int end(String text, int from) {
            int to = Math.min(text.length(), from + PIECE);
            for (int at = to; at > from && to < text.length(); at--) {
                if (!Character.isLetter(text.codePointBefore(at))) {
                    return at;
                }
            }
            return to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
        }

        @Override
        public Expr copy(Expr arg) {
            return new CaseMapping((ExprFunction1) inner.copy(arg));
        }
    }

    /** {@code CONCAT}: many small strings can have a large sum. */
    static final class Concat extends ExprFunctionN {
        private final ExprFunctionN inner;

        Concat(ExprFunctionN inner) {
            super(inner.getFunctionSymbol().getSymbol(), new ExprList(inner.getArgs()));
            this.inner = inner;
        }

        @Override
        public NodeValue eval(List<NodeValue> texts) {
            ValueSizeLimits.sum(texts);
            return inner.eval(texts);
        }

        @Override
        public Expr copy(ExprList args) {
            return new Concat((ExprFunctionN) inner.copy(args));
        }
    }

    /** {@code STRDT}: parsing a number takes time quadratic in its length. */
    static final class Typed extends ExprFunction2 {
        private final ExprFunction2 inner;

        Typed(ExprFunction2 inner) {
            super(inner.getArg1(), inner.getArg2(), inner.getFunctionSymbol().getSymbol());
            this.inner = inner;
        }

        @Override
        public NodeValue eval(NodeValue text, NodeValue type) {
            ValueSizeLimits.pause();
            ValueSizeLimits.length(text.asString().length(), ValueSizeLimits.LEXICAL);
            return ValueSizeLimits.result(() -> inner.eval(text, type));
        }

        @Override
        public Expr copy(Expr text, Expr type) {
            return new Typed((ExprFunction2) inner.copy(text, type));
        }
    }
}
