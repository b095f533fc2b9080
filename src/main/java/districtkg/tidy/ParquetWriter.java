package districtkg.tidy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.io.file.PathUtils;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Writes tables as Apache Parquet, by DuckDB in memory. Thread-safe. */
public final class ParquetWriter {
    private static final String IN_MEMORY = "jdbc:duckdb:";

    private ParquetWriter() {}

    /**
     * Writes a table, compressed with Zstandard. Numbers are doubles, lists are lists of strings.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Table table, OutputStream out) throws IOException {
        Path file = Files.createTempFile("districtkg-", ".parquet");
        try (DuckDBConnection duck = loaded(table)) {
            execute(duck, "COPY t TO '" + quoted(file) + "' (FORMAT parquet, COMPRESSION zstd)");
            Files.copy(file, out);
        } catch (SQLException failed) {
            throw new IOException("the Parquet file was not written", failed);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Writes a table of statements as a folder of Parquet files, {@code
     * province=440000/year=2020/data_0.parquet}, from which DuckDB, Spark and others read only the
     * provinces and years that a query names. A province is known by its code (GB/T 2260), the
     * first two digits of {@code place_code} with four zeros; a statement without a place or year
     * is below {@code __HIVE_DEFAULT_PARTITION__}.
     *
     * @param folder must not exist; it appears whole or not at all
     * @throws java.nio.file.FileAlreadyExistsException if it exists
     * @throws IOException if the files cannot be written
     */
    public static void writePartitioned(Table table, Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Path parent = folder.toAbsolutePath().getParent();
        Path aside = Files.createTempDirectory(parent, ".districtkg-");
        try (DuckDBConnection duck = loaded(table)) {
            Path files = aside.resolve("files");
            execute(
                    duck,
                    "COPY (SELECT *, substr(place_code, 1, 2) || '0000' AS province FROM t) TO '"
                            + quoted(files)
                            + "' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (province, year))");
            Files.move(files, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException failed) {
            throw new IOException("the Parquet files were not written", failed);
        } finally {
            PathUtils.deleteDirectory(aside);
        }
    }

    /** A database with the rows in a table {@code t}. */
    private static DuckDBConnection loaded(Table table) throws SQLException {
        DuckDBConnection duck =
                DriverManager.getConnection(IN_MEMORY).unwrap(DuckDBConnection.class);
        // One thread, so that the same rows give the same bytes.
        execute(duck, "SET threads = 1");
        execute(duck, "CREATE TABLE t (" + columns(table) + ")");
        try (DuckDBAppender appender = duck.createAppender("main", "t")) {
            for (Object[] row : table.rows()) {
                appender.beginRow();
                for (Object cell : row) {
                    append(cell, appender);
                }
                appender.endRow();
            }
        }
        return duck;
    }

    private static String quoted(Path file) {
        return file.toString().replace("'", "''");
    }

    private static void execute(Connection duck, String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String columns(Table table) {
        return table.columns().stream()
                .map(column -> "\"" + column.name() + "\" " + type(column.type()))
                .collect(Collectors.joining(", "));
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT, IRI -> "VARCHAR";
            case LIST -> "VARCHAR[]";
            case INTEGER -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    private static void append(@Nullable Object cell, DuckDBAppender appender) throws SQLException {
        switch (cell) {
            case null -> appender.appendNull();
            case Long number -> appender.append(number.longValue());
            case BigDecimal number -> appender.append(number.doubleValue());
            case Boolean truth -> appender.append(truth.booleanValue());
            case List<?> several -> appender.append(several);
            default -> appender.append(cell.toString());
        }
    }
}
