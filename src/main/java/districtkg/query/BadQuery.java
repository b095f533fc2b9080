package districtkg.query;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryParseException;

/**
 * A query that is not SPARQL or uses an unsupported feature, with the position and what was
 * expected.
 */
public final class BadQuery extends Refusal {
    @Serial private static final long serialVersionUID = 1;
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|<[A-Z_0-9]+>");

    private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");

    private final String what;
    private final int line;
    private final int column;
    private final transient List<String> expected;

    private BadQuery(String what, int line, int column, List<String> expected) {
        super(Reason.BAD_QUERY, place(line, column) + what, members(line, column, expected));
        this.what = what;
        this.line = line;
        this.column = column;
        this.expected = List.copyOf(expected);
    }

    /** Converts a parser error: the token found, its position, and the expected tokens. */
    static BadQuery of(QueryParseException told) {
        String message = String.valueOf(told.getMessage()).strip();
        int list = message.indexOf("Was expecting");
        String met =
                (list < 0 ? message : message.substring(0, list)).strip().replaceAll("\\s+", " ");
        Matcher place = PLACE.matcher(met);
        boolean placed = place.find(); // the exception itself names the previous token
        return new BadQuery(
                met.replaceFirst("^Line \\d+, column \\d+: ", ""),
                placed ? Integer.parseInt(place.group(1)) : Math.max(told.getLine(), 0),
                placed ? Integer.parseInt(place.group(2)) : Math.max(told.getColumn(), 0),
                list < 0 ? List.of() : tokens(message.substring(list)));
    }

    /** A valid query that uses a feature this endpoint does not support. */
    public static BadQuery refused(String what) {
        return new BadQuery(what, 0, 0, List.of());
    }

    private static String place(int line, int column) {
        return line > 0 ? "Line " + line + ", column " + column + ": " : "";
    }

    private static Map<String, Object> members(int line, int column, List<String> expected) {
        return line > 0
                ? Map.of("line", line, "column", column, "expected", List.copyOf(expected))
                : Map.of();
    }

    /** The error, without its position. */
    public String what() {
        return what;
    }

    /** Line, from 1; 0 if the error has no position. */
    public int line() {
        return line;
    }

    /** Column, from 1; 0 if the error has no position. */
    public int column() {
        return column;
    }

    /** Tokens that would be valid at that position; may be empty. */
    public List<String> expected() {
        return expected;
    }

    private static List<String> tokens(String list) {
        Matcher token = TOKEN.matcher(list);
        return token.results()
                .map(match -> match.group().replaceAll("^\"|\"$", ""))
                .distinct()
                .toList();
    }
}
