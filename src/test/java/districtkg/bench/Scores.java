package districtkg.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was measured, and how it reads in a terminal and in a README. */
final class Scores {
    /** A question that needs no data: what HTTP and the reading of a query take by themselves. */
    static final String NOTHING = "ASK {}, which needs no data";

    private static final String OURS = "ours";
    private static final String STOCK = "tdb2";
    private static final String CACHED = "cached";

    private final List<String> engines;
    private final Map<String, Map<String, List<Double>>> times = new LinkedHashMap<>();
    private final Map<String, Map<String, Rate>> rates = new LinkedHashMap<>();
    private final Map<String, Set<String>> different = new HashMap<>();
    private final Map<String, Long> peaks = new TreeMap<>();

    /** Requests answered in so many seconds for so many milliseconds of processor time. */
    private record Rate(long answered, double seconds, double cpu) {
        Rate and(Rate more) {
            return new Rate(answered + more.answered, seconds + more.seconds, cpu + more.cpu);
        }

        double perSecond() {
            return answered / seconds;
        }

        String text() {
            return String.format(Locale.ROOT, "%,.0f", perSecond())
                    + " ("
                    + number(cpu / Math.max(1, answered))
                    + ")";
        }
    }

    Scores(List<String> engines) {
        this.engines = engines;
    }

    /**
     * Notes that an engine gives other rows than ours, so that its times are shown, but are none to
     * beat.
     *
     * @return whether that is new
     */
    boolean differs(String engine, String type) {
        return different.computeIfAbsent(type, first -> new HashSet<>()).add(engine);
    }

    void time(String engine, String type, double millis) {
        times.computeIfAbsent(type, first -> new LinkedHashMap<>())
                .computeIfAbsent(engine, first -> new ArrayList<>())
                .add(millis);
    }

    void rate(
            String engine, boolean light, int clients, long answered, double seconds, double cpu) {
        rates.computeIfAbsent(
                        (light ? "light mix, " : "whole mix, ")
                                + clients
                                + (clients == 1 ? " client" : " clients"),
                        first -> new LinkedHashMap<>())
                .merge(engine, new Rate(answered, seconds, cpu), Rate::and);
    }

    void peak(String engine, long megabytes) {
        peaks.put(engine, megabytes);
    }

    String text(List<QueryType> types) {
        return tables(types).stream()
                .map(Scores::aligned)
                .reduce("", (before, table) -> before + "\n" + table);
    }

    String markdown(List<QueryType> types) {
        return tables(types).stream()
                .map(Scores::piped)
                .reduce("", (before, table) -> before + "\n" + table);
    }

    private List<List<List<String>>> tables(List<QueryType> types) {
        return List.of(latencies(types), mixes());
    }

    private List<List<String>> latencies(List<QueryType> types) {
        List<List<String>> table = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("query, ms (p50 / p95)"));
        head.addAll(engines);
        if (compared()) {
            head.addAll(List.of("ours / tdb2", "ours / best other"));
        }
        table.add(head);
        double product = 1;
        int won = 0;
        for (QueryType type : types) {
            table.add(row(type.title()));
            if (compared()) {
                product *= toStock(type.title());
                won += toBest(type.title()) <= 1 ? 1 : 0;
            }
        }
        table.add(row(NOTHING));
        if (compared()) {
            List<String> mean = new ArrayList<>(List.of("geometric mean; at or below the best"));
            engines.forEach(engine -> mean.add(""));
            mean.add(number(Math.pow(product, 1.0 / types.size())));
            mean.add(won + " of " + types.size());
            table.add(mean);
        }
        return table;
    }

    private boolean compared() {
        return engines.contains(OURS) && engines.contains(STOCK);
    }

    private List<String> row(String title) {
        List<String> row = new ArrayList<>(List.of(title));
        engines.forEach(
                engine ->
                        row.add(
                                times(times.get(title).get(engine))
                                        + (agrees(engine, title) ? "" : " ≠")));
        if (compared()) {
            row.add(number(toStock(title)));
            row.add(number(toBest(title)));
        }
        return row;
    }

    private double toStock(String title) {
        return median(title, OURS) / median(title, STOCK);
    }

    /** Against whichever of the others is fastest in this one. */
    private double toBest(String title) {
        return median(title, OURS)
                / engines.stream()
                        .filter(engine -> !engine.equals(OURS) && !engine.equals(CACHED))
                        .filter(engine -> agrees(engine, title))
                        .mapToDouble(engine -> median(title, engine))
                        .min()
                        .orElseThrow();
    }

    private boolean agrees(String engine, String title) {
        return !different.getOrDefault(title, Set.of()).contains(engine);
    }

    private double median(String title, String engine) {
        return part(times.get(title).get(engine), .5);
    }

    private List<List<String>> mixes() {
        List<List<String>> table = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("requests/s (CPU-ms each)"));
        head.addAll(engines);
        if (compared()) {
            head.add("ours / tdb2");
        }
        table.add(head);
        rates.forEach(
                (name, of) -> {
                    List<String> row = new ArrayList<>(List.of(name));
                    engines.forEach(engine -> row.add(of.get(engine).text()));
                    if (compared()) {
                        row.add(number(of.get(OURS).perSecond() / of.get(STOCK).perSecond()) + "×");
                    }
                    table.add(row);
                });
        List<String> peak = new ArrayList<>(List.of("most memory, MB"));
        engines.forEach(engine -> peak.add(String.format(Locale.ROOT, "%,d", peaks.get(engine))));
        if (compared()) {
            peak.add(number((double) peaks.get(OURS) / peaks.get(STOCK)));
        }
        table.add(peak);
        return table;
    }

    private static String times(List<Double> measured) {
        return number(part(measured, .5)) + " / " + number(part(measured, .95));
    }

    private static double part(List<Double> measured, double part) {
        List<Double> sorted = new ArrayList<>(measured);
        Collections.sort(sorted);
        return sorted.get(
                (int) Math.min(sorted.size() - 1L, Math.round(part * (sorted.size() - 1))));
    }

    /** Three digits that count. */
    private static String number(double value) {
        int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    private static String aligned(List<List<String>> table) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : table) {
            for (int at = 0; at < row.size(); at++) {
                text.append(String.format(Locale.ROOT, at == 0 ? "%-26s" : "%18s", row.get(at)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String piped(List<List<String>> table) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < table.size(); line++) {
            text.append("| ").append(String.join(" | ", table.get(line))).append(" |\n");
            if (line == 0) {
                text.append("|---|")
                        .append("---:|".repeat(table.getFirst().size() - 1))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
