package districtkg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.Fixture;
import districtkg.server.Server;
import districtkg.web.Client;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scripts of the documentation, run by the clients for which they are written; a client that is
 * not installed skips its test.
 */
class ClientScriptsTest {
    private static final String PLACE = "lusong";
    private static final int LINES = 30;

    @TempDir private static Path folder;

    private static Server server;
    private static String expected;

    @BeforeAll
    static void start() throws Exception {
        server = Sites.serve(Fixture.realEdition(), PageSettings.NONE);
        expected =
                Client.get(
                                server,
                                "/api/v1/scorecards?format=csv&place="
                                        + PLACE
                                        + "&fields=year,targets,targets_met,targets_missed,targets_not_comparable,targets_not_reported,targets_pending")
                        .body()
                        .replace("\r\n", "\n");
        try (InputStream file =
                URI.create(address() + "/download/statements.parquet").toURL().openStream()) {
            Files.copy(
                    file,
                    folder.resolve("statements.parquet"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String address() {
        return server.address().toString().replaceFirst("/$", "");
    }

    /** A script of a page, which names it behind the language. */
    private static String script(String page, String name) throws Exception {
        List<MatchResult> found =
                Pattern.compile("```\\w+ " + Pattern.quote(name) + "\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(Path.of(page)))
                        .results()
                        .toList();
        assertThat(found).hasSize(1);
        return found.getFirst().group(1);
    }

    @Test
    void thereIsAScorecardToRebuild() {
        assertThat(expected.lines()).hasSizeGreaterThan(2);
    }

    @Test
    void theScriptsAreShortAndTheSameInBothLanguages() throws Exception {
        for (List<String> one :
                List.of(List.of("python", "scorecard.py"), List.of("r", "scorecard.R"))) {
            String english = script("docs/clients/" + one.getFirst() + ".md", one.getLast());

            assertThat(english.lines().count()).isLessThanOrEqualTo(LINES);
            assertThat(script("docs/clients/" + one.getFirst() + ".zh.md", one.getLast()))
                    .isEqualTo(english);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pythonRebuildsTheScorecard(boolean fromApi) throws Exception {
        String modules = fromApi ? "import pandas" : "import pandas, pyarrow";
        assumeTrue(
                succeeds("python3", "-c", modules),
                "python3 has no " + modules.substring("import ".length()));

        assertThat(rebuilt("python3", "docs/clients/python.md", "scorecard.py", fromApi))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rRebuildsTheScorecard(boolean fromApi) throws Exception {
        assumeTrue(succeeds("Rscript", "-e", "1"), "R is not installed");
        assumeTrue(
                fromApi
                        || succeeds("Rscript", "-e", "library(arrow)")
                        || succeeds("Rscript", "-e", "library(nanoparquet)")
                        || succeeds("Rscript", "-e", "reticulate::import('pyarrow')"),
                "R has no package that reads Parquet: arrow, nanoparquet, or reticulate with pyarrow");

        assertThat(rebuilt("Rscript", "docs/clients/r.md", "scorecard.R", fromApi))
                .isEqualTo(expected);
    }

    private static String rebuilt(String program, String page, String name, boolean fromApi)
            throws Exception {
        Path script = Files.writeString(folder.resolve(name), script(page, name));
        Path errors = folder.resolve("errors");
        Process running =
                new ProcessBuilder(
                                program,
                                script.toString(),
                                PLACE,
                                fromApi
                                        ? address()
                                        : folder.resolve("statements.parquet").toString())
                        .redirectError(errors.toFile())
                        .start();
        String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(Files.readString(errors)).isZero();
        return out;
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process running =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return running.waitFor(2, TimeUnit.MINUTES) && running.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
