package districtkg.page;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.Shows;
import districtkg.problem.Reason;
import districtkg.server.Http;
import districtkg.server.Server;
import districtkg.source.Sources;
import districtkg.web.Client;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

@Shows({Reason.GONE, Reason.FAULT})
class PagesTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private static final int LARGEST = 100_000;

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
        return Stream.of(
                "/",
                "/promises",
                "/promises?topic=transport&verdict=unknown&sort=late",
                "/board",
                "/build",
                "/build?at.lusong=1&at.zhuzhou=1&indicator=gdp-growth",
                "/methods",
                "/about?place=lusong",
                "/embed/indicator/gdp-growth",
                "/embed/place/lusong",
                "/id/lusong?year=2020",
                "/promises?page=2",
                "/indicators",
                "/vocab/estates-self-governed",
                "/vocab/aviation",
                "/vocab/gdp-growth",
                "/compare?places=lusong,zhuzhou",
                "/id/lusong",
                "/id/lusong-airport",
                "/id/lusong-2020",
                "/id/lusong-2020-urban-jobs-added-2020",
                "/query",
                "/search?q=lusong",
                "/map",
                "/ns",
                "/about",
                "/corrections");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsThereInBothLanguagesAndSmall(String page) throws Exception {
        for (String language : List.of("en", "zh")) {
            HttpResponse<String> answer = get(page, "text/html", language);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains(
                            language.equals("zh")
                                    ? "<html lang=\"zh-Hans\">"
                                    : "<html lang=\"en\">")
                    .hasSizeLessThan(LARGEST);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .get()
                    .asString()
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void theDeadlinesAreFilteredAndExportedAsTheyAreShown() throws Exception {
        String shown = get("/board?verdict=keptLate&year=2015", "text/html", "en").body();
        String csv = get("/board?verdict=keptLate&year=2015&format=csv", "*/*", "en").body();
        HttpResponse<String> svg = get("/board?verdict=keptLate&year=2015&format=svg", "*/*", "en");

        assertThat(shown)
                .contains("Airport to operate within 2015", "between 13 and 24 months late")
                .doesNotContain("Airport to be built and in use in 2012");
        assertThat(csv.lines().filter(line -> line.contains("Airport"))).hasSize(2);
        assertThat(csv).doesNotContain("2012");
        assertThat(svg.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("style-src 'sha256-", "sandbox");
        assertThat(svg.headers().firstValue("Content-Type"))
                .hasValue("image/svg+xml; charset=utf-8");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg.body())));
        assertThat(svg.body()).contains("Airport to operate within 2015");
    }

    @Test
    void theBuilderAnswersAFormWithoutScripts() throws Exception {
        String form = get("/build", "text/html", "en").body();
        String answer =
                get("/build?at.lusong=1&indicator=gdp-growth&from=2019", "text/html", "en").body();
        String csv =
                get("/build?places=lusong&indicator=gdp-growth&from=2019&format=csv", "*/*", "en")
                        .body();

        assertThat(form).contains("name=\"at.lusong\"").doesNotContain("<pre");
        assertThat(answer)
                .contains(
                        "<svg",
                        "class=\"figures\"",
                        "VALUES ?where { id:lusong }",
                        "?year &gt;= 2019");
        assertThat(csv.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains("GDP growth"));
    }

    @Test
    void aPlaceShowsNamesCodeAndPredecessors() throws Exception {
        assertThat(get("/id/lusong", "text/html", "en").body())
                .contains("Lúsōng Qū", "430203", "/id/430203-1983");
    }

    @ParameterizedTest
    @CsvSource({"commitment, en", "承诺, en", "pledge, zh", "目标, zh"})
    void aWordOfTheModelLeadsToThePromises(String word, String language) throws Exception {
        String page =
                get(
                                "/search?q="
                                        + URLEncoder.encode(word, StandardCharsets.UTF_8)
                                        + "&lang="
                                        + language,
                                "text/html",
                                language)
                        .body();

        assertThat(page.substring(page.indexOf("<main")))
                .contains("<a href=\"/promises?lang=" + language + "\">");
    }

    @Test
    void searchResultsAreNarrowedToOneKind() throws Exception {
        String all = get("/search?q=lusong", "text/html", "en").body();
        String places = get("/search?q=lusong&group=place", "text/html", "en").body();

        assertThat(all).contains("group=place", "group=statement");
        assertThat(places).contains("/id/lusong.html").doesNotContain("/id/lusong-airport.html");
    }

    @Test
    void thePageOfTheDataShowsOnePlaceOnRequest() throws Exception {
        String all = get("/about", "text/html", "en").body();
        String one = get("/about?place=lusong", "text/html", "en").body();

        assertThat(all).contains("/about?place=lusong#place").doesNotContain("id=\"place\"");
        assertThat(one).contains("id=\"place\"", "gdp-growth", "/id/lusong-2020");
    }

    /** Where a link leads, each once, of the pages that lead furthest. */
    @Test
    void everyLinkOfAPageLeadsSomewhere() throws Exception {
        List<String> links = new ArrayList<>();
        for (String page :
                List.of(
                        "/",
                        "/id/lusong-airport",
                        "/id/lusong-2020-gdp-growth-2019",
                        "/about",
                        "/vocab/aviation")) {
            Pattern.compile("href=\"(/[^\"#]*)")
                    .matcher(get(page, "text/html", "zh").body())
                    .results()
                    .map((MatchResult found) -> found.group(1).replace("&amp;", "&"))
                    .forEach(links::add);
        }

        assertThat(links.stream().distinct())
                .hasSizeGreaterThan(60)
                .allSatisfy(
                        link ->
                                assertThat(get(link, "*/*", "zh").statusCode())
                                        .as(link)
                                        .isEqualTo(200));
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            br20161227-station-start        | /id/voc20170331-station-ceremony       | a doubted word on a promise
            voc20170331-station-ceremony    | /id/rn20220630-station-started         | what contradicts a doubted word
            rn20220630-station-started      | /id/voc20170331-station-ceremony       | what it contradicts
            rn20220630-station-started      | /id/br20161227-station-start           | a promise that it decides
            zhuzhou-station-rebuilding      | /id/rn20220630-station-started         | what contradicts, from the page of the thing
            rn20150209-tiedong-road-opening | /id/br20161227-tiedong-road-core-completion | a word on a part
            stat2019-gdp-growth-2019        | /id/lusong-2020-gdp-growth-2019        | the same fact in another document
            lusong-2020-gdp-growth-2019     | /id/stat2019-gdp-growth-2019           | and back
            lusong-airport                  | /id/xinlusong-group                    | its builder
            xinlusong-group                 | /id/lusong-airport                     | what it builds
            jinyi-eco-city                  | /id/jinyi-group                        | its investor
            ouwei                           | /id/ouwei-smart-park                   | what it operates
            hangzhou-promotion-2018         | /id/zhuzhou-government                 | its organizer
            zhuzhou-government              | /id/hangzhou-promotion-2018            | what it organized
            two-sessions-2020               | /id/district-court-president           | an office that was filled
            district-court-president        | /id/two-sessions-2020                  | where it was filled
            sa60l                           | /vocab/faa-airworthiness               | an award
            faa                             | /id/lusong-2020-sa60l-faa-2019         | an award that it gave
            lusong-2020-sa60l-faa-2019      | /id/faa                                | who gave it
            lusong-2020-urban-jobs-added-2020 | /id/lusong-government                | who promised it
            lusong-party-secretary          | /promises?promiser=lusong-party-secretary | what it promised
            """)
    void aPageLinksWhatBelongsToIt(String page, String link, String why) throws Exception {
        for (String language : List.of("en", "zh")) {
            String body =
                    get("/id/" + page + "?lang=" + language, "text/html", language)
                            .body()
                            .replace("&amp;", "&");

            assertThat(
                            body.substring(
                                    body.indexOf("<main"), body.indexOf("<section class=\"use\">")))
                    .as(why)
                    .containsPattern(Pattern.quote("href=\"" + link) + "[.?&\"]");
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            lusong-airport             | en | Promised for 2012, in use in 2017: between 49 and 60 months late.
            lusong-airport             | zh | 承诺2012年投用，实际2017年投用，迟49至60个月。
            lusong-airport             | en | last reported in operation, 2017
            lusong-airport             | en | 473 million yuan
            guoyuan-road               | en | Promised for 2015, not in use as of June 2020: at least 53 months late by then.
            guoyuan-road               | zh | 承诺2015年投用，截至2020年6月仍未投用，当时已至少迟53个月。
            tiedong-road               | en | Promised for 2015. No document up to 12 February 2026 says what became of it as a whole.
            sa60l                      | en | Later documents mention it, but do not show whether it was in use by then.
            airport-expansion          | en | The newest document is older than that.
            rn20150209-guoyuan-road-opening | en | what is done on or before 31 December 2015 is in time
            rn20150209-guoyuan-road-opening | en | How it is judged
            rn20150209-guoyuan-road-opening | zh | 已查阅期限之后关于芦淞区的文献
            lusong-2020-two-sessions-opened | en | Details
            xls20150806                | en | Read the original at www.xlsjt.com.cn
            xls20150806                | zh | 原文标题
            xls20150806                | en | One statement is based on this document.
            lusong-2020                | en | 157 statements are based on this document.
            lusong-2020                | en | Industrial upgrading</h2>
            """)
    void aPageAnswersFirst(String page, String language, String answer) throws Exception {
        assertThat(get("/id/" + page + "?lang=" + language, "text/html", language).body())
                .contains(answer);
    }

    @Test
    void theLanguageInTheAddressWinsAndStays() throws Exception {
        String page = get("/?lang=zh", "text/html", "en").body();

        assertThat(page)
                .contains(
                        "<html lang=\"zh-Hans\">",
                        "href=\"/promises?lang=zh\"",
                        "href=\"/?lang=en\"");
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle,text/turtle",
        "application/ld+json,application/ld+json",
        "application/n-triples,application/n-triples",
        "application/rdf+xml,application/rdf+xml",
        "text/csv,text/csv",
        "'text/html;q=0.1, text/turtle;q=0.9',text/turtle",
        "'text/html,application/xhtml+xml,*/*;q=0.8',text/html"
    })
    void aThingIsServedInTheRequestedFormat(String accept, String type) throws Exception {
        HttpResponse<String> answer = get("/id/lusong-airport", accept, "en");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith(type);
        assertThat(answer.headers().firstValue("Vary")).get().asString().contains("Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nt", "jsonld", "rdf"})
    void aSuffixSelectsAFormat(String suffix) throws Exception {
        HttpResponse<String> answer = get("/id/lusong-airport." + suffix, "text/html", "en");
        Graph read =
                RDFParser.fromString(answer.body(), Lang.TURTLE)
                        .lang(org.apache.jena.riot.RDFLanguages.filenameToLang("x." + suffix))
                        .toGraph();

        assertThat(read.size()).isGreaterThan(30);
    }

    @Test
    void anAddressNearAThingNamesIt() throws Exception {
        HttpResponse<String> page = get("/id/lusong-airprot", "text/html", "en");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Lusong General Aviation Airport").doesNotContain("\tat ");
    }

    @Test
    void anErrorForAProgramIsAProblemDocument() throws Exception {
        HttpResponse<String> missing = get("/id/nothing-at-all", "application/json", "en");
        HttpResponse<String> form = get("/id/lusong", "image/png", "en");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(form.statusCode()).isEqualTo(406);
        assertThat(form.body()).contains("text/turtle");
    }

    @Test
    void promisesAreExportedAsShown() throws Exception {
        String page = get("/promises?topic=transport", "text/html", "en").body();
        String table = get("/promises?topic=transport&format=csv", "*/*", "en").body();
        HttpResponse<String> data = get("/promises?topic=transport&format=jsonld", "*/*", "en");

        assertThat(page).contains("26 of 211 promises");
        assertThat(table.lines()).hasSize(27);
        assertThat(RDFParser.fromString(data.body(), Lang.JSONLD).toGraph().size())
                .isGreaterThan(100);
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "机场,Lusong General Aviation Airport",
        "芦淞,Lusong District",
        "lusong,Lusong District",
        "lúsōng,Lusong District",
        "tianchihu,Tianchi Lake Park",
        "gongyuan,Fengxishan Theme Park",
        "airp,Lusong General Aviation Airport",
        "aiport,Lusong General Aviation Airport"
    })
    void aNameIsFoundByAnyPartOfIt(String words, String name) throws Exception {
        String found =
                get(
                                "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8),
                                "text/html",
                                "en")
                        .body();

        assertThat(found).contains(name);
    }

    @Test
    void aFaultOfAQueryHasItsPlaceAndAnUnknownTermItsNearest() throws Exception {
        String wrong =
                get(
                                "/api/check?query="
                                        + URLEncoder.encode(
                                                "SELECT * { ?s a }", StandardCharsets.UTF_8),
                                "*/*",
                                "en")
                        .body();
        String unknown =
                get(
                                "/api/check?query="
                                        + URLEncoder.encode(
                                                "SELECT * { id:lusong-airprot ?p ?o }",
                                                StandardCharsets.UTF_8),
                                "*/*",
                                "en")
                        .body();

        assertThat(wrong).contains("\"line\" : 1", "\"column\" : 17");
        assertThat(unknown).contains("id:lusong-airprot", "id:lusong-airport");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/about"})
    void aPageSaysWhatTheStatementsRestOn(String path) throws Exception {
        String count =
                "SELECT (COUNT(DISTINCT ?one) AS ?n) { ?one a :Statement ; :source/a :Passage }";
        String proven =
                Http.query(server, count, "text/csv")
                        .body()
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow();

        assertThat(Integer.parseInt(proven)).isPositive();
        assertThat(get(path, "text/html", "en").body())
                .contains(proven + " are proven to the character", "in doubt");
        assertThat(get(path, "text/html", "zh").body()).contains(proven + "条可逐字核验");
    }

    @Test
    void wordsAreShownOnlyWhereTheTextIsAtHandAndUnchanged(@TempDir Path folder) throws Exception {
        String page = "/id/yunhe-2021-parking-target";
        PageSettings settings = new PageSettings(Fixture.yunheTexts(), "errors@example.org", "");
        try (Server with = Sites.serve(Fixture.yunheEdition(), settings);
                Server without = Sites.serve(Fixture.yunheEdition(), PageSettings.NONE)) {
            assertThat(send(with, page, "text/html", "en").body())
                    .contains("<mark>", "六百个", "mailto:errors@example.org");
            assertThat(send(without, page, "text/html", "en").body())
                    .doesNotContain("<mark>", "mailto:");
        }
    }

    @Test
    void namesAreEscaped(@TempDir Path folder) throws Exception {
        String name = "<script>alert(1)</script>\\\" onmouseover=alert(2) '";
        Files.writeString(
                folder.resolve("hostile.ttl"),
                """
                @prefix : <https://w3id.org/districtkg/ns#> .
                @prefix id: <https://w3id.org/districtkg/id/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                id:hostile a :Facility ; rdfs:label "NAME"@en , "NAME</script>"@zh ; :in id:yunhe ;
                    skos:exactMatch <javascript:alert(3)> , <data:text/html,x> .
                """
                        .replace("NAME", name));
        Sources sources = Sources.read(List.of(Fixture.ONTOLOGY, Fixture.YUNHE, folder));
        try (Server hostile = Sites.serve(sources, PageSettings.NONE)) {
            for (String page :
                    List.of(
                            "/id/hostile",
                            "/search?q=script",
                            "/map",
                            "/",
                            "/search?q=%3Cscript%3Ealert(1)",
                            "/promises?topic=%22%3E%3Cscript%3E",
                            "/id/%3Cscript%3Ealert(1)")) {
                String body = send(hostile, page, "text/html", "en").body();

                assertThat(body)
                        .as(page)
                        .doesNotContain("<script>alert", "href=\"javascript:", "href=\"data:")
                        .doesNotContainPattern("<[a-z][^<>]*\" onmouseover");
            }
        }
    }

    @Test
    void whatWasWithdrawnIsGoneAndWhatWasReplacedLeadsOn(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("old.ttl"),
                """
                @prefix id: <https://w3id.org/districtkg/id/> .
                @prefix dcterms: <http://purl.org/dc/terms/> .
                @prefix owl: <http://www.w3.org/2002/07/owl#> .
                id:withdrawn owl:deprecated true .
                id:renamed owl:deprecated true ; dcterms:isReplacedBy id:yunhe .
                """);
        Sources sources = Sources.read(List.of(Fixture.ONTOLOGY, Fixture.YUNHE, folder));
        try (Server old = Sites.serve(sources, PageSettings.NONE)) {
            HttpResponse<String> replaced = Client.get(old, "/id/renamed");
            HttpResponse<String> gone = send(old, "/id/withdrawn", "application/json", "en");

            assertThat(send(old, "/id/withdrawn", "text/html", "en").statusCode()).isEqualTo(410);
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(gone.body()).contains("errors#gone");
            assertThat(replaced.statusCode()).isEqualTo(303);
            assertThat(replaced.headers().firstValue("Location")).contains("/id/yunhe");
            assertThat(Client.header(Client.get(old, "/id/renamed.ttl?lang=zh"), "Location"))
                    .isEqualTo("/id/yunhe.ttl?lang=zh");
            assertThat(Client.get(old, "/id/withdrawn.ttl").statusCode()).isEqualTo(410);
        }
    }

    @Test
    void anInternalErrorShowsNoStackTrace(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("broken.ttl"),
                """
                @prefix : <https://w3id.org/districtkg/ns#> .
                @prefix id: <https://w3id.org/districtkg/id/> .
                id:broken a :Document .
                id:broken-passage a :Passage , :Reference ; :document id:broken ; :start "no number" .
                """);
        Sources sources = Sources.read(List.of(Fixture.ONTOLOGY, Fixture.YUNHE, folder));
        try (Server broken = Sites.serve(sources, PageSettings.NONE)) {
            HttpResponse<String> page = send(broken, "/id/broken", "text/html", "zh");

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body())
                    .contains("内部错误", "这是服务器的错误")
                    .doesNotContain("Exception", "districtkg.");
        }
    }

    @Test
    void anIndicatorLeadsToWhatOthersCallTheSame() throws Exception {
        String page = get("/vocab/gdp-growth", "text/html", "en").body();

        assertThat(page)
                .contains("href=\"http://metadata.un.org/sdg/C080101\"", "metadata.un.org</small>")
                .contains("datacommons.org</small>");
    }

    @Test
    void aStatementAndADocumentStandInTheirPlace() throws Exception {
        for (String page : List.of("/id/lusong-2020-urban-jobs-added-2020", "/id/lusong-2020")) {
            String body = get(page, "text/html", "en").body();

            assertThat(body.substring(body.indexOf("breadcrumb"), body.indexOf("<h1>")))
                    .as(page)
                    .containsSubsequence("China", "Hunan", "Zhuzhou", "Lusong District");
        }
    }

    @Test
    void theFeedAndTheSitemapAreXml() throws Exception {
        for (String file : List.of("/feed.atom", "/sitemap.xml")) {
            String body = get(file, "*/*", "en").body();

            assertThat(
                            DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(new InputSource(new StringReader(body.strip())))
                                    .getDocumentElement()
                                    .getChildNodes()
                                    .getLength())
                    .as(file)
                    .isGreaterThan(10);
        }
    }

    @Test
    void assetsAreImmutable() throws Exception {
        String page = get("/query", "text/html", "en").body();
        List<String> files =
                Pattern.compile("\"(/(?:assets|webjars)/[^\"]+)\"")
                        .matcher(page.replace("\\/", "/"))
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(files)
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        file -> {
                            HttpResponse<String> answer = get(file, "*/*", "en");
                            assertThat(answer.statusCode()).as(file).isEqualTo(200);
                            assertThat(answer.headers().firstValue("Cache-Control"))
                                    .get()
                                    .asString()
                                    .contains("immutable");
                        });
        assertThat(get("/assets/x/../message/messages_en.properties", "*/*", "en").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(get("/webjars/leaflet/1.9.4/package.json", "*/*", "en").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPageIsOnlyRead() throws Exception {
        HttpRequest post =
                HttpRequest.newBuilder(server.address().resolve("/promises"))
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build();

        assertThat(CLIENT.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    private static HttpResponse<String> get(String path, String accept, String language)
            throws IOException, InterruptedException {
        return send(server, path, accept, language);
    }

    private static HttpResponse<String> send(Server to, String path, String accept, String language)
            throws IOException, InterruptedException {
        URI address =
                URI.create(
                        to.address().toString().replaceFirst("/$", "") + path.replace(" ", "%20"));
        return CLIENT.send(
                HttpRequest.newBuilder(address)
                        .header("Accept", accept)
                        .header("Accept-Language", language)
                        .build(),
                BodyHandlers.ofString());
    }
}
