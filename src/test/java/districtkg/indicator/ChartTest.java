package districtkg.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.graph.GraphReader;
import districtkg.source.DatasetBuilder;
import districtkg.source.Sources;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final Sources REAL = Fixture.real();
    private static final Statements STATEMENTS =
            new Statements(
                    new GraphReader(
                            DatasetBuilder.of(REAL, Fixture.derived(REAL)).getDefaultGraph()),
                    Language.EN);

    @Test
    void figuresOfDifferentThingsAreOnDifferentCharts() {
        assertThat(charts("planned-total-investment"))
                .extracting(chart -> chart.about().name())
                .contains("Tianchi Lake Park", "Rebuilding of Zhuzhou Railway Station")
                .doesNotHaveDuplicates();
    }

    @Test
    void aBoundIsABandFromTheFloorUpOrTheCeilingDown() {
        Point floor = charts("urban-jobs-added").getFirst().points().getFirst();
        Point ceiling = charts("registered-urban-unemployment").getFirst().points().getFirst();

        assertThat(floor.band()).isTrue();
        assertThat(floor.y()).isEqualTo(Chart.TOP);
        assertThat(ceiling.band()).isTrue();
        assertThat(ceiling.low()).isEqualTo(Chart.HEIGHT - Chart.BOTTOM);
    }

    @Test
    void aRoughFigureAndAnExactOneArePoints() {
        assertThat(
                        charts("planned-total-investment").stream()
                                .flatMap(chart -> chart.points().stream()))
                .hasSizeGreaterThan(7)
                .noneMatch(Point::band);
    }

    @Test
    void pointsStandInTheOrderOfTheirYears() {
        assertThat(charts("planned-total-investment"))
                .allSatisfy(chart -> assertThat(chart.points()).extracting(Point::x).isSorted());
    }

    @Test
    void figuresOfDifferentIndustriesAreOnDifferentCharts() {
        assertThat(charts("industry-scale"))
                .filteredOn(chart -> chart.about().name().equals("Zhuzhou"))
                .flatExtracting(Chart::industries)
                .extracting(industry -> industry.name())
                .containsExactlyInAnyOrder("apparel", "aviation");
    }

    @Test
    void whatIsInDoubtIsNotDrawn() {
        assertThat(charts("gdp").stream().flatMap(chart -> chart.points().stream()))
                .extracting(point -> point.statement().year())
                .containsExactly("2024");
    }

    private static List<Chart> charts(String indicator) {
        return Chart.of(STATEMENTS.with(Dkg.INDICATOR, Dkg.iri(Dkg.VOCAB + indicator)));
    }
}
