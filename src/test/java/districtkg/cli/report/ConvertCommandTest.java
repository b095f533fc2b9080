package districtkg.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code convert}, as a curator runs it. */
class ConvertCommandTest {
    private static final Path TABLE = Path.of("data/reports/130607/2023.csv");

    @TempDir private Path folder;

    private record Answer(int exit, String out, String err) {}

    private static Answer run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                new CommandLine(new ConvertCommand())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .setExecutionExceptionHandler(
                                (failure, command, parsed) -> {
                                    err.append(String.valueOf(failure.getMessage()));
                                    return 1;
                                })
                        .execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
        return new Answer(exit, out.toString(), err.toString());
    }

    @Test
    void aTableBecomesTurtleAndATableAgain() throws IOException {
        Path turtle = folder.resolve("report.ttl");
        Path back = Files.createDirectories(folder.resolve("130607")).resolve("2023.csv");

        assertThat(run(TABLE, "--out", turtle).exit()).isZero();
        assertThat(run(turtle, "--to", "csv", "--out", back).exit()).isZero();

        assertThat(back).hasSameTextualContentAs(TABLE);
        assertThat(folder.resolve("130607/2023.ttl")).exists();
    }

    @Test
    void aDescriptionWithTheSameTriplesIsLeftAsItIs() throws IOException {
        Path turtle = folder.resolve("report.ttl");
        Path place = Files.createDirectories(folder.resolve("130607"));
        Path head = Path.of("data/reports/130607/2023.ttl");
        Files.copy(head, place.resolve("2023.ttl"));
        run(TABLE, "--out", turtle);

        run(turtle, "--out", place.resolve("2023.csv"));

        assertThat(place.resolve("2023.ttl")).hasSameTextualContentAs(head);
    }

    @Test
    void nothingIsWrittenOfWhatATableCannotHold() throws IOException {
        Path turtle = folder.resolve("report.ttl");
        run(TABLE, "--out", turtle);
        Files.writeString(turtle, Files.readString(turtle) + "\nid:made-up-hall a :Facility .\n");

        Answer answer = run(turtle, "--out", folder.resolve("2023.csv"));

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("not-in-table").contains("id:made-up-hall");
        assertThat(folder.resolve("2023.csv")).doesNotExist();
        assertThat(folder.resolve("2023.ttl")).doesNotExist();
    }

    @Test
    void theDescriptionBesideATableIsNotOverwritten() {
        Answer answer = run(TABLE, "--out", "data/reports/130607/../130607/2023.ttl");

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("describes the document of the table");
    }

    @Test
    void theFormAskedForMustDifferAndFitTheName() {
        assertThat(run(TABLE, "--to", "csv").exit()).isEqualTo(2);
        assertThat(run(TABLE, "--out", folder.resolve("report.csv")).exit()).isEqualTo(2);
    }
}
