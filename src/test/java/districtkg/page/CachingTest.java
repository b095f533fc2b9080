package districtkg.page;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.server.Server;
import districtkg.source.Sources;
import districtkg.web.Assets;
import districtkg.web.Client;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CachingTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = Sites.serve(Fixture.yunheEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<String> kept() {
        return Stream.of(
                "/",
                "/promises",
                "/promises?format=csv",
                "/promises?format=jsonld",
                "/map",
                "/ns",
                "/ns.rdf",
                "/errors",
                "/context.jsonld",
                "/id/yunhe.html",
                "/id/yunhe.ttl",
                "/id/yunhe-2021",
                "/vocab/tea.jsonld",
                "/graph/yunhe-2021",
                "/graph/derived.nq",
                "/data?default",
                "/api/suggest?q=yunhe",
                "/api/vocabulary",
                "/api/names?iris=https://w3id.org/districtkg/id/yunhe",
                "/sitemap.xml",
                "/feed.atom",
                asset());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void cachedResponsesGet304(String path) throws Exception {
        HttpResponse<String> first = Client.get(server, path);
        String tag = Client.header(first, "ETag");
        HttpResponse<String> again = Client.get(server, path, "If-None-Match", tag);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(tag).matches("\"(?:[0-9a-f]{16}-)?[0-9a-f]{32}\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        for (String header :
                List.of(
                        "ETag",
                        "Cache-Control",
                        "Vary",
                        "Content-Location",
                        "Content-Security-Policy")) {
            assertThat(Client.header(again, header))
                    .as(header)
                    .isEqualTo(Client.header(first, header));
        }
        assertThat(Client.head(server, path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(Client.header(Client.head(server, path), "ETag")).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/TAG", "\"other\", TAG", "\"a,b\",TAG", "*", "\"x\" , W/TAG"})
    void aTagIsFoundAmongOthers(String header) throws Exception {
        String tag = Client.header(Client.get(server, "/id/yunhe.ttl"), "ETag");

        assertThat(
                        Client.get(
                                        server,
                                        "/id/yunhe.ttl",
                                        "If-None-Match",
                                        header.replace("TAG", tag))
                                .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aTagOfAnotherFormOrLanguageIsNotTheSame() throws Exception {
        List<String> tags =
                List.of(
                        tag("/id/yunhe.ttl", "en"),
                        tag("/id/yunhe.nt", "en"),
                        tag("/id/yunhe.html", "en"),
                        tag("/id/yunhe.html", "zh"),
                        tag("/data?default", "en"),
                        tag("/data?graph=https://w3id.org/districtkg/graph/lists", "en"),
                        tag("/graph/lists.ttl", "en"),
                        tag("/graph/lists.nt", "en"));

        assertThat(tags).doesNotHaveDuplicates().allMatch(tag -> tag.length() > 10);
        assertThat(
                        Client.get(
                                        server,
                                        "/id/yunhe.html",
                                        "Accept-Language",
                                        "zh",
                                        "If-None-Match",
                                        tag("/id/yunhe.html", "en"))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void compressedResponsesAreCached() throws Exception {
        HttpResponse<String> first =
                Client.get(server, "/id/yunhe-2021.ttl", "Accept-Encoding", "gzip");
        String tag = Client.header(first, "ETag");

        assertThat(Client.header(first, "Content-Encoding")).isEqualTo("gzip");
        assertThat(
                        Client.get(
                                        server,
                                        "/id/yunhe-2021.ttl",
                                        "Accept-Encoding",
                                        "gzip",
                                        "If-None-Match",
                                        tag)
                                .statusCode())
                .isEqualTo(304);
    }

    @Test
    void cachedEditionsAreToldApart(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("new.ttl"),
                """
                @prefix : <https://w3id.org/districtkg/ns#> .
                @prefix id: <https://w3id.org/districtkg/id/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                id:new-hall a :Facility ; rdfs:label "New hall"@en , "新馆"@zh ; :in id:yunhe .
                """);
        Edition next =
                Edition.trusting(
                        Sources.read(List.of(Fixture.ONTOLOGY, Fixture.YUNHE, folder)),
                        Fixture.ONTOLOGY);
        List<String> paths =
                List.of(
                        "/search?q=hall",
                        "/id/yunhe.ttl",
                        "/data?default",
                        "/graph/things.nt",
                        "/sitemap.xml");
        try (Server changing = Sites.serve(Fixture.yunheEdition(), PageSettings.NONE)) {
            List<String> tags = paths.stream().map(path -> tag(changing, path)).toList();
            changing.publish(next);

            for (int at = 0; at < paths.size(); at++) {
                HttpResponse<String> answer =
                        Client.get(changing, paths.get(at), "If-None-Match", tags.get(at));
                assertThat(answer.statusCode()).as(paths.get(at)).isEqualTo(200);
                assertThat(answer.body()).contains("new-hall");
                assertThat(Client.header(answer, "ETag")).isNotEqualTo(tags.get(at));
                assertThat(Client.header(answer, "Cache-Control")).isEqualTo("no-cache");
            }
        }
    }

    /** Its styles carry a word that only one answer may use. */
    @Test
    void thePageOfTheEditorIsMadeAnewEachTime() throws Exception {
        HttpResponse<String> page = Client.get(server, "/query");
        String nonce =
                Pattern.compile("data-nonce=\"([^\"]+)\"")
                        .matcher(page.body())
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElseThrow();

        assertThat(Client.header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(Client.header(page, "ETag")).isEmpty();
        assertThat(Client.header(page, "Content-Security-Policy"))
                .contains("style-src 'self' 'nonce-" + nonce + "'", "script-src 'self' 'sha256-");
        assertThat(Client.get(server, "/query").body()).doesNotContain(nonce);
        assertThat(Client.get(server, "/query", "If-None-Match", "*").statusCode()).isEqualTo(200);
    }

    @Test
    void noOtherPageTrustsMoreThanOurFilesAndWhatItNamesByDigest() throws Exception {
        assertThat(policy("/id/yunhe.html")).contains("script-src 'self'; style-src 'self';");
        assertThat(policy("/map"))
                .containsPattern(
                        "script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='; style-src 'self';");
    }

    @Test
    void refusalsAreNotStored() throws Exception {
        for (String path : List.of("/id/nothing", "/resolve", "/id/yunhe-2021")) {
            HttpResponse<String> refused =
                    Client.get(server, path, "Accept", "image/png", "If-None-Match", "*");

            assertThat(refused.statusCode()).as(path).isBetween(400, 499);
            assertThat(Client.header(refused, "ETag")).isEmpty();
            assertThat(Client.header(refused, "Cache-Control")).isEqualTo("no-store");
        }
    }

    private static String policy(String path) throws Exception {
        return Client.header(Client.get(server, path), "Content-Security-Policy");
    }

    private static String tag(String path, String language) throws Exception {
        return Client.header(Client.get(server, path, "Accept-Language", language), "ETag");
    }

    private static String tag(Server from, String path) {
        try {
            return Client.header(Client.get(from, path), "ETag");
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static String asset() {
        return new Assets().ours("site.css");
    }
}
