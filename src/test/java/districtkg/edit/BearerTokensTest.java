package districtkg.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BearerTokensTest {
    private static final String ONE = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";

    @TempDir private Path folder;

    @Test
    void aTokenHasTheNameOfItsHolder() throws IOException {
        BearerTokens tokens =
                BearerTokens.in(file("# who\n\nann " + ONE + "\n  录入员 " + OTHER + "  \n"));

        assertThat(tokens.holder(ONE)).hasValue("ann");
        assertThat(tokens.holder(OTHER)).hasValue("录入员");
        assertThat(tokens.holder(ONE.substring(1))).isEmpty();
        assertThat(tokens.holder("")).isEmpty();
    }

    @Test
    void aReloadRevokesTokens() throws IOException {
        BearerTokens tokens = BearerTokens.in(file("ann " + ONE + "\nbo " + OTHER + "\n"));

        file("bo " + OTHER + "\n");
        tokens.reread();

        assertThat(tokens.holder(ONE)).isEmpty();
        assertThat(tokens.holder(OTHER)).hasValue("bo");
    }

    @Test
    void aFaultyFileChangesNothing() throws IOException {
        BearerTokens tokens = BearerTokens.in(file("ann " + ONE + "\n"));

        file("ann short\n");

        assertThatThrownBy(tokens::reread).isInstanceOf(Problem.class);
        assertThat(tokens.holder(ONE)).hasValue("ann");
    }

    @ParameterizedTest
    @CsvSource({
        "rw-r--r--,tokens-open",
        "rw-----w-,tokens-open",
        "rw--w----,tokens-open",
        "rw-r-----,",
        "r--------,"
    })
    void othersMayNotReadTheTokens(String permissions, String fault) throws IOException {
        Path file = file("ann " + ONE + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        if (fault == null) {
            assertThat(BearerTokens.in(file).holder(ONE)).hasValue("ann");
        } else {
            assertThatThrownBy(() -> BearerTokens.in(file)).hasMessageContaining(fault);
        }
    }

    @Test
    void everyBadLineIsReported() throws IOException {
        Path file = file("ann\nbo 123\n" + ONE + "\n# all bad\n");

        assertThatThrownBy(() -> BearerTokens.in(file))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.faults())
                                        .extracting(
                                                fault ->
                                                        fault.code()
                                                                + fault.locations()
                                                                        .getFirst()
                                                                        .line())
                                        .containsExactly("bad-token1", "bad-token2", "bad-token3"));
        assertThatThrownBy(() -> BearerTokens.in(file("# none\n")))
                .hasMessageContaining("no-tokens");
        assertThatThrownBy(() -> BearerTokens.in(folder.resolve("none")))
                .hasMessageContaining("tokens-unreadable");
    }

    private Path file(String lines) throws IOException {
        Path file = folder.resolve("tokens");
        Files.deleteIfExists(file);
        Files.writeString(file, lines);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
