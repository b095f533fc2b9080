package districtkg.query;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import java.util.Locale;
import java.util.Map;

/**
 * How deep a query is nested and of how many parts it is made, by its text alone: what reads a
 * query calls itself for each, so that a query of nothing but brackets ends in a stack that is
 * full. Texts, IRIs and comments are passed by.
 */
final class QueryComplexity {
    /** Brackets within brackets. */
    static final int DEEPEST = 50;

    /** Operators, blocks and joining words. */
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
     * @throws Refusal where the query is too deep, or has too many parts
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

    /** Counts the words that join one expression to the next. */
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

    /** An IRI, a triple term that begins, or the sign of a comparison. */
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
