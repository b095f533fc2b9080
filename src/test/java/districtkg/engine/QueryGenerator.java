package districtkg.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Generates SELECT queries of every form of pattern over the data of {@link QueryEngineTest}. The
 * answer of each is determined but for the order of its rows: a LIMIT is only set behind an ORDER
 * BY of all columns, and no aggregate depends on the order of rows.
 */
final class QueryGenerator {
    private static final List<String> NAMES = List.of("?a", "?b", "?c", "?d", "?e");
    private static final int DEEPEST = 2;

    private final Random random;
    private int made;

    QueryGenerator(Random random) {
        this.random = random;
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String variable() {
        return pick(NAMES);
    }

    /** One in so many. */
    private boolean rarely(int many) {
        return random.nextInt(many) == 0;
    }

    /** The next query. */
    String next() {
        made = 0;
        return select(0);
    }

    private String select(int depth) {
        String body = group(depth);
        return rarely(3) ? grouped(body) : plain(body, depth);
    }

    private String plain(String body, int depth) {
        List<String> columns = some();
        String list = String.join(" ", columns);
        String distinct = rarely(3) ? "DISTINCT " : "";
        String computed = depth == 0 && rarely(4) ? " (" + value() + " AS ?" + fresh() + ")" : "";
        return "SELECT "
                + distinct
                + list
                + computed
                + " { "
                + body
                + "}"
                + (computed.isEmpty() ? ordered(columns) : "");
    }

    private String ordered(List<String> columns) {
        if (!rarely(4)) {
            return "";
        }
        String by =
                columns.stream()
                        .map(one -> rarely(3) ? "DESC(" + one + ")" : one)
                        .collect(Collectors.joining(" "));
        return " ORDER BY "
                + by
                + (rarely(2) ? " LIMIT " + random.nextInt(12) : "")
                + (rarely(3) ? " OFFSET " + random.nextInt(5) : "");
    }

    private String grouped(String body) {
        List<String> keys = rarely(4) ? List.of() : some().subList(0, 1);
        String key = String.join(" ", keys);
        String count = fresh();
        String other = fresh();
        return "SELECT "
                + key
                + " ("
                + aggregate()
                + " AS ?"
                + count
                + ")"
                + (rarely(2) ? " (" + aggregate() + " AS ?" + other + ")" : "")
                + " { "
                + body
                + "}"
                + (keys.isEmpty() ? "" : " GROUP BY " + key)
                + (rarely(3) ? " HAVING(" + aggregate() + " > " + random.nextInt(4) + ")" : "");
    }

    private String aggregate() {
        String of = variable();
        return switch (random.nextInt(8)) {
            case 0 -> "COUNT(*)";
            case 1 -> "COUNT(" + of + ")";
            case 2 -> "COUNT(DISTINCT " + of + ")";
            case 3 -> "COUNT(DISTINCT *)";
            case 4 -> "SUM(" + of + ")";
            case 5 -> "SUM(DISTINCT STRLEN(STR(" + of + ")))";
            case 6 -> "MIN(STR(" + of + "))";
            default -> "MAX(STR(" + of + "))";
        };
    }

    private List<String> some() {
        TreeSet<String> some = new TreeSet<>();
        for (int at = 1 + random.nextInt(3); at > 0; at--) {
            some.add(variable());
        }
        return new ArrayList<>(some);
    }

    private String fresh() {
        return "v" + made++;
    }

    private String group(int depth) {
        StringBuilder group = new StringBuilder();
        if (!rarely(12)) {
            group.append(triples());
        }
        for (int at = random.nextInt(3); at > 0; at--) {
            group.append(part(depth));
        }
        return group.toString();
    }

    private String part(int depth) {
        if (depth == DEEPEST) {
            return rarely(2) ? filter(depth) : triples();
        }
        String inner = group(depth + 1);
        return switch (random.nextInt(12)) {
            case 0, 1 -> "OPTIONAL { " + inner + "} ";
            case 2 -> "{ " + inner + "} UNION { " + group(depth + 1) + "} ";
            case 3 -> "MINUS { " + inner + "} ";
            case 4 -> "FILTER EXISTS { " + inner + "} ";
            case 5 -> "FILTER NOT EXISTS { " + inner + "} ";
            case 6 -> "BIND(" + value() + " AS ?" + fresh() + ") ";
            case 7 -> values();
            case 8 -> "{ " + select(depth + 1) + " } ";
            case 9 -> "{ " + inner + "} ";
            case 10 -> variable() + " " + path() + " " + object() + " . ";
            default -> filter(depth);
        };
    }

    private String triples() {
        StringBuilder triples = new StringBuilder();
        for (int at = random.nextInt(3); at >= 0; at--) {
            String predicate = rarely(8) ? "?p" : ":p" + random.nextInt(6);
            triples.append(rarely(9) ? ":s" + random.nextInt(32) : variable())
                    .append(' ')
                    .append(predicate)
                    .append(' ')
                    .append(object())
                    .append(" . ");
        }
        return triples.toString();
    }

    private String object() {
        return rarely(8) ? constant() : variable();
    }

    private String constant() {
        return switch (random.nextInt(5)) {
            case 0 -> String.valueOf(random.nextInt(10));
            case 1 -> random.nextInt(10) + "." + random.nextInt(3);
            case 2 -> "\"Text " + random.nextInt(9) + "\"";
            case 3 -> "\"区域" + random.nextInt(9) + "\"@zh";
            default -> ":s" + random.nextInt(32);
        };
    }

    private String path() {
        String one = ":p" + random.nextInt(6);
        String other = ":p" + random.nextInt(6);
        return switch (random.nextInt(9)) {
            case 0 -> one + "/" + other;
            case 1 -> "^" + one;
            case 2 -> "(" + one + "|" + other + ")";
            case 3 -> one + "?";
            case 4 -> one + "+";
            case 5 -> one + "*";
            case 6 -> "!(" + one + "|^" + other + ")";
            case 7 -> "(" + one + "/" + other + ")+";
            default -> "^" + one + "/" + other + "*";
        };
    }

    private String values() {
        String first = variable();
        if (rarely(2)) {
            return "VALUES " + first + " { " + constant() + " " + constant() + " :none } ";
        }
        String second = variable();
        while (second.equals(first)) {
            second = variable();
        }
        return "VALUES ("
                + first
                + " "
                + second
                + ") { ("
                + constant()
                + " UNDEF) (UNDEF "
                + constant()
                + ") ("
                + constant()
                + " "
                + constant()
                + ") } ";
    }

    private String value() {
        String of = variable();
        return switch (random.nextInt(6)) {
            case 0 -> "STR(" + of + ")";
            case 1 -> of + " + 1";
            case 2 -> "COALESCE(" + of + ", " + variable() + ", 0)";
            case 3 -> "IF(BOUND(" + of + "), " + variable() + ", 1 / 0)";
            case 4 -> "LCASE(STR(" + of + "))";
            default -> of;
        };
    }

    private String filter(int depth) {
        return "FILTER(" + condition(depth) + ") ";
    }

    private String condition(int depth) {
        String of = variable();
        return switch (random.nextInt(14)) {
            case 0 -> of + " > " + constant();
            case 1 -> of + " >= 2 && " + of + " < 7.0";
            case 2 -> constant() + " = " + of;
            case 3 -> of + " != " + variable();
            case 4 -> of + " < " + variable();
            case 5 -> "CONTAINS(" + of + ", \"ext\")";
            case 6 -> "STRSTARTS(LCASE(STR(" + of + ")), \"http\")";
            case 7 -> "!BOUND(" + of + ")";
            case 8 -> "BOUND(" + of + ") || " + variable() + " = 1";
            case 9 -> of + " IN (" + constant() + ", " + variable() + ")";
            case 10 -> "isIRI(" + of + ") && !(" + of + " = " + variable() + ")";
            case 11 -> "LANG(" + of + ") = \"zh\"";
            case 12 ->
                    depth == DEEPEST
                            ? "isNumeric(" + of + ")"
                            : "EXISTS { " + group(depth + 1) + "} || " + of + " > 5";
            default -> "sameTerm(" + of + ", " + constant() + ")";
        };
    }
}
