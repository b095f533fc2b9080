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
