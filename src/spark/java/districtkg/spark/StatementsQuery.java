package districtkg.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Runs SQL on Apache Spark over statements that {@code export --partitioned} wrote, and prints the
 * number of rows and the first ones. Words: the folder of the statements, and files with a query
 * each on the view {@code statements}.
 */
public final class StatementsQuery {
    private static final int RUNS = 5;
    private static final int SHOWN = 3;

    private StatementsQuery() {}

    /** Runs the queries on the master that {@code spark.master} names. */
    public static void main(String[] words) throws IOException {
        try (SparkSession spark = SparkSession.builder().appName("DistrictKG").getOrCreate()) {
            spark.read().parquet(words[0]).createOrReplaceTempView("statements");
            for (String file : List.of(words).subList(1, words.length)) {
                String sql = Files.readString(Path.of(file));
                List<Row> rows = List.of();
                double best = Double.MAX_VALUE;
                for (int i = 0; i < RUNS; i++) {
                    long began = System.nanoTime();
                    rows = spark.sql(sql).collectAsList();
                    best = Math.min(best, (System.nanoTime() - began) / 1e6);
                }
                System.out.printf(
                        Locale.ROOT, "%s: %,d rows, best %,.0f ms%n", file, rows.size(), best);
                rows.stream().limit(SHOWN).forEach(row -> System.out.println("  " + row));
            }
        }
    }
}
