package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Shows;
import districtkg.edit.DocumentFiles;
import districtkg.problem.Reason;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document is accepted when two folders have it. */
@Shows({Reason.NOT_COPIED})
class SecondCopyTest {
    private static final String NOTE = "documents/written/note.ttl";

    @TempDir private Path folder;
    private Path copy;

    @BeforeEach
    void createFolder() throws IOException {
        copy = Files.createDirectory(folder.resolve("copy"));
    }

    @Test
    void whatIsAcceptedIsInBothFoldersAndTheCopyGivesTheSameEdition(@TempDir Path other)
            throws Exception {
        String edition;
        try (Writable writable = new Writable(folder, copy)) {
            assertThat(files(copy)).hasSizeGreaterThan(3).isEqualTo(files(writable.data));
            assertThat(put(writable, "3.1").statusCode()).isEqualTo(201);
            assertThat(files(copy)).containsKey(NOTE).isEqualTo(files(writable.data));
            assertThat(put(writable, "3.2").statusCode()).isEqualTo(204);
            assertThat(files(copy)).isEqualTo(files(writable.data));
            assertThat(writable.put("other", "text/turtle", Writable.note("other", "3.4")))
                    .extracting(HttpResponse::statusCode)
                    .isEqualTo(201);
            assertThat(writable.delete("other").statusCode()).isEqualTo(204);
            assertThat(files(copy))
                    .doesNotContainKey("documents/written/other.ttl")
                    .isEqualTo(files(writable.data));
            edition = writable.server.edition().version();
        }
        Files.move(copy, other.resolve("data"));
        Files.copy(folder.resolve("tokens"), other.resolve("tokens"));
        try (Writable restored = new Writable(other)) {
            assertThat(restored.server.edition().version()).isEqualTo(edition);
            assertThat(restored.get("note").body()).contains("\"3.2\"");
        }
    }

    @Test
    void withoutItsCopyNothingIsAccepted() throws Exception {
        try (Writable writable = new Writable(folder, copy)) {
            assertThat(put(writable, "3.1").statusCode()).isEqualTo(201);
            String edition = writable.server.edition().version();
            Path away = Files.move(copy, folder.resolve("away"));
            Files.writeString(copy, "a file in the way");
            Map<String, String> before = files(writable.data);

            HttpResponse<String> refused = put(writable, "3.2");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body())
                    .contains("errors#not-copied")
                    .doesNotContain(folder.toString());
            assertThat(writable.delete("note").statusCode()).isEqualTo(503);
            assertThat(files(writable.data)).isEqualTo(before);
            assertThat(files(away)).isEqualTo(before);
            assertThat(writable.server.edition().version()).isEqualTo(edition);
            assertThat(writable.get("note").body()).contains("\"3.1\"");

            Files.delete(copy);
            Files.move(away, copy);
            assertThat(put(writable, "3.2").statusCode()).isEqualTo(204);
            assertThat(files(copy)).isEqualTo(files(writable.data));
        }
    }

    @Test
    void aChangeThatTheDataFolderRefusesIsTakenOutOfTheCopy() throws Exception {
        try (Writable writable = new Writable(folder, copy)) {
            Path written = writable.data.resolve("documents/written");
            Files.createDirectories(written.getParent());
            Files.writeString(written, "a file in the way");
            Map<String, String> before = files(copy);

            assertThat(put(writable, "3.1").statusCode()).isEqualTo(507);
            assertThat(files(copy)).isEqualTo(before);

            Files.delete(written);
            assertThat(put(writable, "3.1").statusCode()).isEqualTo(201);
            assertThat(files(copy)).isEqualTo(files(writable.data));
        }
    }

    /** The change had reached the copy only, so that nobody was told that it was accepted. */
    @Test
    void aCrashBetweenTheFoldersLeavesWhatWasAccepted() throws Exception {
        try (Writable writable = new Writable(folder, copy)) {
            assertThat(put(writable, "3.1").statusCode()).isEqualTo(201);
        }
        Path data = folder.resolve("data");
        Files.writeString(copy.resolve(NOTE), Writable.note("note", "3.2"));
        Files.writeString(copy.resolve("documents/written/new.ttl"), "# half");
        Files.writeString(data.resolve(".incoming/change"), NOTE + "\n");
        assertThatThrownBy(() -> DocumentFiles.in(data, copy))
                .hasMessageContaining("copy-differs")
                .hasMessageContaining("new.ttl");

        Files.delete(copy.resolve("documents/written/new.ttl"));
        try (DocumentFiles files = DocumentFiles.in(data, copy)) {
            assertThat(files).isNotNull();
            assertThat(files(copy)).isEqualTo(files(data));
            assertThat(data.resolve(".incoming/change")).doesNotExist();
        }
    }

    @Test
    void aCopyWithOtherFilesIsNotOverwritten() throws Exception {
        try (Writable writable = new Writable(folder, copy)) {
            assertThat(put(writable, "3.1").statusCode()).isEqualTo(201);
        }
        Path data = folder.resolve("data");
        Files.delete(data.resolve(NOTE));

        assertThatThrownBy(() -> DocumentFiles.in(data, copy)).hasMessageContaining("copy-differs");
        assertThat(copy.resolve(NOTE)).exists();
    }

    @Test
    void aReloadCopiesWhatWasChangedByHand() throws Exception {
        try (Writable writable = new Writable(folder, copy)) {
            assertThat(put(writable, "3.1").statusCode()).isEqualTo(201);
            Files.writeString(writable.data.resolve(NOTE), Writable.note("note", "3.3"));
            writable.server.reload();

            assertThat(writable.get("note").body()).contains("\"3.3\"");
            assertThat(files(copy)).isEqualTo(files(writable.data));
        }
    }

    private static HttpResponse<String> put(Writable writable, String figure) throws Exception {
        return writable.put("note", "text/turtle", Writable.note("note", figure));
    }

    /** The texts of all files but those of the program, by path. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith(".")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }
}
