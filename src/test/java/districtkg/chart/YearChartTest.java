package districtkg.chart;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.chart.YearChart.Aim;
import districtkg.chart.YearChart.Line;
import districtkg.chart.YearChart.Point;
import districtkg.chart.YearChart.Size;
import districtkg.dataset.DatasetBuilder;
import districtkg.graph.GraphReader;
import districtkg.indicator.IndicatorProfile;
import districtkg.source.Sources;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YearChartTest {
    private static GraphReader things;

    /** Two more years of growth, one after a gap, and another thing with figures. */
    @BeforeAll
    static void read(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("later.ttl"),
                """
                @prefix : <https://w3id.org/districtkg/ns#> .
                @prefix id: <https://w3id.org/districtkg/id/> .
                @prefix v: <https://w3id.org/districtkg/vocab/> .
                @prefix unit: <http://qudt.org/vocab/unit/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                id:later-2023 a :Outcome ; :document id:yunhe-2022 ; :place id:yunhe ; :about id:yunhe ; :indicator v:gdp-growth ;
                    :value -2.0 ; :unit unit:PERCENT ; :bound :exactly ; :date "2023"^^xsd:gYear .
                id:later-2023-doubted a :DoubtedStatement ; :document id:yunhe-2022 ; :place id:yunhe ; :about id:yunhe ; :indicator v:gdp-growth ;
                    :value 99.0 ; :unit unit:PERCENT ; :bound :exactly ; :date "2023"^^xsd:gYear ; :suspect v:scope-unclear .
                """);
        Sources sources = Sources.read(List.of(Fixture.ONTOLOGY, Fixture.YUNHE, folder));
        things =
                new GraphReader(
                        DatasetBuilder.of(sources, Fixture.derived(sources)).getDefaultGraph());
    }

    @Test
    void aLineJoinsConsecutiveYearsAndADashedOneCrossesAGap() {
        Line line = chart("gdp-growth").lines().getFirst();

        assertThat(line.points())
                .extracting(point -> point.statement().year())
                .containsExactly("2020", "2021", "2023");
        assertThat(line.path()).isEqualTo(path(line.points().get(0), line.points().get(1)));
        assertThat(line.gaps()).isEqualTo(path(line.points().get(1), line.points().get(2)));
    }

    @Test
    void yearsAreToScaleAndValuesFallWithinThePlot() {
        YearChart chart = chart("gdp-growth");
        List<Point> points = chart.lines().getFirst().points();

        assertThat(points.get(2).x() - points.get(1).x())
                .isCloseTo(2 * (points.get(1).x() - points.get(0).x()), within());
        assertThat(points)
                .allSatisfy(
                        point ->
                                assertThat(point.y())
                                        .isBetween(
                                                (double) chart.size().top(),
                                                (double) chart.size().bottom()));
        assertThat(chart.ticks().getFirst().value()).isNegative();
    }

    @Test
    void aTargetPointsToTheSideWhereItIsMet() {
        assertThat(aim("jobs-added").side()).isEqualTo(1);
        assertThat(aim("registered-unemployment").side()).isEqualTo(-1);
        assertThat(aim("old-quarters-renewed").side()).isZero();
        assertThat(aim("beds-per-care-home").range()).isTrue();
    }

    @Test
    void whatIsInDoubtIsNotDrawn() {
        assertThat(chart("gdp-growth").lines().stream().flatMap(line -> line.points().stream()))
                .hasSizeGreaterThan(2)
                .noneMatch(
                        point ->
                                point.statement()
                                        .self()
                                        .iri()
                                        .equals(Dkg.ID + "later-2023-doubted"));
    }

    @Test
    void anAxisHoldsZeroAndRoundValues() {
        assertThat(
                        ValueAxis.holding(List.of(new BigDecimal("7.2"), new BigDecimal("8.1")))
                                .values())
                .extracting(BigDecimal::intValueExact)
                .containsExactly(0, 5, 10);
        assertThat(ValueAxis.holding(List.of()).values()).hasSizeGreaterThan(1);
    }

    private static Offset<Double> within() {
        return Offset.offset(0.2);
    }

    private static String path(Point from, Point to) {
        return "M%s %sL%s %s".formatted(from.x(), from.y(), to.x(), to.y());
    }

    private static Aim aim(String indicator) {
        return chart(indicator).lines().getFirst().aims().getFirst();
    }

    private static YearChart chart(String indicator) {
        List<Statement> told =
                new Statements(things, Language.EN)
                        .with(Dkg.INDICATOR, Dkg.iri(Dkg.VOCAB + indicator));
        return YearChart.of(Size.LARGE, IndicatorProfile.series(told));
    }
}
