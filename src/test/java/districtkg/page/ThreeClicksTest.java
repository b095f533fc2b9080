package districtkg.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.Fixture;
import districtkg.server.Server;
import districtkg.source.Sources;
import districtkg.web.Browser;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three questions of a person who knows neither SPARQL nor the place, each in three clicks. */
class ThreeClicksTest {
    private static @Nullable Server server;
    private static @Nullable Browser opened;

    private Browser browser;
    private int clicks;

    @BeforeEach
    void home() {
        assumeTrue(Browser.isThere(), "skipped: needs chromium and chromium-driver");
        if (opened == null) {
            List<Path> data =
                    Stream.of(
                                    Stream.of(Fixture.ONTOLOGY),
                                    Fixture.LUSONG.stream(),
                                    Stream.of("440304", "440307")
                                            .map(Fixture.DATA.resolve("reports")::resolve))
                            .flatMap(one -> one)
                            .toList();
            server = Sites.serve(Sources.read(data), PageSettings.NONE);
            opened = new Browser();
        }
        browser = opened;
        browser.open(server.address() + "?lang=en");
    }

    @AfterAll
    static void close() {
        if (opened != null) {
            opened.close();
            server.close();
        }
    }

    @Test
    void whichTargetsDidLonggangMissIn2022AndByHowMuch() {
        click(".places a[href^='/id/440307.']");
        click(".years a[href*='year=2022']");

        assertThat(browser.read(".answer", "for 2022")).contains("missed");
        assertThat(browser.all("#targets table tr"))
                .filteredOn(row -> row.contains("missed"))
                .anySatisfy(
                        row ->
                                assertThat(row)
                                        .contains("GDP growth", "about 6%", "3%", "−3 points"));
        assertThat(clicks).isLessThanOrEqualTo(3);
    }

    @Test
    void isTheLusongAirportOpenAndHowLateWasIt() {
        click("#story a");

        assertThat(browser.read("h1", "Airport")).contains("Lusong General Aviation Airport");
        assertThat(browser.read(".judgement.answer", "in use")).contains("late");
        assertThat(clicks).isLessThanOrEqualTo(3);
    }

    @Test
    void whichOfTwoDistrictsPromisedMoreSchoolsAndBuiltMore() {
        click(".places a[href^='/id/440307.']");
        choose("#other", "440304");
        click("#compare button");
        choose("select[name=indicator]", "schools-built");
        click(".filters button");

        browser.read("h2", "schools built");
        assertThat(browser.all(".totals li"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .matches(
                                                "Longgang District: [0-9]+ promised for .*, [0-9]+ reported for .*"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .matches(
                                                "Futian District: [0-9]+ promised for .*, [0-9]+ reported for .*"));
        assertThat(clicks).isLessThanOrEqualTo(3);
        String sent = browser.address();
        browser.open(server.address().toString());
        browser.open(sent);
        browser.see(".totals");
    }

    private void click(String css) {
        browser.see(css).click();
        clicks++;
    }

    private void choose(String css, String value) {
        browser.see(css + " option[value='" + value + "']").click();
    }
}
