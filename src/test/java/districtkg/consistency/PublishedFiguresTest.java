package districtkg.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.consistency.ComparableFigure.Kind;
import districtkg.source.Sources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reviewed data gives the figures with which drafts are compared. */
class PublishedFiguresTest {
    private static final List<ComparableFigure> FIGURES =
            PublishedFigures.of(
                    Sources.read(List.of(Path.of("src/test/resources/yunhe"))).asserted());

    @Test
    void aFigureHasItsPlaceYearAndDocument() {
        assertThat(FIGURES)
                .filteredOn(figure -> figure.indicator().equals("v:gdp-growth"))
                .filteredOn(figure -> figure.kind() == Kind.OUTCOME && figure.year() == 2020)
                .first()
                .satisfies(
                        figure -> {
                            assertThat(figure.place()).isEqualTo("云禾区");
                            assertThat(figure.report()).startsWith("yunhe-");
                            assertThat(figure.low()).isEqualByComparingTo("7.2");
                            assertThat(figure.bound()).isEqualTo("exactly");
                            assertThat(figure.decimals()).isEqualTo(1);
                        });
    }

    @Test
    void targetsAreAmongThem() {
        assertThat(FIGURES).anyMatch(figure -> figure.kind() == Kind.TARGET);
    }

    @Test
    void whatIsAboutAThingIsLeftOut() {
        assertThat(FIGURES).noneMatch(figure -> figure.indicator().isEmpty());
    }
}
