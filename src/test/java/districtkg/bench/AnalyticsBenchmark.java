package districtkg.bench;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.graph.DatasetExporter;
import districtkg.server.Server;
import districtkg.web.PageSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSetFactory;

/**
 * Measures aggregates over made-up statements of all counties: DuckDB over partitioned Parquet and
 * over its own file, and our engine and Virtuoso over as many of the statements as they hold in
 * memory, whose answers are compared. Words: a folder, the number of statements (0 to measure only
 * what follows, over those that are there), the number of those that become triples (0 for none),
 * and {@code virtuoso} if it is to be measured.
 */
final class AnalyticsBenchmark {
    private static final int YEARS = 20;
    private static final int INDICATORS = 193;
    private static final int RUNS = 9;

    private final Path folder;
    private final Connection duck;
    private final PrintStream out;

    private AnalyticsBenchmark(Path folder, Connection duck, PrintStream out) {
        this.folder = folder;
        this.duck = duck;
        this.out = out;
    }

    /** Something that is measured. */
    @FunctionalInterface
    private interface Run {
        void run(int number) throws IOException, SQLException;
    }

    public static void main(String[] words) throws IOException, SQLException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(words[0]).toAbsolutePath());
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + folder + "/lane.db")) {
            AnalyticsBenchmark bench = new AnalyticsBenchmark(folder, duck, System.out);
            long rows = Long.parseLong(words[1]);
            if (rows > 0) {
                bench.lane(rows);
            }
            long part = Long.parseLong(words[2]);
            if (part > 0) {
                bench.stores(part, List.of(words).contains("virtuoso"));
            }
        }
        System.exit(0);
    }

    /** Writes the statements, if they are not there, and measures DuckDB. */
    private void lane(long rows) throws IOException, SQLException {
        Path files = folder.resolve("statements");
        execute("SET threads = 2");
        execute("SET memory_limit = '2GB'");
        if (!Files.exists(files)) {
            long counties = rows / YEARS / INDICATORS;
            execute(
                    """
                    CREATE OR REPLACE TABLE statements AS
                    SELECT printf('https://w3id.org/districtkg/id/made-up-%%d-%%d-%%d', county, year, indicator) AS iri,
                           'Outcome' AS kind,
                           CAST(110000 + (county %% 31) * 10000 + county // 31 AS VARCHAR) AS place_code,
                           printf('indicator-%%d', indicator) AS indicator,
                           2005 + year AS year,
                           (hash(county, year, indicator) %% 1000000) / 100.0 AS value,
                           TRUE AS preferred,
                           CAST(110000 + (county %% 31) * 10000 AS VARCHAR) AS province
                    FROM range(%d) c(county), range(%d) y(year), range(%d) i(indicator)
                    """
                            .formatted(counties, YEARS, INDICATORS));
            measure(
                    "write Parquet",
                    1,
                    number ->
                            execute(
                                    "COPY statements TO '"
                                            + files
                                            + "' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (province, year))"));
        }
        execute(
                "CREATE OR REPLACE VIEW parquet AS SELECT * FROM read_parquet('"
                        + files
                        + "/*/*/*.parquet', hive_partitioning = true)");
        out.printf(Locale.ROOT, "%,d statements%n", number("SELECT count(*) FROM parquet"));
        for (String name : List.of("national", "one-indicator", "by-province", "one-place")) {
            String sql = Files.readString(Path.of("src/test/resources/analytics/" + name + ".sql"));
            measure(
                    name + ", DuckDB over Parquet",
                    RUNS,
                    run -> number(sql.replace("FROM statements", "FROM parquet")));
            measure(name + ", DuckDB's own file", RUNS, run -> number(sql));
        }
    }

    /** Measures the national aggregate in SPARQL, over some counties, and in DuckDB. */
    private void stores(long part, boolean virtuoso)
            throws IOException, SQLException, InterruptedException {
        execute(
                "CREATE OR REPLACE TABLE part AS SELECT * FROM statements WHERE place_code IN (SELECT DISTINCT place_code FROM statements ORDER BY place_code LIMIT "
                        + part / YEARS / INDICATORS
                        + ")");
        String sql =
                Files.readString(Path.of("src/test/resources/analytics/national.sql"))
                        .replace("FROM statements", "FROM part");
        out.printf(Locale.ROOT, "%,d statements%n", number("SELECT count(*) FROM part"));
        measure("national, DuckDB's own file", RUNS, run -> number(sql));
        Path quads = folder.resolve("part.nq");
        Path triples = folder.resolve("part.nt");
        write(quads, " <https://w3id.org/districtkg/graph/derived>");
        write(triples, "");
        String query = Files.readString(Path.of("src/test/resources/analytics/national.rq"));
        Map<String, double[]> expected = rows(sql);
        Edition edition =
                Edition.prepared(
                        List.of(quads, small()), UnaryOperator.identity(), Path.of("ontology"));
        try (Server server = Server.start("127.0.0.1", 0, edition, PageSettings.NONE);
                QuestionStore ours = QuestionStore.endpoint(server.address().resolve("sparql"))) {
            store("our engine", ours, query, expected);
        }
        if (virtuoso) {
            try (BenchmarkEngine engine = Virtuoso.start(triples, folder.resolve("virtuoso.log"));
                    QuestionStore theirs = QuestionStore.endpoint(engine.endpoint())) {
                store("Virtuoso", theirs, query, expected);
            }
        }
    }

    /** The export of the made-up district of the tests, with the ontology that the server needs. */
    private Path small() {
        Edition edition = Fixture.yunheEdition();
        Path file = folder.resolve("small.nq");
        DatasetExporter.write(edition.data(), edition.prefixes(), file);
        return file;
    }

    private void store(
            String name, QuestionStore store, String query, Map<String, double[]> expected)
            throws IOException, SQLException {
        // The comment keeps an answer from being taken from a cache.
        measure("national, " + name, 5, run -> store.ask("# " + run + "\n" + query));
        org.apache.jena.query.ResultSet answer =
                ResultSetFactory.fromJSON(new ByteArrayInputStream(store.ask(query)));
        int same = 0;
        int other = 0;
        while (answer.hasNext()) {
            QuerySolution row = answer.next();
            String indicator = row.getResource("indicator").getURI();
            if (!indicator.contains("/indicator-")) {
                continue;
            }
            String key =
                    indicator.substring(indicator.lastIndexOf('/') + 1)
                            + " "
                            + row.getLiteral("year").getLexicalForm();
            double[] figures = expected.getOrDefault(key, new double[] {0, 0});
            double mean = Double.parseDouble(row.getLiteral("mean").getLexicalForm());
            boolean equal =
                    Math.abs(mean - figures[0]) <= Math.abs(mean) * 1e-9
                            && row.getLiteral("places").getLong() == (long) figures[1];
            same += equal ? 1 : 0;
            other += equal ? 0 : 1;
        }
        out.printf(
                "%s: %d rows equal to DuckDB's, %d not, %d expected%n",
                name, same, other, expected.size());
    }

    private Map<String, double[]> rows(String sql) throws SQLException {
        Map<String, double[]> found = new TreeMap<>();
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.put(
                        rows.getString("indicator") + " " + rows.getInt("year"),
                        new double[] {rows.getDouble("mean"), rows.getLong("places")});
            }
        }
        return found;
    }

    private void write(Path file, String graph) throws IOException, SQLException {
        String ns = "https://w3id.org/districtkg/ns#";
        String type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
        String xsd = "http://www.w3.org/2001/XMLSchema#";
        try (Writer writer = Files.newBufferedWriter(file);
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM part")) {
            while (rows.next()) {
                String subject = "<" + rows.getString("iri") + "> ";
                for (String rest :
                        List.of(
                                type + " <" + ns + "Outcome>",
                                type + " <" + ns + "PreferredStatement>",
                                "<%splace> <https://w3id.org/districtkg/id/%s>"
                                        .formatted(ns, rows.getString("place_code")),
                                "<%sindicator> <https://w3id.org/districtkg/vocab/%s>"
                                        .formatted(ns, rows.getString("indicator")),
                                "<%syear> \"%s\"^^<%sgYear>"
                                        .formatted(ns, rows.getInt("year"), xsd),
                                "<%svalue> \"%s\"^^<%sdecimal>"
                                        .formatted(
                                                ns,
                                                rows.getBigDecimal("value").toPlainString(),
                                                xsd))) {
                    writer.write(subject + rest + graph + " .\n");
                }
            }
        }
    }

    private void measure(String name, int runs, Run run) throws IOException, SQLException {
        double[] wall = new double[runs];
        double cpu = Double.MAX_VALUE;
        for (int i = 0; i < runs; i++) {
            long processor = processor();
            long began = System.nanoTime();
            run.run(i);
            wall[i] = (System.nanoTime() - began) / 1e6;
            cpu = Math.min(cpu, (processor() - processor) / 1e6);
        }
        Arrays.sort(wall);
        out.printf(
                Locale.ROOT,
                "%-40s best %,8.1f ms, median %,8.1f ms, least CPU of this process %,8.1f ms%n",
                name,
                wall[0],
                wall[runs / 2],
                cpu);
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Reads all rows, and returns the last column of the last. */
    private long number(String sql) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            long last = 0;
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                last = rows.getLong(columns);
            }
            return last;
        }
    }
}
