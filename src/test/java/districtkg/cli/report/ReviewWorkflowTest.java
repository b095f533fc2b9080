package districtkg.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.cli.ValidateCommand;
import districtkg.review.Decision.Action;
import districtkg.review.Drafts;
import districtkg.review.ReviewSession;
import districtkg.review.ReviewSession.Request;
import districtkg.review.draft.ReviewFact;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The way from a text to reviewed data: read, review, export, import, validate, verify. */
class ReviewWorkflowTest {
    private static final String REPORT = "罗湖区-2021";

    @TempDir Path folder;

    private final StringWriter told = new StringWriter();

    private int run(Object command, String... words) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(told))
                .setErr(new PrintWriter(told))
                .execute(words);
    }

    @Test
    void whatIsAcceptedBecomesDataThatItsTextProves() throws IOException {
        Path text = folder.resolve(REPORT + ".txt");
        Files.copy(Path.of("src/test/resources/yunhe/texts/yunhe-2021.txt"), text);
        Path drafts = folder.resolve("drafts");
        Path confirmed = folder.resolve("confirmed");
        Path reports = folder.resolve("reports");

        assertThat(run(new ReadCommand(), text.toString(), "--format", "csv", "--out", "" + drafts))
                .as(told.toString())
                .isZero();
        int accepted = acceptListed(drafts) + addWhatWasMissed(drafts);
        assertThat(accepted).isPositive();
        assertThat(run(new ReviewCommand(), "" + drafts, "--export", "" + confirmed))
                .as(told.toString())
                .isZero();
        assertThat(told.toString()).contains(REPORT + ": " + accepted + " accepted");
        assertThat(
                        run(
                                new ImportCommand(),
                                confirmed.resolve(REPORT + ".csv").toString(),
                                "--texts",
                                "" + confirmed,
                                "--out",
                                "" + reports))
                .as(told.toString())
                .isZero();
        assertThat(table(reports))
                .content()
                .contains("contracts", "rank", "云岭索道")
                .contains("a" + (accepted - 3));
        // Not all data: the report of that place and year is among them.
        String[] data =
                Stream.concat(Fixture.LUSONG.stream(), Stream.of(reports))
                        .map(Path::toString)
                        .toArray(String[]::new);
        assertThat(run(new ValidateCommand(), with(data))).as(told.toString()).isZero();
        assertThat(run(new VerifyCommand(), with(data, "--texts", "" + confirmed)))
                .as(told.toString())
                .isZero();
    }

    private static Path table(Path reports) throws IOException {
        try (Stream<Path> files = Files.walk(reports)) {
            return files.filter(file -> file.toString().endsWith("2021.csv"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A figure, a rank, a name and a commitment, and a figure whose characters were wrong. */
    private static int addWhatWasMissed(Path drafts) {
        try (ReviewSession session = ReviewSession.open(drafts, Drafts.lists())) {
            String words = session.report(REPORT).orElseThrow().text().words();
            List<Map<String, String>> added =
                    List.of(
                            at(
                                    words,
                                    "成交1.8亿元",
                                    "kind=outcome label_zh=签约额 label_en=contracts year=2020"),
                            at(
                                    words,
                                    "居全市第二",
                                    "kind=ranking label_zh=绩效考核名次 label_en=rank year=2020"),
                            at(words, "云岭索道", "kind=facility label_zh=云岭索道 label_en=Cableway"),
                            at(
                                    words,
                                    "启动云岭索道建设",
                                    "kind=commitment about=云岭索道 status=started due=2021"));
            for (Map<String, String> cells : added) {
                assertThat(
                                session.decide(
                                        "ann",
                                        REPORT,
                                        List.of(new Request("", 0, Action.ADD, cells))))
                        .satisfies(result -> assertThat(result.refused()).isEmpty());
            }
            return added.size();
        }
    }

    private static Map<String, String> at(String text, String words, String cells) {
        Map<String, String> all = new HashMap<>();
        for (String cell : cells.split(" ", -1)) {
            all.put(cell.replaceFirst("=.*", ""), cell.replaceFirst(".*=", ""));
        }
        all.put("start", Integer.toString(text.indexOf(words)));
        all.put("end", Integer.toString(text.indexOf(words) + words.length()));
        return all;
    }

    private static String[] with(String[] data, String... more) {
        List<String> words = new java.util.ArrayList<>(List.of(more));
        words.add("--data");
        words.addAll(List.of(data));
        return words.toArray(String[]::new);
    }

    private static int acceptListed(Path drafts) {
        try (ReviewSession session = ReviewSession.open(drafts, Drafts.lists())) {
            List<Request> requests =
                    session.facts(REPORT).stream()
                            .filter(ReviewFact::isFigure)
                            .filter(fact -> !fact.state().cell("indicator").isEmpty())
                            .map(
                                    fact ->
                                            new Request(
                                                    fact.id(),
                                                    fact.version(),
                                                    Action.ACCEPT,
                                                    Map.of()))
                            .toList();
            return session.decide("ann", REPORT, requests).decided().size();
        }
    }
}
