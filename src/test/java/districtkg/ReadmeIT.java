package districtkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.Fences.Fence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the introductions tell a newcomer to type gives what they print below it. */
class ReadmeIT {
    private static final Path BASH = Path.of("/bin/bash");
    private static Packaged served;

    /** Commands, and the output that the page prints below them. */
    record Shown(String commands, String output) {}

    @BeforeAll
    static void serve() throws Exception {
        served = Packaged.serve();
    }

    @AfterAll
    static void stop() throws Exception {
        served.close();
    }

    static Stream<Shown> commands() {
        return Stream.of("README.md", "docs/README.zh.md").flatMap(page -> in(Path.of(page)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandPrintsWhatThePageShows(Shown shown) throws Exception {
        assumeTrue(Files.exists(BASH), "skipped: the commands of the page are for a shell");
        ProcessBuilder shell =
                new ProcessBuilder(
                                BASH.toString(),
                                "-euc",
                                shown.commands()
                                        .replace("http://127.0.0.1:3030/sparql", served.address()))
                        .redirectErrorStream(true);
        shell.environment()
                .merge(
                        "PATH",
                        Packaged.JAVA.getParent().toString(),
                        (path, java) -> java + ":" + path);
        Process process = shell.start();

        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed.lines().toList()).isEqualTo(shown.output().lines().toList());
        assertThat(process.waitFor()).isZero();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageShowsTheCountsOfToday(Path page) {
        assertThat(page).content().contains(served.counts());
        assertThat(in(page)).hasSizeGreaterThan(4);
    }

    static Stream<Path> pages() {
        return Stream.of(Path.of("README.md"), Path.of("docs/README.zh.md"));
    }

    private static Stream<Shown> in(Path page) {
        List<Shown> shown = new ArrayList<>();
        List<Fence> fences = Fences.of(page);
        for (int at = 0; at + 1 < fences.size(); at++) {
            if (fences.get(at).language().equals("sh")
                    && !fences.get(at).text().startsWith("mvn")) {
                shown.add(new Shown(fences.get(at).text(), fences.get(at + 1).text()));
            }
        }
        return shown.stream();
    }
}
