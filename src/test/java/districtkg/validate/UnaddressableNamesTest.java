package districtkg.validate;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that no page can have as its address is a fault, with its line. */
class UnaddressableNamesTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"p%20q", "100%25", "a?b", "a//b", "a/%2E%2E/b"})
    void isReported(String name) throws IOException {
        Path file = write(name);

        assertThat(UnaddressableNames.check(Sources.read(List.of(file))))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.code()).isEqualTo("no-address");
                            assertThat(fault.locations()).containsExactly(Location.of(file, 2));
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"望江路", "a..b", "a.b", "a/b", "lusong-2020#char=1,2", "a#x%20y"})
    void othersAreNot(String name) throws IOException {
        List<Fault> faults = UnaddressableNames.check(Sources.read(List.of(write(name))));

        assertThat(faults).isEmpty();
    }

    private Path write(String name) throws IOException {
        return Files.writeString(
                folder.resolve("a.ttl"),
                "\n<https://w3id.org/districtkg/id/" + name + "> <http://x.org/p> 1 .\n");
    }
}
