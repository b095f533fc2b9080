package districtkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code verify} and {@code passage}, as a curator runs them. */
class VerifyCommandTest {
    private static final Path YUNHE = Fixture.YUNHE;
    private static final Path TEXT = YUNHE.resolve("texts/yunhe-2021.txt");

    private record Answer(int exit, String out, String err) {}

    @Test
    void verifySaysWhatTheTextProvesAndWhatItCannot() {
        Answer answer = run(YUNHE, TEXT, "verify");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("yunhe-2021: 716 characters")
                .contains("18 figures recomputed")
                .contains("2 not yet read")
                .contains("not provable from the text: inferred 21 × :date")
                .contains("0 faults");
        assertThat(answer.exit()).isZero();
    }

    @Test
    void verifyReportsFaultsWithFileLineAndFix(@TempDir Path folder) throws IOException {
        Path data = copyOfYunhe(folder);
        Path report = data.resolve("yunhe-2021.ttl");
        String turtle = Files.readString(report);
        String written = ":value 65000.0 ; :unit unit:CCY_CNY ; :bound :moreThan";
        long line = turtle.substring(0, turtle.indexOf(written)).lines().count();
        Files.writeString(report, turtle.replace(written, written.replace("65000", "650000")));

        Answer answer = run(data, TEXT, "verify");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .contains("figure-value  " + report + ":" + line)
                .contains("id:yunhe-2021-gdp-per-person-2020")
                .contains("The text gives 65000.0, the data say 650000.0.")
                .contains("fix:  write  :value 65000.0");
        assertThat(answer.err().lines().filter(row -> row.startsWith("figure"))).hasSize(1);
    }

    @Test
    void anotherTextIsRefusedWithEveryPassageThatItHits(@TempDir Path folder) throws IOException {
        Path changed = folder.resolve("changed.txt");
        Files.writeString(changed, Files.readString(TEXT).replace("6.5万元", "7.5万元"));

        Answer answer = run(YUNHE, changed, "verify");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .contains("document-digest")
                .contains("passage-digest")
                .contains("<yunhe-2021#char=138,147>")
                .contains("The text gives 7.5, the data say 6.5.")
                .doesNotContain("document-length");
    }

    @Test
    void changedLineEndsAreReported(@TempDir Path folder) throws IOException {
        Path changed = folder.resolve("changed.txt");
        Files.writeString(changed, Files.readString(TEXT).replace("\n", "\r\n"));

        assertThat(run(YUNHE, changed, "verify").err())
                .contains("fix:  its line ends were changed to CR LF: change them back to LF");
    }

    @Test
    void anEmptyTextIsReported(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.txt"));

        Answer answer = run(YUNHE, empty, "verify");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("document-length").contains("The text has 0 characters");
    }

    @Test
    void allUnknownDocumentsAreReportedTogether() {
        Answer answer =
                run(
                        "verify",
                        "--data",
                        YUNHE.toString(),
                        "--text",
                        "a=" + TEXT,
                        "--text",
                        "b=" + TEXT);

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("/id/a>").contains("/id/b>");
    }

    @Test
    void aMissingFolderOfTextsIsNamed(@TempDir Path folder) {
        Path missing = folder.resolve("missing");

        Answer answer = run("verify", "--data", YUNHE.toString(), "--texts", missing.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("no-such-file  " + missing);
    }

    @Test
    void aFolderWithoutTextsOfTheDataIsReported(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("another.txt"), "另一份报告。\n");

        Answer answer = run("verify", "--data", YUNHE.toString(), "--texts", folder.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("no-such-document  " + folder).contains("SHA-256");
    }

    @Test
    void passagePrintsTurtleThatCanBePasted() {
        Answer answer = run(YUNHE, TEXT, "passage", "人均超过6.5万元");

        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .isEqualTo(
                        """
                        # read: :statedValue 6.5 ; :statedUnit v:wan-yuan ; :value 65000.0 ; :unit unit:CCY_CNY ; :bound :moreThan
                        <yunhe-2021#char=138,147> a :Passage ; :document id:yunhe-2021 ; :section id:yunhe-2021-results-industry ;
                            :start 138 ; :end 147 ; :sha256 "1e37b84b2fa768b608dcfa40136748814cc519eb632ab781be688d67b751e595" .
                        """);
    }

    @Test
    void passageAsksWhichOfTheWordsIsMeant() {
        assertThat(run(YUNHE, TEXT, "passage", "云禾区").err())
                .contains("2 times, at [13, 37]")
                .contains("--nth N");
        assertThat(run(YUNHE, TEXT, "passage", "--nth", "2", "云禾区").out())
                .contains("<yunhe-2021#char=37,40>");
    }

    @Test
    void passageShowsTheNearestWordsWhereThereAreNone() {
        Answer answer = run(YUNHE, TEXT, "passage", "新增停车位六百个以内");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("nearest is “新增停车位六百个以上").contains("at 510");
    }

    @Test
    void passageWarnsOfWordsOutsideTheBody() {
        assertThat(run(YUNHE, TEXT, "passage", "送出500份礼品").out())
                .contains("# Outside the body (1 to 672)");
    }

    private static Path copyOfYunhe(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(YUNHE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        return folder;
    }

    private static Answer run(Path data, Path text, String command, String... words) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                command,
                                "--data",
                                data.toString(),
                                "--text",
                                "yunhe-2021=" + text));
        all.addAll(Arrays.asList(words));
        return run(all.toArray(String[]::new));
    }

    private static Answer run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit =
                Main.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        words);
        return new Answer(
                exit,
                out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"),
                err.toString(StandardCharsets.UTF_8));
    }
}
