package districtkg.query;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import java.util.Locale;
import java.util.Map;

/**
 * Bounds nesting and number of parts of a query by its text, before it is parsed. The parser is
 * recursive, so a query of nothing but brackets would overflow the stack. Strings, IRIs and
 * comments are skipped.
 */
final class QueryComplexity {
    /** Maximum nesting of brackets. */
    static final int DEEPEST = 50;

    /** Maximum number of operators, blocks and joining keywords. */
    static final int PARTS = 1000;

    private static final String OPERATORS = "{|&!/^+*=";
    private static final String NOT_IN_IRIS = "<>\"{}|^`\\";

    private final String text;
    private int at;
    private int depth;
    private int parts;
    private int terms;
    private char last;

    private QueryComplexity(String text) {
        this.text = text;
    }

    /**
     * @throws Refusal if the query is nested too deeply, or has too many parts
     */
    static void check(String text) {
        new QueryComplexity(text).walk();
    }

    private void walk() {
        while (at < text.length()) {
            char here = text.charAt(at);
            switch (here) {
                case '"', '\'' -> string(here);
                case '#' -> line();
                case '\\' -> at += 2;
                case '<' -> less();
                default -> {
                    meet(here);
                    at++;
                }
            }
            if (depth > DEEPEST || terms > DEEPEST) {
                throw tooComplex("depth", DEEPEST);
            }
            if (parts > PARTS) {
                throw tooComplex("parts", PARTS);
            }
        }
    }

    private void meet(char here) {
        if (Character.isLetter(here)) {
            word();
        } else if ("([{".indexOf(here) >= 0) {
            depth++;
        } else if (")]}".indexOf(here) >= 0) {
            depth = Math.max(0, depth - 1);
        }
        if (OPERATORS.indexOf(here) >= 0 || (here == '-' && !Character.isLetterOrDigit(last))) {
            parts++;
        }
        last = here;
    }

    /** Counts keywords that join one expression to the next. */
    private void word() {
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end).toUpperCase(Locale.ROOT);
        if (word.equals("BIND") || word.equals("FILTER") || word.equals("IN")) {
            parts++;
        }
        at = end - 1;
    }

    /** Handles {@code <}: an IRI, the start of a triple term, or a comparison. */
    private void less() {
        int end = at + 1;
        while (end < text.length()
                && text.charAt(end) > ' '
                && NOT_IN_IRIS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '>') {
            at = end + 1;
        } else if (text.startsWith("<<", at)) {
            terms++;
            parts++;
            at += 2;
        } else {
            parts++;
            at++;
        }
        last = '>';
    }

    private void line() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void string(char quote) {
        String thrice = String.valueOf(quote).repeat(3);
        String closing = text.startsWith(thrice, at) ? thrice : String.valueOf(quote);
        at += closing.length();
        while (at < text.length() && !text.startsWith(closing, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at += closing.length();
        last = quote;
    }

    private static Refusal tooComplex(String what, int limit) {
        return new Refusal(Reason.QUERY_TOO_COMPLEX, "", Map.of("what", what, "limit", limit));
    }
}
