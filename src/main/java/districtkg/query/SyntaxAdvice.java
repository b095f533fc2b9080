package districtkg.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to do about a query that cannot be parsed.
 *
 * @param key names the advice: {@code missing-close}
 * @param term what it is about: a bracket, a prefix or a variable; empty if nothing
 */
public record SyntaxAdvice(String key, String term) {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\"\"\"[\\s\\S]*?\"\"\"|'''[\\s\\S]*?'''|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*'"
                            + "|<[^<>\"{}|^`\\\\\\s]*>|#[^\n]*|[{}()\\[\\]\"']");
    private static final String OPEN = "{([";
    private static final String CLOSE = "})]";
    private static final Pattern PREFIX = Pattern.compile("Unresolved prefixed name: ([^:\\s]*):");
    private static final Pattern GROUP =
            Pattern.compile("(?i)non-group key variable[^?]*(\\?\\w+)");
    private static final Pattern MET =
            Pattern.compile("Encountered \"+\\s*(?:<\\w+>\\s*)?\"?([^\"\\s]*)");

    /**
     * The advice on an error; none for errors that are rare.
     *
     * @param wrong the error
     * @param text the query
     */
    public static List<SyntaxAdvice> on(BadQuery wrong, String text) {
        Matcher prefix = PREFIX.matcher(wrong.what());
        if (prefix.find()) {
            return List.of(new SyntaxAdvice("unknown-prefix", prefix.group(1) + ":"));
        }
        Matcher group = GROUP.matcher(wrong.what());
        if (group.find()) {
            return List.of(new SyntaxAdvice("not-grouped", group.group(1)));
        }
        List<SyntaxAdvice> brackets = brackets(text);
        return brackets.isEmpty() ? expected(wrong) : brackets;
    }

    /** The first bracket or quotation mark without its counterpart. */
    private static List<SyntaxAdvice> brackets(String text) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            String token = tokens.group();
            if (OPEN.contains(token)) {
                open.push(token);
            } else if (CLOSE.contains(token)) {
                if (open.isEmpty()) {
                    return List.of(new SyntaxAdvice("extra-close", token));
                }
                String last = open.pop();
                if (!closing(last).equals(token)) {
                    return List.of(new SyntaxAdvice("missing-close", closing(last)));
                }
            } else if (token.length() == 1 && "\"'".contains(token)) {
                return List.of(new SyntaxAdvice("missing-quote", token));
            }
        }
        return open.isEmpty()
                ? List.of()
                : List.of(new SyntaxAdvice("missing-close", closing(open.pop())));
    }

    private static String closing(String open) {
        int at = OPEN.indexOf(open);
        return CLOSE.substring(at, at + 1);
    }

    /** What the parser expected instead of what it met. */
    private static List<SyntaxAdvice> expected(BadQuery wrong) {
        Matcher met = MET.matcher(wrong.what());
        String token = met.find() ? met.group(1) : "";
        List<String> expected = wrong.expected();
        boolean ends = token.equals("}") || token.equals(".") || token.equals(";");
        if (ends && expected.contains("<PNAME_LN>") && !expected.contains(token)) {
            return List.of(new SyntaxAdvice("incomplete-triple", token));
        }
        if (expected.contains(".") && expected.contains(";")) {
            return List.of(new SyntaxAdvice("missing-dot", token));
        }
        return List.of();
    }
}
