package districtkg.edition;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.derive.Derivation;
import districtkg.derive.Rules;
import districtkg.source.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

/** Deriving place by place gives what deriving everything at once gives. */
class PlaceInferenceTest {
    private static final Path FUPING = Path.of("reports/130624");
    private static final Path DAPENG = Path.of("reports/440300-dapeng");

    @Test
    void theSameFollowsPlaceByPlaceAsAtOnce() {
        Sources sources =
                Sources.read(
                        List.of(
                                Fixture.ONTOLOGY,
                                Path.of("data/lists"),
                                Path.of("data/places"),
                                Fixture.YUNHE,
                                FUPING,
                                DAPENG));
        Rules rules = Fixture.rules(sources);

        assertThat(sources.placeFolders()).containsExactly(FUPING, DAPENG);
        assertThat(triples(PlaceInference.of(sources, rules)))
                .isNotEmpty()
                .isEqualTo(triples(Derivation.of(sources.asserted(), rules)));
    }

    @Test
    void withoutTablesEverythingIsDerivedAtOnce() {
        Sources sources = Fixture.yunhe();
        Rules rules = Fixture.rules(sources);

        assertThat(sources.placeFolders()).isEmpty();
        assertThat(triples(PlaceInference.of(sources, rules)))
                .isNotEmpty()
                .isEqualTo(triples(Derivation.of(sources.asserted(), rules)));
    }

    private static Set<Triple> triples(Graph graph) {
        return graph.stream().collect(Collectors.toSet());
    }
}
