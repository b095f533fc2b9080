package districtkg.edition;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition is kept for as long as no input changes, and is the same as one built anew. */
class EditionCacheTest {
    @TempDir private Path temporary;
    private Path data;
    private EditionCache cache;
    private final AtomicInteger builds = new AtomicInteger();

    @BeforeEach
    void copyData() throws IOException {
        data = Files.createDirectories(temporary.resolve("data"));
        cache = new EditionCache(temporary.resolve("cache"));
        for (Path file : files(Path.of("src/test/resources/good"))) {
            Files.copy(file, data.resolve(file.getFileName()));
        }
    }

    @Test
    void unchangedFilesAreReadFromTheCache() {
        Edition first = get();
        Edition second = get();

        assertThat(builds).hasValue(1);
        assertThat(second.version()).isEqualTo(first.version());
        assertThat(second.questions()).isEqualTo(first.questions());
        assertThat(second.prefixes().getNsPrefixMap()).isEqualTo(first.prefixes().getNsPrefixMap());
        assertThat(second.data().stream().toList())
                .containsExactlyInAnyOrderElementsOf(first.data().stream().toList());
    }

    @Test
    void aChangedByteCausesARebuild() throws IOException {
        get();
        Path file = files(data).getFirst();
        Files.writeString(file, Files.readString(file) + "\n# changed\n");

        get();

        assertThat(builds).hasValue(2);
    }

    @Test
    void aDamagedEntryIsRebuilt() throws IOException {
        get();
        List<Path> entries = files(temporary.resolve("cache"));
        assertThat(entries).hasSize(1);
        Files.writeString(entries.getFirst(), "<broken");

        get();

        assertThat(builds).hasValue(2);
    }

    private Edition get() {
        return cache.get(
                List.of(Fixture.ONTOLOGY, data),
                () -> {
                    builds.incrementAndGet();
                    return Edition.of(
                            Sources.read(List.of(Fixture.ONTOLOGY, data)), Fixture.ONTOLOGY);
                });
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
