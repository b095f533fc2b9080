package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.Shows;
import districtkg.problem.Reason;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room, which only the super user of a Linux machine can make for a test. */
@Shows({Reason.NOT_STORED})
class FullDiskTest {
    private static final int PAGE = 4096;

    @TempDir private Path folder;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "none", folder.toString());
        assumeTrue(mounted, "skipped: a small disk can only be mounted by root on Linux");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", folder.toString())).isTrue();
        }
    }

    @Test
    void aFullDiskKeepsTheOldFileAndIsReported() throws Exception {
        try (Writable writable = new Writable(folder)) {
            String note = Writable.note("note", "3.1");
            assertThat(writable.put("note", "text/turtle", note).statusCode()).isEqualTo(201);
            String version = writable.server.edition().version();
            String longer = Writable.note("note", "3.2") + "# more\n".repeat(10_000);
            Path filler = folder.resolve("filler");
            fill(filler);

            HttpResponse<String> full = writable.put("note", "text/turtle", longer);

            assertThat(full.statusCode()).isEqualTo(507);
            assertThat(full.body()).doesNotContain(folder.toString());
            assertThat(writable.server.edition().version()).isEqualTo(version);
            assertThat(writable.get("note").body()).contains("\"3.1\"");
            assertThat(writable.data.resolve("documents/written/note.ttl")).hasContent(note);

            Files.delete(filler);
            assertThat(writable.put("note", "text/turtle", longer).statusCode()).isEqualTo(204);
            assertThat(writable.get("note").body()).contains("\"3.2\"");
        }
    }

    /** Writes until there is no room. */
    private static void fill(Path file) throws IOException {
        byte[] page = new byte[PAGE];
        Files.createFile(file);
        boolean room = true;
        while (room) {
            try {
                Files.write(file, page, StandardOpenOption.APPEND);
            } catch (IOException full) {
                room = false;
            }
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
