package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.edition.EditionFile;
import districtkg.jetty.TrustedProxies;
import districtkg.web.PageSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of a snapshot answers each request as a server of the files does. */
class SnapshotServingTest {
    @TempDir private static Path temporary;
    private static Server files;
    private static Server snapshot;

    @BeforeAll
    static void start() {
        Edition edition = Fixture.realEdition();
        Path file = temporary.resolve("lusong.snapshot");
        EditionFile.write(edition, file);
        ServerSettings settings =
                ServerSettings.at("127.0.0.1", 0)
                        .with(
                                new TrustedProxies(
                                        List.of(),
                                        Optional.of(URI.create("https://data.example.org/"))));
        files = Server.start(settings, edition);
        snapshot = Server.start(settings, EditionFile.read(file));
    }

    @AfterAll
    static void stop() {
        files.close();
        snapshot.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "about",
                "search?q=GDP",
                "id/lusong-2020",
                "ns",
                "download/statements.csv",
                "download/series.csv",
                "download/shapes.ttl",
                "download/rules.ttl",
                "data?default",
                "data?graph=https%3A%2F%2Fw3id.org%2Fdistrictkg%2Fgraph%2Flusong-2020",
                ".well-known/void",
                "api/v1/places",
                "api/v1/series?indicator=gdp-growth",
                "api/v1/search?q=GDP",
                "api/v1/openapi.json",
                "sitemap.xml",
                "reconcile"
            })
    void pagesDownloadsAndApiAreTheSame(String path) throws Exception {
        HttpResponse<String> expected = Http.get(files, path, "*/*");
        HttpResponse<String> answer = Http.get(snapshot, path, "*/*");

        assertThat(expected.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(expected.body());
        assertThat(answer.headers().firstValue("ETag"))
                .isEqualTo(expected.headers().firstValue("ETag"));
    }

    @Test
    void queriesAreAnsweredTheSame() throws Exception {
        String query = "SELECT ?s ?p ?o { ?s :indicator v:gdp-growth ; ?p ?o } ORDER BY ?s ?p ?o";
        HttpResponse<String> answer = Http.query(snapshot, query, "text/csv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("gdp-growth")
                .isEqualTo(Http.query(files, query, "text/csv").body());
    }

    @Test
    void assistantsAreAnsweredTheSame() throws Exception {
        assertThat(called(snapshot.edition()))
                .contains("\"result\"", "gdp-per-square-kilometre")
                .isEqualTo(called(files.edition()));
    }

    private static String called(Edition edition) throws Exception {
        String call =
                """
                {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"text":"GDP"}}}
                """;
        try (Server server = Server.start("127.0.0.1", 0, edition, PageSettings.NONE)) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.address().resolve("mcp"))
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json, text/event-stream")
                            .POST(BodyPublishers.ofString(call))
                            .build();
            return Http.send(request).body();
        }
    }
}
