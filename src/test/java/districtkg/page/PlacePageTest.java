package districtkg.page;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.server.Http;
import districtkg.server.Server;
import districtkg.source.Sources;
import districtkg.web.Client;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The pages of a place and of an indicator, and places compared, in a made-up district. */
class PlacePageTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = Sites.serve(Fixture.yunhe(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPlaceSaysInOneSentenceWhatBecameOfItsTargets() throws Exception {
        assertThat(page("/id/yunhe?lang=en"))
                .contains(
                        "Of 7 measurable targets for 2021: 4 met, 1 missed, 1 reported but not comparable, 1 not reported again.");
        assertThat(page("/id/yunhe?lang=zh"))
                .contains("2021年可衡量的目标共7个：4个实现，1个未实现，1个有数据但不可比，1个未再提及。");
    }

    /** The page counts what the data count. */
    @Test
    void theSentenceAgreesWithTheScorecardOfTheData() throws Exception {
        String card =
                "SELECT ?all ?met ?missed { ?card a :Scorecard ; :place id:yunhe ; :year ?year ; :measurableTargets ?all ; :targetsMet ?met ; :targetsMissed ?missed FILTER(str(?year) = \"2021\") }";

        assertThat(Http.query(server, card, "text/csv").body().lines().skip(1).toList())
                .containsExactly("7,4,1");
    }

    @Test
    void withoutPositionsTheMapIsNotInTheMenu() throws Exception {
        Sources lists = Sources.read(List.of(Fixture.ONTOLOGY, Fixture.DATA.resolve("lists")));
        try (Server bare = Sites.serve(lists, PageSettings.NONE)) {
            assertThat(Client.get(bare, "/methods?lang=en").body())
                    .contains("href=\"/compare?lang=en\"")
                    .doesNotContain("href=\"/map");
        }
        assertThat(page("/methods?lang=en")).contains("href=\"/map?lang=en\"");
    }

    @Test
    void whatWasMissedComesFirstAndSaysByHowMuch() throws Exception {
        List<String> rows = rows(page("/id/yunhe?lang=en"));

        assertThat(rows.getFirst())
                .isEqualTo("registered urban unemployment rate missed at most 4% 4.3% +0.3 points");
        assertThat(rows)
                .contains(
                        "jobs added met at least 3,500 3,620 +3.43%",
                        "beds per care home met 40–60 50 ±0%", "oversized classes met 0 0 ±0%");
    }

    @Test
    void theYearIsInTheAddressAndStaysThere() throws Exception {
        String plain = page("/id/yunhe?lang=en");
        String opened = page("/id/yunhe?lang=en&year=2022");

        assertThat(plain).doesNotContain("<details open id=\"year\"").contains("year=2022");
        assertThat(opened)
                .contains("Targets for 2022", "<details open id=\"year\"")
                .contains("href=\"/id/yunhe.html?year=2022&amp;lang=zh\"");
    }

    @Test
    void anIndicatorIsOneChartAndItsFilesHoldWhatItShows() throws Exception {
        String chart = page("/vocab/registered-unemployment?lang=en");
        String table = Client.get(server, "/indicator/registered-unemployment.csv?lang=en").body();
        String drawing = Client.get(server, "/indicator/registered-unemployment.svg").body();

        assertThat(chart.split("<figure", -1)).hasSize(2);
        assertThat(table.lines().skip(1))
                .hasSize(count(chart, "<circle|class=\"aim\""))
                .anyMatch(row -> row.startsWith("target,") && row.contains("missed"));
        assertThat(count(drawing, "<circle|class=\"aim\""))
                .isEqualTo(count(chart, "<circle|class=\"aim\""));
        assertThat(
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new InputSource(new StringReader(drawing.strip())))
                                .getDocumentElement()
                                .getTagName())
                .isEqualTo("svg");
    }

    @Test
    void oneFigureIsALargeNumber() throws Exception {
        assertThat(page("/vocab/parking-spaces-added?lang=en"))
                .contains("class=\"large\"", "at least 600")
                .doesNotContain("<figure");
    }

    @Test
    void placesAreComparedByIndicatorAndYear() throws Exception {
        String all = "/compare?places=yunhe,nowhere&indicators=gdp-growth,jobs-added&lang=en";
        String table = page(all + "&view=table");
        String since = page(all + "&view=table&from=2021");

        assertThat(table).contains("<h1>Yunhe District compared", ">7.2%</a>", ">8.1%</a>");
        assertThat(table).contains("target at least 3,500: kept");
        assertThat(since).contains(">8.1%</a>").doesNotContain(">7.2%</a>");
        assertThat(Client.get(server, all + "&from=2021&format=csv").body().lines())
                .hasSize(1 + count(since, "<td[^>]*>\\s*<a|<small"));
    }

    @Test
    void anUnknownFileOfAnIndicatorIsNotFound() throws Exception {
        for (String path :
                List.of("/indicator/nothing.csv", "/indicator/gdp-growth.exe", "/indicator/")) {
            assertThat(Client.get(server, path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theFirstPageTellsAStoryAndLeadsToThePlace() throws Exception {
        String home = page("/?lang=en");

        assertThat(home)
                .contains("Wanghu Road: promised for 2021, ", "href=\"/id/yunhe.html?lang=en\"");
        assertThat(page("/?lang=zh")).contains("望湖路：");
    }

    @Test
    void aListOfPromisesIsSummedUpInItsHeading() throws Exception {
        assertThat(page("/promises?lang=en&year=2021&verdict=missed"))
                .contains(
                        "<h1>Promises: missed, due 2021</h1>",
                        "2 of 22 promises: 2 missed. None is shown kept.",
                        "aria-label=\"Remove missed\"");
        assertThat(page("/promises?lang=en&year=2023&verdict=kept"))
                .contains("No promise matches all of these filters", "without “kept”: 1 promise<");
    }

    @Test
    void placesAndProjectsComeBeforeStatementsInASearch() throws Exception {
        String found = page("/search?lang=en&q=yunhe");

        assertThat(found).containsSubsequence("<h2>Places", "Yunhe District", "<h2>Documents");
        assertThat(page("/search?lang=en&q=jobs"))
                .containsSubsequence("<h2>Indicators", "<h2>Statements", "class=\"verdict kept\"");
    }

    @Test
    void wordsOfTheModelLeadToPagesAndNothingLeadsToPlaces() throws Exception {
        assertThat(page("/search?lang=en&q=promise")).contains("href=\"/promises?lang=en\"");
        assertThat(page("/search?lang=zh&q=%E6%89%BF%E8%AF%BA"))
                .contains("<a href=\"/promises?lang=zh\">承诺</a></li>");
        assertThat(page("/search?lang=en&q=qqqqqq")).contains("No name matches", "Yunhe District");
    }

    private static String page(String path) throws Exception {
        return Client.follow(server, path, "Accept", "text/html").body();
    }

    /** The words of each row of the table of targets. */
    private static List<String> rows(String page) {
        return Pattern.compile("(?s)<tr><td><a .*?</tr>")
                .matcher(page)
                .results()
                .map(row -> row.group().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip())
                .toList();
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }
}
