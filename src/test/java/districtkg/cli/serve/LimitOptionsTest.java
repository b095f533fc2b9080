package districtkg.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.limit.Limits;
import java.lang.reflect.RecordComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Each word sets the limit that it names, and no other. */
class LimitOptionsTest {
    @Command
    private static final class Limited {
        @Mixin private final LimitOptions options = new LimitOptions();
    }

    private static Limits limits(String... words) {
        Limited limited = new Limited();
        new CommandLine(limited).parseArgs(words);
        return limited.options.limits();
    }

    @ParameterizedTest
    @CsvSource({
        "--time-limit, 2m, time, PT2M",
        "--max-query, 2k, queryLength, 2048",
        "--max-body, 3M, body, 3145728",
        "--max-header, 4k, header, 4096",
        "--max-answer, 1g, answer, 1073741824",
        "--answer-buffer, 5, buffer, 5",
        "--max-queries-per-client, 7, queriesPerClient, 7",
        "--max-waiting, 0, waiting, 0",
        "--patience, 250ms, patience, PT0.25S",
        "--max-rate, 9, requestsPerClient, 9",
        "--max-connections-per-client, 0, connectionsPerClient, 0",
        "--slowest, 8s, pace, PT8S",
        "--max-memory, 55, memory, 55",
        "--max-held, 6M, held, 6291456",
        "--change-limit, 3m, change, PT3M"
    })
    void anOptionSetsItsLimit(String word, String value, String name, String expected)
            throws Exception {
        Limits set = limits(word, value);

        for (RecordComponent limit : Limits.class.getRecordComponents()) {
            Object now = limit.getAccessor().invoke(set);
            Object usual = limit.getAccessor().invoke(Limits.DEFAULT);
            assertThat(now)
                    .as(limit.getName())
                    .hasToString(limit.getName().equals(name) ? expected : usual.toString());
        }
    }

    @Test
    void oneClientGetsHalfOfTheQueriesAtMost() {
        assertThat(limits("--max-queries", "12"))
                .returns(12, Limits::queries)
                .returns(6, Limits::queriesPerClient);
        assertThat(limits()).isEqualTo(Limits.DEFAULT);
    }

    @Test
    void everyLimitHasAnOption() {
        long words =
                new CommandLine(new Limited())
                        .getCommandSpec().options().stream().map(one -> one.longestName()).count();

        assertThat(words).isEqualTo(Limits.class.getRecordComponents().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--time-limit=soon", "--max-body=lots", "--max-queries=x", "--slowest=1h"})
    void anInvalidLimitIsReported(String word) {
        assertThatThrownBy(() -> limits(word))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(word.substring(0, word.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--time-limit=0s",
                "--max-query=0",
                "--max-header=10",
                "--max-queries=0",
                "--max-memory=101",
                "--max-held=0",
                "--slowest=0ms"
            })
    void aLimitOfZeroIsRefused(String word) {
        assertThatThrownBy(() -> limits(word)).isInstanceOf(IllegalArgumentException.class);
    }
}
