package districtkg.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.Fixture;
import districtkg.server.Server;
import districtkg.web.Browser;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages as a reader meets them, in Debian's Chromium. */
class BrowserTest {
    private static @Nullable Server server;
    private static @Nullable Browser opened;

    private Browser browser;
    private String site;

    @BeforeEach
    void open() {
        assumeTrue(Browser.isThere(), "skipped: needs chromium and chromium-driver");
        if (opened == null) {
            server = Sites.serve(Fixture.realEdition(), PageSettings.NONE);
            opened = new Browser();
        }
        browser = opened;
        browser.complaints(); // of the test before
        browser.phone(false);
        browser.dark(false);
        site = server.address().toString().replaceFirst("/$", "");
    }

    @AfterAll
    static void close() {
        if (opened != null) {
            opened.close();
            server.close();
        }
    }

    static Stream<String> pages() {
        return Stream.of("en", "zh")
                .flatMap(
                        language ->
                                PagesTest.pages()
                                        .map(
                                                page ->
                                                        page
                                                                + (page.contains("?") ? "&" : "?")
                                                                + "lang="
                                                                + language));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsAccessibleInBothSchemesAndFitsAPhone(String page) {
        browser.open(site + page);
        assertThat(browser.violations()).isEmpty();

        browser.dark(true);
        assertThat(browser.violations()).isEmpty();

        browser.phone(true);
        browser.open(site + page);
        assertThat(
                        browser.script(
                                "return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no scrolling to the side")
                .isEqualTo(true);
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/promises",
                "/board",
                "/build?at.lusong=1",
                "/id/lusong-airport",
                "/vocab/gdp-growth",
                "/map",
                "/query"
            })
    void withoutScriptsAPageReadsOrSaysWhatItNeeds(String page) {
        browser.scripts(false);
        try {
            browser.open(site + page + (page.contains("?") ? "&" : "?") + "lang=en");
            assertThat(browser.see("main").getText()).hasSizeGreaterThan(300);
            if (page.equals("/map") || page.equals("/query")) {
                assertThat(browser.see("noscript .note").getText()).contains("JavaScript");
            }
        } finally {
            browser.scripts(true);
        }
    }

    /** Else a check that finds nothing would say nothing. */
    @Test
    void anAccessibilityViolationIsDetected() {
        browser.open(site + "/about");
        browser.script("document.querySelector('main').append(document.createElement('img'))");

        assertThat(browser.violations()).anyMatch(rule -> rule.startsWith("image-alt"));
    }

    @Test
    void threeClicksLeadToWhatWasPromisedForAviation() {
        browser.open(site + "/?lang=zh");
        browser.see("nav a[href^='/promises']").click();
        browser.script(
                "const pick = document.querySelector('select[name=industry]'); pick.value = 'aviation'; pick.form.querySelector('button').click()");

        assertThat(browser.read("[role=status]", "项承诺中的")).contains("211项承诺中的62项");
        assertThat(browser.all("td .verdict")).contains("逾期兑现");

        browser.see("td a[href*='airport-phase-1-completion']").click();
        assertThat(browser.read(".judgement", "逾期兑现")).contains("2017年");
    }

    @Test
    void aReaderFindsAPlaceItsTargetsAndComparesIt() {
        browser.open(site + "/?lang=en");
        browser.see(".places a[href^='/id/lusong.']").click();
        assertThat(browser.read(".answer", "measurable target")).contains("not reported again");

        browser.script(
                "const other = document.querySelector('#other'); other.value = 'zhuzhou'; other.form.querySelector('button').click()");
        browser.read("h1", "Lusong District and Zhuzhou compared");
        browser.see("figure.chart svg circle");
        browser.see("a[href*='view=table']").click();
        browser.see("table.figures td a").click();
        assertThat(browser.address()).contains("/id/");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theBoxSuggestsWhileTypingAndIsUsedByKeyboard() {
        browser.open(site + "/?lang=zh");
        WebElement box = browser.see("#find");
        box.sendKeys("通用机场");
        browser.read("#found li", "芦淞通用机场");
        box.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);

        assertThat(browser.read("h1", "芦淞通用机场")).isNotEmpty();
        assertThat(browser.address()).contains("/id/lusong-airport", "lang=zh");
    }

    @Test
    void aQueryIsTypedWithCompletionRunChartedSharedAndReopened() {
        browser.open(site + "/query?lang=en");
        browser.see("#new-tab").click();
        WebElement editor = browser.see(".cm-content");
        editor.sendKeys("SELECT ?topic (COUNT(?c) AS ?promises) { ?c a :Comm");
        browser.read(".cm-tooltip-autocomplete li[aria-selected]", ":Commitment");
        editor.sendKeys(Keys.ENTER);
        editor.sendKeys(
                " ; :topic ?t . ?t :nameEn ?topic } GROUP BY ?topic",
                Keys.chord(Keys.CONTROL, Keys.ENTER));

        assertThat(browser.read("#told", "rows")).startsWith("23 rows");
        assertThat(
                        browser.script(
                                        "return document.querySelector('.cm-content').cmTile?.view?.state.doc.toString() ?? document.querySelector('.cm-content').innerText")
                                .toString())
                .contains("PREFIX : <https://w3id.org/districtkg/ns#>");
        browser.see("[data-view=chart]").click();
        browser.see("#shown canvas");
        browser.see("#share").click();
        String shared = browser.address();
        assertThat(URLDecoder.decode(shared, StandardCharsets.UTF_8))
                .contains("view=chart", "GROUP BY ?topic");

        browser.open(site + "/");
        browser.open(shared);
        browser.see("#shown canvas");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void completionKnowsChineseAndThePositionOfTheCursor() {
        browser.open(site + "/query?lang=zh");
        browser.see("#new-tab").click();
        WebElement editor = browser.see(".cm-content");
        editor.sendKeys("SELECT * { ?x a 产业");
        assertThat(browser.read(".cm-tooltip-autocomplete li[aria-selected]", ":"))
                .contains(":Industry");
        editor.sendKeys(Keys.ENTER, " . ?y a :Target ; ");
        editor.sendKeys(Keys.chord(Keys.CONTROL, Keys.SPACE));
        browser.read(".cm-tooltip-autocomplete li", ":");
        assertThat(browser.all(".cm-tooltip-autocomplete li").subList(0, 8))
                .allSatisfy(
                        option ->
                                assertThat(option)
                                        .doesNotContain(":bodyStart", ":divisionCode", ":Place"));
    }

    @Test
    void aMistakeIsShownWhereJenaMeetsIt() {
        browser.open(site + "/query?lang=en&query=SELECT%20*%20%7B%20%3Fs%20a%20%7D");

        browser.see(".cm-lintRange-error");
        assertThat(browser.read("#told", "Line 1")).contains("column", "is not complete");
    }

    @Test
    void anErrorSaysWhatToDoAndLeavesNoOldResults() {
        browser.open(
                site + "/query?lang=en&query=SELECT%20*%20%7B%20%3Fs%20a%20%3Fo%20%7D%20LIMIT%203");
        browser.read("#told", "3 rows");
        WebElement editor = browser.see(".cm-content");
        editor.sendKeys(Keys.chord(Keys.CONTROL, Keys.END));
        editor.sendKeys(Keys.chord(Keys.CONTROL, "a"), "ASK { ?s a ?o");
        editor.sendKeys(Keys.DELETE, Keys.chord(Keys.CONTROL, Keys.ENTER));

        assertThat(browser.read("#told", "Line")).endsWith("a closing } is missing.");
        assertThat(browser.all("#shown tbody tr")).isEmpty();
        assertThat(browser.script("return document.getElementById('results').hidden"))
                .isEqualTo(true);
    }

    @Test
    void anExampleOpensInATabOfItsOwn() {
        browser.open(site + "/query?lang=en");
        browser.script("localStorage.clear()");
        browser.open(site + "/query?lang=en");
        browser.read("#told", "rows"); // the first query runs at once
        browser.see("#new-tab").click();
        browser.see(".cm-content").sendKeys("# mine");
        browser.see(".examples li:nth-child(2) a").click();

        browser.see(".editing [role=tab]:nth-child(3)[aria-selected=true]");
        browser.see(".editing [role=tab]:nth-child(2)").click();
        assertThat(browser.read(".cm-content", "mine")).contains("# mine");
        browser.see(".examples li:nth-child(2) a").click();
        browser.see(".editing [role=tab]:nth-child(3)[aria-selected=true]");
        assertThat(browser.all(".editing [role=tab]")).hasSize(3);
    }

    @Test
    void onlyACopiedTextIsReportedAsCopied() {
        browser.open(site + "/query?lang=en&query=ASK%20%7B%7D");
        browser.read("#told", "1 row");
        browser.script(
                "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject(new Error())}})");
        browser.see("#share").click();

        assertThat(browser.read("#told", "copy")).startsWith("Not copied");
        assertThat(browser.script("return document.querySelector('#advice textarea').value"))
                .asString()
                .contains("/query?", "ASK");
    }

    @Test
    void completionNamesTheThingWithTheMostStatementsFirst() {
        browser.open(site + "/query?lang=en");
        browser.see("#new-tab").click();
        WebElement editor = browser.see(".cm-content");
        editor.sendKeys("SELECT * { ?s :about id:lusong-a");

        assertThat(browser.read(".cm-tooltip-autocomplete li[aria-selected]", "id:"))
                .startsWith("id:lusong-airport");
    }

    @Test
    void anUnknownTermIsAnsweredWithTheNearest() {
        browser.open(
                site
                        + "/query?lang=en&query=SELECT%20*%20%7B%20id%3Alusong-airprot%20%3Fp%20%3Fo%20%7D");

        assertThat(browser.read("#advice", "nearest"))
                .contains("id:lusong-airprot", "id:lusong-airport");
    }

    @Test
    void aConstructIsAGraphAndAPointIsOnTheMap() {
        browser.open(site + "/query?lang=en&query=DESCRIBE%20id%3Alusong-airport&view=graph");
        browser.see("#shown canvas");

        browser.open(
                site
                        + "/query?lang=en&query=SELECT%20%3Fn%20%3Fw%20%7B%20%3Fp%20%3AnameEn%20%3Fn%20%3B%20geo%3AhasGeometry%2Fgeo%3AasWKT%20%3Fw%20%7D&view=map");
        assertThat(browser.read("#shown .leaflet-tooltip", "Lusong")).isNotEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aThingIsFoundOnTheMap() {
        browser.open(site + "/id/tianchi-lake-park?lang=zh");
        browser.see("a[href^='/map?at=']").click();

        assertThat(browser.read(".leaflet-popup", "天池湖公园")).isNotEmpty();
    }

    /** Places within a few kilometres, seen from so far that their names would overlap. */
    private static final String NEIGHBOURS =
            "/query?lang=en&view=map&query="
                    + URLEncoder.encode(
                            "SELECT ?n ?w { VALUES (?n ?w) { "
                                    + IntStream.range(0, 9)
                                            .mapToObj(
                                                    one ->
                                                            "(\"Neighbourhood %d of Heze\" \"POINT(114.0%d 22.5)\"^^geo:wktLiteral) "
                                                                    .formatted(one, one))
                                            .collect(Collectors.joining())
                                    + "(\"Far away\" \"POINT(115.9 39)\"^^geo:wktLiteral) } }",
                            StandardCharsets.UTF_8);

    private static final String SHOWN_NAMES =
            "[...document.querySelectorAll('.leaflet-tooltip')].filter(one => getComputedStyle(one).visibility === 'visible')";

    @Test
    void namesOnTheMapDoNotOverlap() {
        browser.open(site + NEIGHBOURS);
        browser.read(".leaflet-tooltip", "Neighbourhood");

        assertThat(
                        browser.script(
                                "const boxes = "
                                        + SHOWN_NAMES
                                        + ".map(one => one.getBoundingClientRect());"
                                        + "return boxes.length > 1 && boxes.every((one, i) => boxes.every((other, j) => i === j"
                                        + " || one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top))"))
                .isEqualTo(true);
    }

    @Test
    void aHiddenNameOnTheMapIsShownByTheKeyboard() {
        browser.open(site + NEIGHBOURS);
        browser.read(".leaflet-tooltip", "Neighbourhood");
        Object before = browser.script("return " + SHOWN_NAMES + ".length");

        Object name =
                browser.script(
                        "const shown = "
                                + SHOWN_NAMES
                                + ".map(one => one.textContent);"
                                + "const hidden = [...document.querySelectorAll('#shown path[role=button]')].find(one => !shown.includes(one.getAttribute('aria-label')));"
                                + "hidden.focus(); return hidden.getAttribute('aria-label')");

        assertThat(browser.script("return " + SHOWN_NAMES + ".map(one => one.textContent).join()"))
                .asString()
                .contains(String.valueOf(name));
        assertThat(browser.script("return " + SHOWN_NAMES + ".length")).isNotEqualTo(before);
    }

    @Test
    void thousandsOfRowsAreShownAsTheyAreScrolledTo() {
        browser.open(
                site
                        + "/query?lang=en&query=SELECT%20%3Fs%20%3Fp%20%3Fo%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%205000");
        browser.read("#told", "5000 rows");
        assertThat(browser.all("#shown tbody tr")).hasSize(200);

        browser.script(
                "const shown = document.getElementById('shown'); shown.scrollTop = shown.scrollHeight");
        browser.see("#shown tbody tr:nth-child(300)");
    }
}
