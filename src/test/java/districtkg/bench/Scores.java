package districtkg.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was measured, and how it reads in a terminal and in a README. */
final class Scores {
    /** A question that needs no data: what HTTP and the reading of a query take by themselves. */
    static final String NOTHING = "ASK {}, which needs no data";

    private static final String OURS = "ours";
    private static final String STOCK = "tdb2";

    private final List<String> engines;
    private final Map<String, Map<String, List<Double>>> times = new LinkedHashMap<>();
    private final Map<String, Map<String, Rate>> rates = new LinkedHashMap<>();
    private final Map<String, Long> peaks = new TreeMap<>();

    /** Requests answered in so many seconds for so many milliseconds of processor time. */
    private record Rate(long answered, double seconds, double cpu) {
        Rate and(Rate more) {
            return new Rate(answered + more.answered, seconds + more.seconds, cpu + more.cpu);
        }

        double perSecond() {
            return answered / seconds;
        }

        double cpuEach() {
            return cpu / Math.max(1, answered);
        }
    }

    Scores(List<String> engines) {
        this.engines = engines;
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
        boolean compared = engines.contains(OURS) && engines.contains(STOCK);
        List<List<String>> queries = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("query, ms (p50 / p95)"));
        head.addAll(engines);
        if (compared) {
            head.addAll(List.of("ours / tdb2", "goal", "met"));
        }
        queries.add(head);
        double product = 1;
        int met = 0;
        for (QueryType type : types) {
            Map<String, List<Double>> of = times.get(type.title());
            List<String> row = new ArrayList<>(List.of(type.title()));
            engines.forEach(engine -> row.add(times(of.get(engine))));
            if (compared) {
                double ratio = part(of.get(OURS), .5) / part(of.get(STOCK), .5);
                product *= ratio;
                met += ratio <= type.goal() ? 1 : 0;
                row.addAll(
                        List.of(
                                number(ratio),
                                number(type.goal()),
                                ratio <= type.goal() ? "yes" : "no"));
            }
            queries.add(row);
        }
        queries.add(nothing(compared));
        if (compared) {
            List<String> mean = new ArrayList<>(List.of("geometric mean of ratios"));
            engines.forEach(engine -> mean.add(""));
            mean.addAll(
                    List.of(
                            number(Math.pow(product, 1.0 / types.size())),
                            "",
                            met + " of " + types.size()));
            queries.add(mean);
        }

        List<List<String>> mixes = new ArrayList<>();
        List<String> over = new ArrayList<>(List.of("requests/s (CPU-ms each)"));
        over.addAll(engines);
        if (compared) {
            over.add("ours / tdb2");
        }
        mixes.add(over);
        rates.forEach(
                (name, of) -> {
                    List<String> row = new ArrayList<>(List.of(name));
                    engines.forEach(
                            engine ->
                                    row.add(
                                            String.format(
                                                            Locale.ROOT,
                                                            "%,.0f",
                                                            of.get(engine).perSecond())
                                                    + " ("
                                                    + number(of.get(engine).cpuEach())
                                                    + ")"));
                    if (compared) {
                        row.add(number(of.get(OURS).perSecond() / of.get(STOCK).perSecond()) + "×");
                    }
                    mixes.add(row);
                });
        List<String> peak = new ArrayList<>(List.of("most memory, MB"));
        engines.forEach(engine -> peak.add(String.format(Locale.ROOT, "%,d", peaks.get(engine))));
        if (compared) {
            peak.add(number((double) peaks.get(OURS) / peaks.get(STOCK)));
        }
        mixes.add(peak);
        return List.of(queries, mixes);
    }

    private List<String> nothing(boolean compared) {
        Map<String, List<Double>> of = times.get(NOTHING);
        List<String> row = new ArrayList<>(List.of(NOTHING));
        engines.forEach(engine -> row.add(times(of.get(engine))));
        if (compared) {
            row.addAll(List.of(number(part(of.get(OURS), .5) / part(of.get(STOCK), .5)), "", ""));
        }
        return row;
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
