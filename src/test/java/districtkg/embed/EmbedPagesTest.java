package districtkg.embed;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.server.Server;
import districtkg.web.Client;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedPagesTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = Sites.serve(Fixture.realEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed/indicator/gdp-growth",
                "/embed/indicator/gdp-growth?view=table&lang=zh",
                "/embed/place/lusong",
                "/embed/place/lusong?year=2019&lang=zh",
                "/embed/board",
                "/embed/board?verdict=keptLate&lang=zh",
                "/embed/board?year=1999"
            })
    void aFrameMayBeShownByOtherSitesAndRunsNoScript(String path) throws Exception {
        HttpResponse<String> frame = Client.get(server, path);

        assertThat(frame.statusCode()).isEqualTo(200);
        assertThat(Client.header(frame, "Content-Security-Policy"))
                .contains("frame-ancestors *", "default-src 'none'");
        assertThat(Client.header(frame, "X-Frame-Options")).isEmpty();
        assertThat(frame.body()).contains("<base target=\"_top\">").doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/vocab/gdp-growth.html", "/embed/indicator/nothing"})
    void otherPagesStayProtected(String path) throws Exception {
        HttpResponse<String> page = Client.get(server, path, "Accept", "text/html");

        assertThat(Client.header(page, "Content-Security-Policy"))
                .contains("frame-ancestors 'none'");
        assertThat(Client.header(page, "X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void aPageNamesItsDescriptionWhichNamesItsFrame() throws Exception {
        String page =
                Client.get(server, "/vocab/gdp-growth.html?series=lusong", "Accept", "text/html")
                        .body();
        assertThat(page)
                .contains(
                        "type=\"application/json+oembed\"",
                        "/oembed?url=https%3A%2F%2Fw3id.org%2Fdistrictkg%2Fvocab%2Fgdp-growth%3Fseries%3Dlusong");

        JsonObject embed = described(root() + "/vocab/gdp-growth?series=lusong", "&maxwidth=400");
        assertThat(embed.getString("type")).isEqualTo("rich");
        assertThat(embed.getString("version")).isEqualTo("1.0");
        assertThat(embed.getNumber("width").intValue()).isEqualTo(400);
        assertThat(embed.getString("html"))
                .startsWith(
                        "<iframe src=\"" + root() + "/embed/indicator/gdp-growth?series=lusong\"");
    }

    @Test
    void theDeadlinesOfAFilterAreFramed() throws Exception {
        String page = Client.get(server, "/board?verdict=keptLate", "Accept", "text/html").body();
        assertThat(page)
                .contains(
                        "type=\"application/json+oembed\"",
                        "board%3Fverdict%3DkeptLate",
                        root() + "/embed/board?verdict=keptLate");
        assertThat(described(root() + "/board?verdict=keptLate", "").getString("html"))
                .startsWith("<iframe src=\"" + root() + "/embed/board?verdict=keptLate\"");

        String frame = Client.get(server, "/embed/board?verdict=keptLate").body();
        assertThat(frame)
                .contains("class=\"deadlines\"", "href=\"/board?verdict=keptLate")
                .contains("class=\"verdict keptLate\"")
                .doesNotContain("class=\"verdict kept\"");
        assertThat(Client.get(server, "/embed/boards").statusCode()).isEqualTo(404);
    }

    @Test
    void aPermanentAddressHasAFrameToo() throws Exception {
        assertThat(
                        described("https://w3id.org/districtkg/id/lusong?year=2019", "")
                                .getString("html"))
                .contains(root() + "/embed/place/lusong?year=2019\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/vocab/gdp-growth",
                "https://w3id.org/districtkg/id/nowhere",
                "not an address",
                ""
            })
    void anAddressWithoutAFrameIsNotFound(String url) throws Exception {
        assertThat(Client.get(server, oembed(url)).statusCode()).isEqualTo(404);
    }

    @Test
    void otherFormatsThanJsonAreRefused() throws Exception {
        assertThat(Client.get(server, oembed(root() + "/id/lusong") + "&format=xml").statusCode())
                .isEqualTo(501);
    }

    private static JsonObject described(String url, String more) throws Exception {
        return JSON.parse(Client.get(server, oembed(url) + more).body());
    }

    private static String oembed(String url) {
        return "/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
    }

    private static String root() {
        return server.address().toString().replaceFirst("/$", "");
    }
}
