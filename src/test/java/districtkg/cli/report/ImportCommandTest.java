package districtkg.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command {@code import} counts what it wrote, not what it was asked to write. */
class ImportCommandTest {
    @Test
    void aMissingTableIsNotCountedAsImported(@TempDir Path folder) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Path missing = folder.resolve("罗湖区-2022.csv");
        Path reports = folder.resolve("reports");

        int exit =
                new CommandLine(new ImportCommand())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(
                                missing.toString(),
                                "--texts",
                                folder.toString(),
                                "--out",
                                reports.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("no-such-file  " + missing);
        assertThat(out.toString()).contains(": 0 of 1; faults: 1");
        assertThat(reports).doesNotExist();
    }
}
