package districtkg.tidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.graph.GraphReader;
import districtkg.vocab.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the real data, as files. */
class TablesTest {
    private static Tables tables;
    private static Codebook codebook;

    @BeforeAll
    static void read() {
        GraphReader graph = Fixture.edition(Fixture.real()).things();
        tables = new Tables(graph);
        codebook = new Codebook(graph);
    }

    static List<String> names() {
        return Tables.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyColumnIsDescribedInBothLanguages(String name) {
        Table table = tables.named(name).orElseThrow();

        assertThat(table.rows()).isNotEmpty();
        for (Column column : table.columns()) {
            for (Language language : Language.values()) {
                assertThat(codebook.describe(column, language)).as(column.name()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void keysAreSortedAndUnique(String name) {
        List<String> keys =
                tables.named(name).orElseThrow().rows().stream().map(Table::key).toList();

        assertThat(keys).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void csvHasTheRowsOfTheTable(String name) throws Exception {
        Table table = tables.named(name).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TidyTableWriter.csv(table, TidyTableWriter.all(table), table.rows(), out, true);
        String text = out.toString(StandardCharsets.UTF_8);

        assertThat(text).startsWith("\uFEFF");
        try (CSVParser csv =
                CSVParser.parse(
                        new StringReader(text.substring(1)),
                        CSVFormat.RFC4180.builder().setHeader().get())) {
            List<CSVRecord> records = csv.getRecords();
            assertThat(csv.getHeaderNames())
                    .isEqualTo(table.columns().stream().map(Column::name).toList());
            assertThat(records).hasSameSizeAs(table.rows());
            assertThat(records.getLast().get(0)).isEqualTo(Table.key(table.rows().getLast()));
        }
    }

    /** Read with another reader of Parquet's own files: DuckDB's, from the file on disk. */
    @ParameterizedTest
    @MethodSource("names")
    void parquetHasTheRowsOfTheTable(String name, @TempDir Path folder) throws Exception {
        Table table = tables.named(name).orElseThrow();
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        ParquetWriter.write(table, first);
        ParquetWriter.write(table, second);
        Path file = folder.resolve("table.parquet");
        Files.write(file, first.toByteArray());

        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows =
                        duck.createStatement().executeQuery("SELECT * FROM '" + file + "'")) {
            int number = 0;
            while (rows.next()) {
                Object[] row = table.rows().get(number++);
                assertThat(rows.getString(1)).isEqualTo(row[0]);
                for (int i = 0; i < row.length; i++) {
                    rows.getObject(i + 1);
                    assertThat(rows.wasNull())
                            .as(table.columns().get(i).name())
                            .isEqualTo(row[i] == null);
                }
            }
            assertThat(number).isEqualTo(table.rows().size());
        }
    }

    @Test
    void targetAndOutcomeOfAYearStandSideBySide() {
        Table series = tables.named("series").orElseThrow();
        int target = series.position("target_iri").orElseThrow();
        int outcome = series.position("outcome_iri").orElseThrow();

        assertThat(series.rows()).anyMatch(row -> row[target] != null);
        assertThat(series.rows()).anyMatch(row -> row[outcome] != null);
        assertThat(series.rows()).allMatch(row -> row[target] != null || row[outcome] != null);
    }

    @Test
    void statementsArePartitionedByProvinceAndYear(@TempDir Path folder) throws Exception {
        Table statements = tables.named("statements").orElseThrow();
        Path files = folder.resolve("it's here");

        ParquetWriter.writePartitioned(statements, files);

        int year = statements.position("year").orElseThrow();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows =
                        duck.createStatement()
                                .executeQuery(
                                        "SELECT count(*), count(DISTINCT iri), count(year), min(province) FROM read_parquet('"
                                                + files.toString().replace("'", "''")
                                                + "/**/*.parquet', hive_partitioning = true)")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(statements.rows().size());
            assertThat(rows.getLong(2)).isEqualTo(statements.rows().size());
            assertThat(rows.getLong(3))
                    .isEqualTo(statements.rows().stream().filter(row -> row[year] != null).count());
            assertThat(rows.getLong(4) % 10_000).isZero();
        }
    }

    @Test
    void theSameStatementsGiveTheSameFiles(@TempDir Path folder) throws Exception {
        Table statements = tables.named("statements").orElseThrow();

        ParquetWriter.writePartitioned(statements, folder.resolve("one"));
        ParquetWriter.writePartitioned(statements, folder.resolve("two"));

        List<Path> files = files(folder.resolve("one"));
        assertThat(files).hasSizeGreaterThan(5);
        assertThat(files(folder.resolve("two"))).isEqualTo(files);
        for (Path file : files) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
    }

    @Test
    void aFolderThatExistsIsNotOverwritten(@TempDir Path folder) {
        Table statements = tables.named("statements").orElseThrow();

        assertThatThrownBy(() -> ParquetWriter.writePartitioned(statements, folder))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
        }
    }
}
