package districtkg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.problem.Fault;
import districtkg.problem.Fault.Severity;
import districtkg.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of the data that disagree are warnings with file and row. */
class ConsistencyWarningsTest {
    @TempDir Path folder;

    @Test
    void figuresThatDisagreeAreNamedWithTheirRow() {
        Sources sources =
                Sources.read(
                        Stream.of("ontology", "data/lists", "data/places", "data/reports/440303")
                                .map(Path::of)
                                .toList());

        List<Fault> warnings = ConsistencyWarnings.of(sources);

        assertThat(warnings)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(
                        fault -> {
                            assertThat(fault.severity()).isEqualTo(Severity.WARNING);
                            assertThat(fault.code()).isEqualTo("figures-disagree");
                            assertThat(fault.what()).contains("罗湖区");
                        })
                .anySatisfy(
                        fault ->
                                assertThat(fault.locations())
                                        .singleElement()
                                        .satisfies(
                                                place -> {
                                                    assertThat(place.file().toString())
                                                            .endsWith(".csv");
                                                    assertThat(place.line()).isPositive();
                                                    assertThat(place.column()).isEqualTo(8);
                                                }));
    }

    /** Figures as {@code report kind indicator year value bound}. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    22 Outcome gdp 2021 106; 21 Outcome gdp 2020 100; 22 Outcome gdp-growth 2021 5        |
                    22 Outcome gdp 2021 106; 21 Outcome gdp 2020 100; 22 Outcome gdp-growth 2021 25       | the levels of two years differ by 6 %
                    22 Outcome primary-share 2021 100                                                     |
                    22 Outcome primary-share 2021 101                                                     | a share of 101 %
                    22 Outcome gdp-growth 2021 8; 21 Target gdp-growth 2021 6 atLeast                     |
                    22 Outcome gdp-growth 2021 5; 21 Target gdp-growth 2021 6 atLeast                     | 5, where an earlier report set 6
                    22 Outcome retail-sales 2021 110; 21 Outcome retail-sales 2020 100                    |
                    22 Outcome retail-sales 2021 1100000; 21 Outcome retail-sales 2020 100                | a unit may be wrong
                    22 Outcome primary-share 2021 97; 22 Outcome primary-share 2021 96 moreThan           |
                    22 Outcome primary-share 2021 97; 22 Outcome primary-share 2021 98                    | and elsewhere in the report
                    """)
    void eachCheckWarnsOnlyOfFiguresThatDisagree(String figures, String warning)
            throws IOException {
        StringBuilder turtle =
                new StringBuilder(
                        """
                        @prefix : <https://w3id.org/districtkg/ns#> .
                        @prefix id: <https://w3id.org/districtkg/id/> .
                        @prefix v: <https://w3id.org/districtkg/vocab/> .
                        """);
        int number = 0;
        for (String one : figures.split(";", -1)) {
            String[] words = one.strip().split(" ", -1);
            turtle.append(
                    "id:f%d a :%s ; :indicator v:%s ; :%s \"%s\" ; :value %s ; :place id:yunhe ; :bound :%s ; :source <https://w3id.org/districtkg/id/r-%s#char=1,2> .%n"
                            .formatted(
                                    number++,
                                    words[1],
                                    words[2],
                                    words[1].equals("Target") ? "due" : "date",
                                    words[3],
                                    words[4],
                                    words.length > 5 ? words[5] : "exactly",
                                    words[0]));
        }
        Path file = Files.writeString(folder.resolve("figures.ttl"), turtle.toString());

        List<String> warnings =
                ConsistencyWarnings.of(Sources.read(List.of(Path.of("data/lists"), file))).stream()
                        .map(Fault::what)
                        .toList();

        if (warning == null) {
            assertThat(warnings).isEmpty();
        } else {
            assertThat(warnings).isNotEmpty().allMatch(what -> what.contains(warning));
        }
    }
}
