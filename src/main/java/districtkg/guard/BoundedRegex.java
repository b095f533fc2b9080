package districtkg.guard;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.sse.Tags;
import org.jspecify.annotations.Nullable;

/**
 * {@code REGEX} and {@code REPLACE} in time linear in the string and the pattern. RE2/J matches
 * without backtracking. It has no backreferences and no lookaround, which SPARQL's regular
 * expressions do not have either.
 */
final class BoundedRegex {
    private static final int FLAGS_OF_REGEX = 2;
    private static final int FLAGS_OF_REPLACE = 3;

    private BoundedRegex() {}

    /** {@code REGEX} and {@code fn:matches}. */
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
        return NodeValue.booleanReturn(pattern.matcher(new InterruptibleText(text)).find());
    }

    static NodeValue replaced(List<NodeValue> args, @Nullable Pattern known) {
        Node node = text("REPLACE", args.get(0));
        String by = text("REPLACE", args.get(2)).getLiteralLexicalForm();
        Pattern pattern = known == null ? pattern(args, FLAGS_OF_REPLACE) : known;
        String text = node.getLiteralLexicalForm();
        try {
            String made = replaced(pattern.matcher(new InterruptibleText(text)), by);
            return made.equals(text) ? args.getFirst() : NodeValue.makeNode(like(node, made));
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

    /** A string with the language tag and direction of another. */
    static Node like(Node other, String text) {
        return NodeFactory.createLiteral(
                text,
                other.getLiteralLanguage(),
                other.getLiteralBaseDirection(),
                other.getLiteralDatatype());
    }

    private static Node text(String function, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value);
    }

    /** The compiled pattern if it is constant. */
    private static @Nullable Pattern constant(ExprList args, int flags) {
        boolean constant =
                args.get(1).isConstant() && (args.size() <= flags || args.get(flags).isConstant());
        if (!constant) {
            return null;
        }
        List<NodeValue> values =
                args.getList().stream()
                        .map(arg -> arg.isConstant() ? arg.getConstant() : NodeValue.nvEmptyString)
                        .toList();
        try {
            return pattern(values, flags);
        } catch (ExprEvalException ofEachRow) {
            return null;
        }
    }

    private static Pattern pattern(List<NodeValue> args, int flags) {
        if (!args.get(1).isString() || (args.size() > flags && !args.get(flags).isString())) {
            throw new ExprEvalException("a pattern and its flags are plain strings");
        }
        String pattern = args.get(1).getString();
        ValueSizeLimits.length(pattern.length(), ValueSizeLimits.LEXICAL);
        return compiled(pattern, args.size() > flags ? args.get(flags).getString() : "");
    }

    private static Pattern compiled(String pattern, String flags) {
        int mask = 0;
        String plain = pattern;
        for (int at = 0; at < flags.length(); at++) {
            switch (flags.charAt(at)) {
                case 'i' -> mask |= Pattern.CASE_INSENSITIVE;
                case 'm' -> mask |= Pattern.MULTILINE;
                case 's' -> mask |= Pattern.DOTALL;
                case 'x' -> plain = RepeatCounts.withoutSpaces(plain);
                case 'q' -> plain = Pattern.quote(plain);
                default ->
                        throw new ExprEvalException(
                                "no such flag of a pattern: " + flags.charAt(at));
            }
        }
        RepeatCounts.check(plain);
        try {
            return Pattern.compile(plain, mask);
        } catch (PatternSyntaxException wrong) {
            throw new ExprEvalException(wrong.getMessage());
        } catch (StackOverflowError deep) {
            throw new ExprEvalException("the pattern is nested too deeply");
        }
    }
}
