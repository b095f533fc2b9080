package districtkg.review.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.review.Drafts;
import districtkg.review.FactComparisons;
import districtkg.review.ReviewSession;
import districtkg.web.Browser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The review page as a reviewer meets it, in Debian's Chromium. */
class ReviewBrowserTest {
    private static final String REPORT =
            "report/" + URLEncoder.encode(Drafts.REPORT, StandardCharsets.UTF_8);
    @TempDir static Path temporary;
    private static ReviewServer server;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Browser.isThere(), "skipped: needs chromium and chromium-driver");
        server =
                ReviewServer.start(
                        "127.0.0.1",
                        0,
                        ReviewSession.open(Drafts.in(temporary), Drafts.lists()),
                        Drafts.lists(),
                        new FactComparisons(Drafts.lists(), List.of()),
                        ReviewAccess.local());
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    private static void openReport(String language) {
        browser.open(server.address() + REPORT + "?lang=" + language);
        browser.see("#desk[data-ready]");
    }

    private static void press(String key) {
        browser.script(
                "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '"
                        + key
                        + "', bubbles: true, cancelable: true}))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void thePageIsAccessibleInBothSchemesAndFitsAPhone(String language) {
        openReport(language);
        press("c");
        browser.see("#form");
        assertThat(browser.violations()).isEmpty();
        browser.dark(true);
        assertThat(browser.violations()).isEmpty();
        browser.phone(true);
        openReport(language);
        assertThat(
                        browser.script(
                                "return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(browser.violations()).isEmpty();
        browser.phone(false);
        browser.dark(false);
        assertThat(browser.complaints()).isEmpty();
        browser.open(server.address() + "?lang=" + language);
        assertThat(browser.violations()).isEmpty();
    }

    private static final String BOXES =
            """
            const words = arguments.length ? arguments[0] : WORDS;
            const walker = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const at = walker.currentNode.data.indexOf(words);
              if (at < 0) continue;
              walker.currentNode.parentElement.scrollIntoView({block: 'center'});
              const range = document.createRange();
              range.setStart(walker.currentNode, at);
              range.setEnd(walker.currentNode, at + words.length);
              const box = range.getBoundingClientRect();
              return [box.left, (box.top + box.bottom) / 2, box.right].map(Math.round);
            }
            """;

    /** Selects words of the text, which stand in one line, with the mouse. */
    private static void select(String words) {
        List<?> box = (List<?>) browser.script(BOXES.replace("WORDS", "'" + words + "'"));
        int[] at = box.stream().mapToInt(one -> ((Number) one).intValue()).toArray();
        browser.drag(at[0] + 1, at[1], at[2], at[1]);
    }

    private static void openAs(String reviewer, String language) {
        openReport(language);
        browser.script("localStorage.setItem('reviewer', '" + reviewer + "')");
        openReport(language);
    }

    private static void fill(String name, String words) {
        browser.script(
                "document.querySelector('#form [name=%s]').value = '%s'".formatted(name, words));
    }

    @Test
    void aFigureIsAddedFromWordsThatTheMouseSelectsAndUndone() {
        openAs("ann", "en");
        String before = browser.read("#progress", "rejected");
        select("1.8亿元");
        browser.read("#pickedwords", "1.8亿元");
        browser.see("#add").click();
        browser.see("#form");
        assertThat(browser.script("return document.querySelector('[name=statedValue]').value"))
                .isEqualTo("1.8");
        assertThat(browser.violations()).isEmpty();
        fill("label_zh", "签约额");
        fill("label_en", "contracts");
        fill("statedValue", "18");
        browser.see("#form button[type=submit]").click();
        browser.read("#wrong", "state another number");
        fill("statedValue", "1.8");
        browser.see("#form button[type=submit]").click();
        browser.read("#state", "added by a person");
        assertThat(browser.script("return [...CSS.highlights.get('fact')][0].toString()"))
                .isEqualTo("1.8亿元");
        browser.see("#undo").click();
        assertThat(browser.read("#progress", before)).isEqualTo(before);
        assertThat(browser.complaints()).noneMatch(words -> !words.contains("422"));
    }

    @Test
    void keysSelectWordsThatBecomeTheSpanOfAStatement() {
        openAs("bo", "zh");
        browser.script(
                "document.querySelector('[name=order]').value = 'text';"
                        + "document.querySelector('#filters').dispatchEvent(new Event('change'))");
        String before = browser.read("#quote mark", "7.2%");
        WebElement text = browser.see("#text");
        text.sendKeys(Keys.ARROW_RIGHT);
        text.sendKeys(Keys.ARROW_LEFT);
        text.sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT));
        assertThat(before).startsWith(browser.read("#pickedwords", "7.2").replaceAll("[“”]", ""));
        press("e");
        browser.see("#form");
        assertThat(browser.violations()).isEmpty();
        press("Escape");
        select("10.4%");
        press("e");
        browser.see("#form");
        assertThat(browser.script("return document.querySelector('[name=statedValue]').value"))
                .isEqualTo("10.4");
        press("Escape");
        assertThat(browser.read("#quote mark", "7.2%")).isEqualTo(before);
        browser.dark(true);
        browser.phone(true);
        select("10.4%");
        press("i");
        browser.see("#form");
        assertThat(browser.violations()).isEmpty();
        assertThat(
                        browser.script(
                                "return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        browser.phone(false);
        browser.dark(false);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void keysDecideAndTheWordsOfTheStatementAreHighlighted() {
        openReport("en");
        browser.script("localStorage.setItem('reviewer', 'ann')");
        openReport("en");
        String before = browser.read("#progress", "0 rejected");

        assertThat(
                        browser.script(
                                "return [...CSS.highlights.get('fact')][0].toString() === document.querySelector('#quote mark').textContent"))
                .isEqualTo(true);
        press("r");
        browser.read("#progress", "1 rejected");
        press("u");
        assertThat(browser.read("#progress", "0 rejected")).isEqualTo(before);
        assertThat(browser.complaints()).isEmpty();
    }
}
