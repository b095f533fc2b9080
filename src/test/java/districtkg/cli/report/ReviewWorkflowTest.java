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
        int accepted = acceptListed(drafts);
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
