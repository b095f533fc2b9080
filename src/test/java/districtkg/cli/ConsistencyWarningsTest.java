package districtkg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.problem.Fault;
import districtkg.problem.Fault.Severity;
import districtkg.source.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Figures of the data that disagree are warnings with file and row. */
class ConsistencyWarningsTest {
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
}
