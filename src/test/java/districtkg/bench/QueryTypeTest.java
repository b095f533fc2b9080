package districtkg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.graph.GraphReader;
import districtkg.vocab.Dkg;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetOps;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryTypeTest {
    private static final int DRAWS = 100;

    @TempDir private static Path folder;
    private static Edition edition;
    private static Parameters parameters;

    static List<QueryType> types() {
        return QueryType.all();
    }

    @BeforeAll
    static void generate() {
        Path file = folder.resolve("nation.nq.gz");
        Generator.write(
                45_000,
                file,
                Fixture.ONTOLOGY,
                Path.of("data/lists"),
                new PrintStream(OutputStream.nullOutputStream()));
        edition = Edition.prepared(List.of(file), UnaryOperator.identity(), Fixture.ONTOLOGY);
        GraphReader things = edition.things();
        parameters = new Parameters(type -> things.all(Dkg.term(type)).toList());
    }

    @Test
    void thereAreTwelveAndMostAreLight() {
        assertThat(types()).hasSize(12);
        assertThat(types()).filteredOn(QueryType::light).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachHasAnswersForSomeOfItsParameters(QueryType type) {
        Random chance = new Random(1);
        long rows = 0;
        for (int at = 0; at < DRAWS; at++) {
            try (QueryExec query =
                    QueryExec.dataset(edition.data())
                            .query(type.drawn(parameters, chance))
                            .build()) {
                rows +=
                        type.constructs()
                                ? query.construct().size()
                                : RowSetOps.count(query.select());
            }
        }

        assertThat(rows).isPositive();
    }

    @Test
    void theSameSeedDrawsTheSameQueries() {
        QueryType type = types().getFirst();

        assertThat(type.drawn(parameters, new Random(7)))
                .isEqualTo(type.drawn(parameters, new Random(7)))
                .doesNotContain("$");
    }
}
