package districtkg.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.ExprEvalException;

/**
 * Bounds the expansion of a pattern: {@code (?:a{100}){100}} compiles to ten thousand instructions,
 * so the counts of nested groups multiply.
 */
final class RepeatCounts {
    private static final int LARGEST = 1000;

    /** One token of the scan: an escape, a class, a count, or a single character. */
    private static final Pattern PART =
            Pattern.compile(
                    "\\\\Q.*?(?:\\\\E|$)|\\\\.|\\[\\^?]?(?:\\\\.|\\[:\\^?\\w+:]|[^]\\\\])*]|\\{(\\d+)(?:,(\\d*))?}|.",
                    Pattern.DOTALL);

    private RepeatCounts() {}

    /**
     * Checks a pattern.
     *
     * @throws ExprEvalException if it expands to more than {@value #LARGEST} copies of a part
     */
    static void check(String pattern) {
        Deque<Long> groups = new ArrayDeque<>();
        long inGroup = 1;
        long latest = 1;
        Matcher part = PART.matcher(pattern);
        while (part.find()) {
            if (part.group(1) != null) {
                latest *= count(part);
            } else if (part.group().equals("(")) {
                groups.push(inGroup);
                inGroup = 1;
                latest = 1;
            } else if (part.group().equals(")") && !groups.isEmpty()) {
                latest = inGroup;
                inGroup = groups.pop();
            } else {
                latest = 1;
            }
            inGroup = Math.max(inGroup, latest);
            if (inGroup > LARGEST) {
                throw new ExprEvalException(
                        "a pattern that repeats a part more than " + LARGEST + " times");
            }
        }
    }

    private static long count(Matcher part) {
        String most = part.group(2) == null || part.group(2).isEmpty() ? "0" : part.group(2);
        return Math.max(1, Math.max(parsed(part.group(1)), parsed(most)));
    }

    private static long parsed(String digits) {
        return digits.length() > 4 ? LARGEST + 1 : Long.parseLong(digits);
    }

    /** The pattern without the white space that the flag {@code x} ignores. */
    static String withoutSpaces(String pattern) {
        StringBuilder kept = new StringBuilder();
        Matcher part = PART.matcher(pattern);
        while (part.find()) {
            if (!part.group().isBlank()) {
                kept.append(part.group());
            }
        }
        return kept.toString();
    }
}
