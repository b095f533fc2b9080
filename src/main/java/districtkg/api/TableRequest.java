package districtkg.api;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.tidy.Column;
import districtkg.tidy.ColumnType;
import districtkg.tidy.PlaceCodes;
import districtkg.tidy.Table;
import districtkg.tidy.TidyTableWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request for rows of a table.
 *
 * @param table the table
 * @param filter the rows wanted
 * @param fields the positions of the columns wanted
 * @param limit the greatest number of rows of the answer
 * @param after the key after which the rows begin; empty for the first page
 * @param csv whether CSV is wanted instead of JSON
 */
record TableRequest(
        Table table,
        Predicate<Object[]> filter,
        List<Integer> fields,
        int limit,
        String after,
        boolean csv) {
    /** The number of rows of an answer unless the request says otherwise. */
    static final int DEFAULT_LIMIT = 100;

    /**
     * The greatest number of rows of an answer in JSON. CSV has all rows unless a limit is given.
     */
    static final int MAX_LIMIT = 1000;

    /** Suffixes of the parameters that limit a range, both ends included. */
    static final String FROM = "_from";

    static final String TO = "_to";

    /** Parameters that are not columns. */
    static final Set<String> CONTROLS = Set.of("fields", "limit", "cursor", "format", "lang");

    private static final Set<String> DATES =
            Set.of("date", "due", "since", "published", "document_published", "as_of");

    /**
     * Reads the parameters of a request.
     *
     * @param places finds the codes of places by code, division code or name, and those within them
     * @throws Refusal with all faults of the parameters
     */
    static TableRequest of(Table table, Map<String, String> parameters, PlaceCodes places) {
        List<String> faults = new ArrayList<>();
        Predicate<Object[]> filter = row -> true;
        for (Map.Entry<String, String> one : parameters.entrySet()) {
            if (!CONTROLS.contains(one.getKey())) {
                filter = filter.and(filter(table, one.getKey(), one.getValue(), places, faults));
            }
        }
        boolean csv = csv(parameters.getOrDefault("format", "json"), faults);
        List<Integer> fields = fields(table, parameters.getOrDefault("fields", ""), faults);
        int limit = limit(parameters, csv, faults);
        String after = after(parameters.getOrDefault("cursor", ""), faults);
        if (!faults.isEmpty()) {
            throw new Refusal(
                    Reason.BAD_REQUEST, String.join("\n", faults), Map.of("faults", faults));
        }
        return new TableRequest(table, filter, fields, limit, after, csv);
    }

    /** The cursor of the page after a row. */
    static String cursor(Object[] row) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Table.key(row).getBytes(StandardCharsets.UTF_8));
    }

    /** The parameters that filter a column, in the order in which documentation lists them. */
    static Stream<String> parameters(Column column) {
        return ranged(column)
                ? Stream.of(column.name(), column.name() + FROM, column.name() + TO)
                : Stream.of(column.name());
    }

    /** Whether a column takes the suffixes of a range. */
    static boolean ranged(Column column) {
        return column.type() == ColumnType.INTEGER
                || column.type() == ColumnType.NUMBER
                || DATES.contains(column.name());
    }

    private static Predicate<Object[]> filter(
            Table table, String name, String wanted, PlaceCodes places, List<String> faults) {
        Optional<Integer> position = table.position(name);
        if (position.isPresent()) {
            int at = position.orElseThrow();
            Column column = table.columns().get(at);
            List<String> values = values(wanted);
            if (column.type() == ColumnType.NUMBER || column.type() == ColumnType.INTEGER) {
                values.forEach(value -> number(name, value, faults));
            }
            List<String> codes = name.equals("place") ? places.codes(values, faults) : values;
            return row -> matches(row[at], codes);
        }
        if (name.equals("within") && table.position("place").isPresent()) {
            int at = table.position("place").orElseThrow();
            Set<String> inside = places.within(values(wanted), faults);
            return row -> row[at] != null && inside.contains(row[at].toString());
        }
        for (String suffix : List.of(FROM, TO)) {
            String column = name.replaceFirst(suffix + "$", "");
            Optional<Integer> ranged =
                    name.endsWith(suffix) ? table.position(column) : Optional.empty();
            if (ranged.filter(at -> ranged(table.columns().get(at))).isPresent()) {
                return range(table, ranged.orElseThrow(), suffix.equals(FROM), wanted, faults);
            }
        }
        faults.add(
                "There is no parameter '%s'. Parameters of %s: %s"
                        .formatted(name, table.name(), String.join(", ", allowed(table))));
        return row -> true;
    }

    private static Predicate<Object[]> range(
            Table table, int at, boolean from, String wanted, List<String> faults) {
        Column column = table.columns().get(at);
        if (column.type() == ColumnType.TEXT) {
            return row -> row[at] != null && within(row[at].toString(), wanted, from);
        }
        BigDecimal limit = number(column.name(), wanted, faults);
        return row -> {
            if (row[at] == null) {
                return false;
            }
            int order = new BigDecimal(row[at].toString()).compareTo(limit);
            return from ? order >= 0 : order <= 0;
        };
    }

    /** Compares dates as far as both are precise: {@code 2020-05} is not after {@code 2020}. */
    private static boolean within(String date, String limit, boolean from) {
        int common = Math.min(date.length(), limit.length());
        int order = date.substring(0, common).compareTo(limit.substring(0, common));
        return from ? order >= 0 : order <= 0;
    }

    private static boolean matches(@Nullable Object cell, List<String> wanted) {
        return switch (cell) {
            case null -> false;
            case List<?> several ->
                    several.stream().anyMatch(one -> wanted.contains(one.toString()));
            case BigDecimal number ->
                    wanted.stream().anyMatch(one -> number.compareTo(new BigDecimal(one)) == 0);
            default -> wanted.contains(cell.toString());
        };
    }

    private static List<String> values(String wanted) {
        return Arrays.stream(wanted.split(",")).map(String::strip).toList();
    }

    private static List<String> allowed(Table table) {
        return Stream.concat(
                        table.columns().stream().flatMap(TableRequest::parameters),
                        Stream.concat(
                                table.position("place").isPresent()
                                        ? Stream.of("within")
                                        : Stream.empty(),
                                CONTROLS.stream().sorted()))
                .toList();
    }

    private static BigDecimal number(String name, String value, List<String> faults) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException notNumber) {
            faults.add("'%s' takes numbers, not '%s'".formatted(name, value));
            return BigDecimal.ZERO;
        }
    }

    private static boolean csv(String format, List<String> faults) {
        if (!Set.of("json", "csv").contains(format)) {
            faults.add("'format' is 'json' or 'csv', not '%s'".formatted(format));
        }
        return format.equals("csv");
    }

    private static List<Integer> fields(Table table, String wanted, List<String> faults) {
        if (wanted.isEmpty()) {
            return TidyTableWriter.all(table);
        }
        List<Integer> fields = new ArrayList<>();
        for (String name : values(wanted)) {
            Optional<Integer> at = table.position(name);
            at.ifPresent(fields::add);
            if (at.isEmpty()) {
                faults.add(
                        "There is no field '%s'. Fields of %s: %s"
                                .formatted(
                                        name,
                                        table.name(),
                                        String.join(
                                                ", ",
                                                table.columns().stream()
                                                        .map(Column::name)
                                                        .toList())));
            }
        }
        return fields;
    }

    private static int limit(Map<String, String> parameters, boolean csv, List<String> faults) {
        String wanted = parameters.getOrDefault("limit", "");
        if (wanted.isEmpty()) {
            return csv ? Integer.MAX_VALUE : DEFAULT_LIMIT;
        }
        if (!wanted.matches("[1-9][0-9]{0,6}") || (!csv && Integer.parseInt(wanted) > MAX_LIMIT)) {
            faults.add("'limit' is a number from 1 to %d, not '%s'".formatted(MAX_LIMIT, wanted));
            return 1;
        }
        return Integer.parseInt(wanted);
    }

    private static String after(String cursor, List<String> faults) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            faults.add("'cursor' is not one that an answer gave: take it from 'next'");
            return "";
        }
    }
}
