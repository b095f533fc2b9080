package districtkg.page;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.server.Server;
import districtkg.web.Client;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page loads beside its HTML; the editor and the map may load more. */
class PageWeightTest {
    private static final int MOST = 60_000;
    private static final Pattern FILE =
            Pattern.compile(
                    "(?:src|rel=\"stylesheet\" href)=\"(/(?:assets|webjars)/[^\"]+\\.(?:css|js))\"");
    private static final Pattern IMPORT = Pattern.compile("from '\\./([^']+)'");

    private static Server server;

    @BeforeAll
    static void start() {
        server = Sites.serve(Fixture.realEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<String> pages() {
        return PagesTest.pages()
                .filter(page -> !page.startsWith("/query") && !page.startsWith("/map"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void stylesAndScriptsAreSmall(String page) throws Exception {
        String html = Client.follow(server, page, "Accept", "text/html").body();
        Deque<String> open = new ArrayDeque<>();
        FILE.matcher(html).results().map(found -> found.group(1)).forEach(open::add);
        assertThat(open).isNotEmpty();
        Set<String> loaded = new HashSet<>();
        int bytes = 0;
        while (!open.isEmpty()) {
            String file = open.pop();
            if (loaded.add(file)) {
                String text = Client.get(server, file).body();
                bytes += compressed(text);
                String folder = file.substring(0, file.lastIndexOf('/') + 1);
                IMPORT.matcher(text).results().map(one -> folder + one.group(1)).forEach(open::add);
            }
        }

        assertThat(bytes).isPositive().isLessThanOrEqualTo(MOST);
    }

    private static int compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
