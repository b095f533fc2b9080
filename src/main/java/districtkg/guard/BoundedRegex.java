package districtkg.guard;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.sse.Tags;
import org.jspecify.annotations.Nullable;

/** {@code REGEX} and {@code REPLACE} as Jena means them, but in a bounded time and size. */
final class BoundedRegex {
    private static final int FLAGS_OF_REGEX = 2;
    private static final int FLAGS_OF_REPLACE = 3;

    private BoundedRegex() {}

    /** {@code REGEX}, and {@code fn:matches}. */
    static final class Match extends ExprFunctionN {
        private final @Nullable Pattern known;

        Match(ExprList args) {
            super(Tags.tagRegex, args);
            this.known = constant(args, FLAGS_OF_REGEX);
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            return matches(args, known);
        }

        @Override
        public Expr copy(ExprList args) {
            return new Match(args);
        }
    }

    /** {@code REPLACE}. */
    static final class Replace extends ExprFunctionN {
        private final @Nullable Pattern known;

        Replace(ExprList args) {
            super(Tags.tagReplace, args);
            this.known = constant(args, FLAGS_OF_REPLACE);
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            return replaced(args, known);
        }

        @Override
        public Expr copy(ExprList args) {
            return new Replace(args);
        }
    }

    static NodeValue matches(List<NodeValue> args, @Nullable Pattern known) {
        String text = text("REGEX", args.get(0)).getLiteralLexicalForm();
        Pattern pattern = known == null ? pattern(args, FLAGS_OF_REGEX) : known;
        try {
            return NodeValue.booleanReturn(pattern.matcher(new InterruptibleText(text)).find());
        } catch (StackOverflowError deep) {
            throw tooDeep();
        }
    }

    static NodeValue replaced(List<NodeValue> args, @Nullable Pattern known) {
        Node node = text("REPLACE", args.get(0));
        String by = text("REPLACE", args.get(2)).getLiteralLexicalForm();
        Pattern pattern = known == null ? pattern(args, FLAGS_OF_REPLACE) : known;
        String text = node.getLiteralLexicalForm();
        try {
            String made = replaced(pattern.matcher(new InterruptibleText(text)), by);
            return made.equals(text) ? args.getFirst() : like(node, made);
        } catch (StackOverflowError deep) {
            throw tooDeep();
        } catch (IllegalArgumentException | IndexOutOfBoundsException noSuchGroup) {
            throw new ExprEvalException("REPLACE: " + noSuchGroup.getMessage());
        }
    }

    private static String replaced(Matcher matcher, String by) {
        StringBuilder made = new StringBuilder();
        boolean first = true;
        while (matcher.find()) {
            if (first || matcher.start() < matcher.end()) {
                matcher.appendReplacement(made, by);
                ValueSizeLimits.length(made.length(), ValueSizeLimits.TEXT);
            }
            first = false;
        }
        matcher.appendTail(made);
        ValueSizeLimits.length(made.length(), ValueSizeLimits.TEXT);
        return made.toString();
    }

    /** In the language of another text. */
    private static NodeValue like(Node other, String text) {
        return NodeValue.makeNode(
                NodeFactory.createLiteral(
                        text,
                        other.getLiteralLanguage(),
                        other.getLiteralBaseDirection(),
                        other.getLiteralDatatype()));
    }

    private static Node text(String function, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value);
    }

    /** The pattern, where it is the same for all rows. */
    private static @Nullable Pattern constant(ExprList args, int flags) {
        boolean constant =
                args.get(1).isConstant() && (args.size() <= flags || args.get(flags).isConstant());
        return constant
                ? pattern(
                        args.getList().stream()
                                .map(
                                        arg ->
                                                arg.isConstant()
                                                        ? arg.getConstant()
                                                        : NodeValue.nvEmptyString)
                                .toList(),
                        flags)
                : null;
    }

    private static Pattern pattern(List<NodeValue> args, int flags) {
        if (!args.get(1).isString() || (args.size() > flags && !args.get(flags).isString())) {
            throw new ExprException("a pattern and its flags are texts");
        }
        String pattern = args.get(1).getString();
        ValueSizeLimits.length(pattern.length(), ValueSizeLimits.LEXICAL);
        try {
            return RegexEngine.makePattern(
                    "REGEX", pattern, args.size() > flags ? args.get(flags).getString() : null);
        } catch (StackOverflowError deep) {
            throw tooDeep();
        }
    }

    private static ExprEvalException tooDeep() {
        return new ExprEvalException("the pattern goes too deep for the text");
    }
}
