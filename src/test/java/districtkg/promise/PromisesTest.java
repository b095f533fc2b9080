package districtkg.promise;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.dataset.DatasetBuilder;
import districtkg.graph.GraphReader;
import districtkg.promise.Promises.Choice;
import districtkg.promise.Promises.Facet;
import districtkg.source.Sources;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private static List<Statement> all;

    @BeforeAll
    static void read() {
        Sources yunhe = Fixture.yunhe();
        all =
                new Statements(
                                new GraphReader(
                                        DatasetBuilder.of(yunhe, Fixture.derived(yunhe))
                                                .getDefaultGraph()),
                                Language.EN)
                        .promises();
    }

    @Test
    void aChoiceSelectsAsManyPromisesAsItSays() {
        Map<String, String> picked = Map.of("year", "2021");

        assertThat(promises(picked).facets())
                .filteredOn(facet -> !facet.choices().isEmpty())
                .hasSizeGreaterThan(6)
                .allSatisfy(
                        facet -> {
                            for (Choice choice : facet.choices()) {
                                assertThat(rows(facet.name(), choice.key(), picked))
                                        .as("%s=%s", facet.name(), choice.key())
                                        .isEqualTo(choice.count());
                            }
                        });
    }

    @Test
    void yearsAreInOrder() {
        assertThat(facet(promises(Map.of()), "year").choices())
                .extracting(Choice::key)
                .hasSizeGreaterThan(2)
                .isSorted();
    }

    @Test
    void whereNothingFitsEachFilterSaysWhatRemainsWithoutIt() {
        Promises none = promises(Map.of("year", "2023", "verdict", "kept"));

        assertThat(none.rows()).isEmpty();
        assertThat(none.set()).extracting(Facet::name).containsExactly("verdict", "year");
        assertThat(facet(none, "year").without())
                .isPositive()
                .isEqualTo(promises(Map.of("verdict", "kept")).rows().size());
        assertThat(facet(none, "verdict").without())
                .isEqualTo(promises(Map.of("year", "2023")).rows().size());
    }

    private static int rows(String name, String key, Map<String, String> others) {
        Map<String, String> picked = new HashMap<>(others);
        picked.put(name, key);
        return promises(picked).rows().size();
    }

    private static Facet facet(Promises promises, String name) {
        return promises.facets().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Promises promises(Map<String, String> picked) {
        return Promises.of(all, picked, "");
    }
}
