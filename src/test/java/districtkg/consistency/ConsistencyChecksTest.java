package districtkg.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.consistency.ComparableFigure.Kind;
import districtkg.consistency.Finding.Check;
import districtkg.source.Sources;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsistencyChecksTest {
    private static final IndicatorRelations RELATIONS =
            IndicatorRelations.of(Sources.read(List.of(Path.of("data/lists"))).asserted());

    /**
     * Figures as {@code report kind indicator[/subject] year value bound}; the first is checked.
     */
    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    22 outcome v:gdp 2021 2680; 21 outcome v:gdp 2020 2571; 22 outcome v:gdp-growth 2021 4.2             | GROWTH      | true
                    22 outcome v:gdp 2021 2680; 21 outcome v:gdp 2020 2571; 22 outcome v:gdp-growth 2021 14.2            | GROWTH      | false
                    22 outcome v:gdp-growth 2021 14.2; 22 outcome v:gdp 2021 2680; 21 outcome v:gdp 2020 2571            | GROWTH      | false
                    22 outcome v:retail-sales 2021 110; 21 outcome v:retail-sales 2020 100                               | YEAR_BEFORE | true
                    22 outcome v:retail-sales 2021 1100000; 21 outcome v:retail-sales 2020 100                           | UNIT        | false
                    22 outcome v:primary-share 2021 102                                                                  | SHARE       | false
                    22 outcome v:primary-share 2021 98; 22 outcome v:primary-share 2021 97                               | TWICE       | false
                    22 outcome v:gdp 2021 100; 22 outcome v:gdp/甲镇 2021 60; 22 outcome v:gdp/乙镇 2021 50              | PARTS       | false
                    22 outcome v:gdp 2021 120; 22 outcome v:gdp/甲镇 2021 60; 22 outcome v:gdp/乙镇 2021 50              | PARTS       | true
                    22 outcome v:retail-sales 2021 10000000000; 21 outcome v:retail-sales 2020 100                       | UNIT        | false
                    22 outcome v:gdp-growth 2021 8; 21 target v:gdp-growth 2021 6 atLeast                                | TARGET      | true
                    22 outcome v:gdp-growth 2021 5; 21 target v:gdp-growth 2021 6 atLeast                                | TARGET      | false
                    """)
    void aCheckComparesFigures(String figures, Check check, boolean agrees) {
        List<ComparableFigure> all = figures(figures);

        List<Finding> findings = new ConsistencyChecks(RELATIONS, all).of(all.get(0));

        Map<Check, Finding> byCheck =
                findings.stream().collect(Collectors.toMap(Finding::check, Function.identity()));
        assertThat(byCheck).containsKey(check);
        assertThat(byCheck.get(check).agrees()).isEqualTo(agrees);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    22 outcome v:gdp 2021 2680; 22 outcome v:gdp 2021 2600 moreThan
                    22 outcome v:gdp 2021 2680; 22 target v:gdp 2022 2900
                    22 outcome v:gdp 2021 2680; 22 outcome v:gdp/甲镇 2021 60
                    22 outcome v:gdp 2021 2680; 23 outcome v:retail-sales 2021 1
                    22 outcome v:primary-share 2021 100
                    22 outcome v:retail-sales 2021 1000; 21 outcome v:retail-sales 2020 100
                    """)
    void figuresThatMayBothBeTrueDoNotDisagree(String figures) {
        assertThat(new ConsistencyChecks(RELATIONS, figures(figures)).disagreements()).isEmpty();
    }

    private static List<ComparableFigure> figures(String written) {
        List<ComparableFigure> figures = new ArrayList<>();
        for (String one : written.split(";", -1)) {
            String[] words = one.strip().split(" ", -1);
            String[] indicator = words[2].split("/", -1);
            BigDecimal value = new BigDecimal(words[4]);
            figures.add(
                    new ComparableFigure(
                            "f" + figures.size(),
                            words[0],
                            Kind.valueOf(words[1].toUpperCase(java.util.Locale.ROOT)),
                            indicator[0],
                            indicator.length > 1 ? indicator[1] : "",
                            "云禾区",
                            Integer.parseInt(words[3]),
                            ComparableFigure.YEAR,
                            value,
                            value,
                            words.length > 5 ? words[5] : "exactly",
                            Math.max(0, value.scale())));
        }
        return figures;
    }
}
