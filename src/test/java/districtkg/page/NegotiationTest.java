package districtkg.page;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.server.Server;
import districtkg.web.Client;
import districtkg.web.Formats;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which form of what a client gets, by all that it may send. */
class NegotiationTest {
    private static final String FIREFOX =
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static Server server;

    @BeforeAll
    static void start() {
        server = Sites.serve(Fixture.yunheEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0} of {1} → {2} {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            text/html                                        | /id/yunhe-2021    | 200 | text/html; charset=utf-8
            */*                                              | /id/yunhe-2021    | 200 | text/html; charset=utf-8
            ''                                               | /id/yunhe-2021    | 200 | text/html; charset=utf-8
            text/turtle                                      | /id/yunhe-2021    | 200 | text/turtle; charset=utf-8
            TEXT/Turtle                                      | /id/yunhe-2021    | 200 | text/turtle; charset=utf-8
            text/turtle;charset=utf-8                        | /id/yunhe-2021    | 200 | text/turtle; charset=utf-8
            application/ld+json                              | /id/yunhe-2021    | 200 | application/ld+json
            application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted" | /id/yunhe-2021 | 200 | application/ld+json
            application/json                                 | /id/yunhe-2021    | 200 | application/json
            application/n-triples                            | /id/yunhe-2021    | 200 | application/n-triples
            application/rdf+xml                              | /id/yunhe-2021    | 200 | application/rdf+xml
            text/csv                                         | /id/yunhe-2021    | 200 | text/csv; charset=utf-8
            text/html;q=0.1, text/turtle;q=0.9               | /id/yunhe-2021    | 200 | text/turtle; charset=utf-8
            text/turtle;q=0.9, text/html;q=0.1               | /id/yunhe-2021    | 200 | text/turtle; charset=utf-8
            text/turtle, text/html                           | /id/yunhe-2021    | 200 | text/html; charset=utf-8
            text/html;q=0, */*                               | /id/yunhe-2021    | 200 | text/turtle; charset=utf-8
            text/*;q=0.5, text/html;q=0.1                    | /id/yunhe-2021    | 200 | text/turtle; charset=utf-8
            */*;q=0.1, application/*;q=0.5                   | /id/yunhe-2021    | 200 | application/ld+json
            application/*                                    | /id/yunhe-2021    | 200 | application/ld+json
            application/xhtml+xml                            | /id/yunhe-2021    | 200 | text/html; charset=utf-8
            image/png, text/csv;q=0.2                        | /id/yunhe-2021    | 200 | text/csv; charset=utf-8
            text/turtle;q=0.8;v=1, application/rdf+xml;q=0.7 | /id/yunhe-2021    | 200 | text/turtle; charset=utf-8
            image/png                                        | /id/yunhe-2021    | 406 | application/problem+json
            text/turtle;q=0                                  | /id/yunhe-2021    | 406 | application/problem+json
            image/png, text/html;q=0                         | /id/yunhe-2021    | 406 | application/problem+json
            application/trig                                 | /id/yunhe-2021    | 406 | application/problem+json
            text/turtle                                      | /id/yunhe-2021-lead | 200 | text/turtle; charset=utf-8
            text/turtle                                      | /id/yunhe-2021-parking-target | 200 | text/turtle; charset=utf-8
            image/png                                        | /id/yunhe         | 406 | application/problem+json
            text/turtle                                      | /ns               | 200 | text/turtle; charset=utf-8
            */*                                              | /ns               | 200 | text/html; charset=utf-8
            application/json                                 | /ns               | 200 | application/json
            text/csv                                         | /ns               | 406 | application/problem+json
            */*                                              | /graph/yunhe-2021 | 200 | text/turtle; charset=utf-8
            text/html                                        | /graph/yunhe-2021 | 200 | text/html; charset=utf-8
            application/trig                                 | /graph/yunhe-2021 | 200 | application/trig
            application/n-quads                              | /graph/derived    | 200 | application/n-quads
            application/ld+json                              | /graph/ontology   | 200 | application/ld+json
            text/csv                                         | /graph/lists      | 406 | application/problem+json
            text/turtle                                      | /graph/shapes     | 404 | application/problem+json
            */*                                              | /data?default     | 200 | text/turtle; charset=utf-8
            application/n-quads                              | /data             | 200 | application/n-quads
            text/html                                        | /data?default     | 406 | text/html; charset=utf-8
            text/turtle                                      | /data?graph=https://w3id.org/districtkg/graph/yunhe-2021 | 200 | text/turtle; charset=utf-8
            text/turtle                                      | /data?graph=urn:x | 404 | application/problem+json
            text/turtle                                      | /data?graph=      | 400 | application/problem+json
            text/turtle                                      | /data?graph       | 400 | application/problem+json
            text/turtle                                      | /data?graph=lists | 400 | application/problem+json
            text/turtle                                      | /data?default&graph=urn:x | 400 | application/problem+json
            text/turtle                                      | /id/nothing       | 404 | application/problem+json
            text/html                                        | /id/nothing       | 404 | text/html; charset=utf-8
            text/plain                                       | /id/nothing       | 404 | text/plain; charset=utf-8
            application/problem+json                         | /id/nothing       | 404 | application/problem+json
            """)
    void aClientGetsWhatItWantsMost(String accept, String path, int status, String type)
            throws Exception {
        HttpResponse<String> answer = Client.get(server, path, "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Client.header(answer, "Content-Type").toLowerCase(Locale.ROOT))
                .isEqualToIgnoringWhitespace(type);
        assertThat(Client.header(answer, "Vary")).contains("Accept, Accept-Language");
    }

    @ParameterizedTest(name = "{0} of {1} → {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            text/html                          | /id/yunhe                | /id/yunhe.html
            */*                                | /id/yunhe                | /id/yunhe.html
            text/turtle                        | /id/yunhe                | /id/yunhe.ttl
            text/turtle                        | /id/yunhe?lang=zh        | /id/yunhe.ttl?lang=zh
            text/html                          | /id/yunhe?lang=en        | /id/yunhe.html?lang=en
            application/json                   | /id/yunhe                | /id/yunhe.jsonld
            text/csv                           | /vocab/gdp-growth        | /vocab/gdp-growth.csv
            application/rdf+xml                | /vocab/tea               | /vocab/tea.rdf
            application/n-triples              | /vocab/ge                | /vocab/ge.nt
            """)
    void whatIsNoDocumentLeadsToADescriptionOfIt(String accept, String path, String description)
            throws Exception {
        HttpResponse<String> answer = Client.get(server, path, "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Client.header(answer, "Location")).isEqualTo(description);
        assertThat(Client.header(answer, "Vary")).contains("Accept, Accept-Language");
        assertThat(Client.header(answer, "Link"))
                .contains("<" + description + ">; rel=\"describedby\"", "rel=\"alternate\"");
        assertThat(Client.get(server, description, "Accept", accept).statusCode()).isEqualTo(200);
        assertThat(Client.head(server, path, "Accept", accept).headers().map())
                .containsKeys("location", "link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";",
                ",,,",
                "text/html;q",
                "text/html;q=",
                "text/html;q=high",
                "text/html;q=-1",
                "text/html;q=1e400",
                "text/html;q=NaN",
                "q=1",
                "/",
                "*",
                "*/html",
                "text/html;\"",
                "\"",
                "text/html;level=\"1,2;q=0",
                "text/<html>",
                "text/html\t; q=0.5",
                "; q=0.5, text/turtle",
                "text/html text/turtle",
                "text/turtle;q=0.1234567890123456789012345678901234567890"
            })
    void aMalformedAcceptHeaderIsNoServerError(String accept) throws Exception {
        for (String path : List.of("/id/yunhe", "/id/yunhe-2021", "/ns", "/data", "/id/nothing")) {
            String answer = Client.raw(server, "GET " + path + " HTTP/1.1", "Accept: " + accept);

            assertThat(answer).as(path).containsPattern("^HTTP/1.1 (200|303|404|406|400) ");
        }
    }

    @Test
    void oddBytesInHeadersCauseNoServerError() throws Exception {
        for (String header :
                List.of(
                        "Accept: \u00ff\u00fe, text/turtle",
                        "Accept: " + "text/turtle,".repeat(300),
                        "Accept-Language: \u00e9\u00e9, zz;q=9, -, --, zh-",
                        "Accept-Language: *-*-*;q=*",
                        "If-None-Match: \"",
                        "If-None-Match: W/, \"a\", ,")) {
            assertThat(Client.raw(server, "GET /id/yunhe-2021 HTTP/1.1", header))
                    .as(header)
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aHeaderMayBeSentInSeveralLines() throws Exception {
        assertThat(
                        Client.raw(
                                server,
                                "GET /id/yunhe-2021 HTTP/1.1",
                                "Accept: text/html;q=0.1",
                                "Accept: text/turtle"))
                .contains("Content-Type: text/turtle");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            zh                         | zh-Hans
            zh-CN,zh;q=0.9,en;q=0.8    | zh-Hans
            zh-TW                      | zh-Hans
            zh-Hant-HK;q=0.3, fr       | zh-Hans
            en-GB, zh;q=0.9            | en
            zh;q=0.1, en;q=0.2         | en
            fr, de                     | en
            fr, zh;q=0.1               | zh-Hans
            en;q=0, *                  | zh-Hans
            en;q=0.5, *;q=0.8          | zh-Hans
            zh;q=0                     | en
            en;q=0                     | zh-Hans
            *                          | en
            ''                         | en
            """)
    void aReaderGetsTheLanguageThatSheReadsBest(String wanted, String language) throws Exception {
        HttpResponse<String> page =
                Client.get(server, "/id/yunhe-2021", "Accept", FIREFOX, "Accept-Language", wanted);

        assertThat(page.body()).contains("<html lang=\"" + language + "\">");
        assertThat(Client.header(page, "Content-Language")).isEqualTo(language);
    }

    @Test
    void theLanguageOfTheAddressWins() throws Exception {
        assertThat(
                        Client.get(server, "/id/yunhe-2021.html?lang=zh", "Accept-Language", "en")
                                .body())
                .contains("<html lang=\"zh-Hans\">", "/id/yunhe.html?lang=zh\"");
    }

    static Stream<String> formsOfADocument() {
        return Formats.OF_THINGS.stream().map(form -> form.suffix());
    }

    @ParameterizedTest
    @MethodSource("formsOfADocument")
    void aFormHasAnAddressAndHoldsWhatNegotiationGives(String suffix) throws Exception {
        Formats form = Formats.named(suffix).orElseThrow();
        HttpResponse<String> own = Client.get(server, "/id/yunhe-2021", "Accept", form.type());
        HttpResponse<String> named = Client.get(server, "/id/yunhe-2021." + suffix);

        assertThat(Client.header(own, "Content-Location")).isEqualTo("/id/yunhe-2021." + suffix);
        assertThat(named.body()).isEqualTo(own.body()).isNotEmpty();
        assertThat(Client.header(named, "ETag")).isEqualTo(Client.header(own, "ETag"));
        assertThat(Client.header(named, "Content-Location")).isEmpty();
    }

    @Test
    void anAddressWithASuffixLeavesNoChoice() throws Exception {
        HttpResponse<String> turtle =
                Client.get(server, "/id/yunhe.ttl", "Accept", "image/png, text/html");

        assertThat(Client.header(turtle, "Content-Type")).startsWith("text/turtle");
        assertThat(Client.get(server, "/id/yunhe.png").statusCode()).isEqualTo(404);
        assertThat(Client.get(server, "/id/yunhe.trig").statusCode()).isEqualTo(404);
        assertThat(Client.get(server, "/ns.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void headHasTheHeadersOfGet() throws Exception {
        for (String path :
                List.of("/id/yunhe-2021", "/id/yunhe", "/ns.ttl", "/", "/id/nothing", "/data")) {
            HttpResponse<String> got = Client.get(server, path);
            HttpResponse<String> head = Client.head(server, path);

            assertThat(head.statusCode()).as(path).isEqualTo(got.statusCode());
            assertThat(head.body()).isEmpty();
            for (String header :
                    List.of("Content-Type", "ETag", "Link", "Vary", "Location", "Cache-Control")) {
                assertThat(Client.header(head, header))
                        .as(path + " " + header)
                        .isEqualTo(Client.header(got, header));
            }
        }
    }

    @Test
    void aRefusalListsWhatThereIs() throws Exception {
        HttpResponse<String> refused = Client.get(server, "/id/yunhe", "Accept", "image/png");
        JsonObject problem = JSON.parse(refused.body());

        assertThat(problem.get("type").getAsString().value())
                .isEqualTo("https://w3id.org/districtkg/errors#not-acceptable");
        assertThat(problem.get("available").getAsArray())
                .map(one -> one.getAsString().value())
                .contains("text/html", "text/turtle", "application/ld+json");
        assertThat(Client.header(refused, "Link"))
                .contains("</id/yunhe.ttl>; rel=\"alternate\"; type=\"text/turtle\"");
    }
}
