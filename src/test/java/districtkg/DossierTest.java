package districtkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.graph.GraphReader;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every fact that people collected from other documents is a statement of the graph, or was left
 * out for a reason: src/test/resources/dossier/facts.csv says which.
 */
class DossierTest {
    private static final Path ROWS = Path.of("src/test/resources/dossier/facts.csv");
    private static GraphReader things;
    private static Sources real;
    private static List<Row> rows;

    /** A fact by its name in the dossier, the statements that hold it, and else why none does. */
    private record Row(String source, String fact, List<String> statements, String leftOut) {
        static Row of(String line) {
            String[] cells = line.split(",", -1);
            return new Row(
                    cells[0],
                    cells[1],
                    cells[2].isEmpty() ? List.of() : List.of(cells[2].split(" ")),
                    cells[3]);
        }

        String document() {
            return source.replace('_', '-');
        }
    }

    @BeforeAll
    static void read() throws IOException {
        real = Fixture.real();
        things = new GraphReader(Fixture.realGraph());
        rows = Files.readAllLines(ROWS).stream().skip(1).map(Row::of).toList();
    }

    @Test
    void everyFactIsStatedOrLeftOutForAReason() {
        assertThat(rows).hasSize(415);
        assertThat(rows).allMatch(row -> row.statements().isEmpty() != row.leftOut().isEmpty());
        assertThat(rows)
                .filteredOn(row -> !row.leftOut().isEmpty())
                .hasSize(34)
                .extracting(Row::leftOut)
                .containsOnly(
                        "no date in itself nor in its document",
                        "names a person; the office or its body stands as the promiser of the document",
                        "worked out by an editor; no document states it",
                        "the position of the district in data/things/places.ttl");
    }

    @Test
    void everyStatementNamedIsOneOfItsDocument() {
        assertThat(rows).flatExtracting(Row::statements).hasSizeGreaterThan(300);
        for (Row row : rows) {
            for (String statement : row.statements()) {
                Node node = Dkg.iri(Dkg.ID + statement);
                assertThat(things.knows(node)).as(statement).isTrue();
                assertThat(things.value(node, Dkg.term("document")))
                        .as(statement)
                        .contains(Dkg.iri(Dkg.ID + row.document()));
            }
        }
    }

    /** Counted by source, so that a document entered in part is seen. */
    @Test
    void theGraphHoldsWhatTheDossierHolds() throws IOException {
        Map<String, JsonObject> facts = dossier();

        assertThat(countBySource(rows.stream().map(Row::source).toList()))
                .isEqualTo(
                        countBySource(
                                facts.values().stream()
                                        .map(fact -> fact.getString("source"))
                                        .toList()));
        assertThat(rows).extracting(Row::fact).containsExactlyInAnyOrderElementsOf(facts.keySet());
    }

    @Test
    void valuesAndYearsAndDoubtsAreThoseOfTheDossier() throws IOException {
        Map<String, JsonObject> facts = dossier();
        int figures = 0;
        for (Row row : rows) {
            JsonObject fact = facts.get(row.fact());
            for (String statement : row.statements()) {
                Node node = Dkg.iri(Dkg.ID + statement);
                String value = things.text(node, Dkg.term("value"));
                if (!value.isEmpty() && fact.get("value").isNumber()) {
                    figures++;
                    BigDecimal stated = number(fact, "value");
                    assertThat(new BigDecimal(value).doubleValue())
                            .as(statement)
                            .isCloseTo(
                                    "m/s".equals(text(fact, "unit"))
                                            ? stated.doubleValue() * 3.6
                                            : stated.doubleValue(),
                                    within(0.02));
                }
                // A specification has no date of its own: its year is that of its document.
                boolean specified =
                        real.asserted()
                                .contains(node, RDF.type.asNode(), Dkg.term("Specification"));
                boolean dated =
                        !specified
                                && (things.value(node, Dkg.term("strength")).isEmpty()
                                        || things.value(node, Dkg.term("due")).isPresent());
                boolean only =
                        row.statements().size() == 1
                                && things.value(node, Dkg.term("since")).isEmpty();
                if (dated && only && fact.get("year").isNumber()) {
                    assertThat(things.text(node, Dkg.term("year")))
                            .as(statement)
                            .isEqualTo(number(fact, "year").toString());
                }
                if (fact.hasKey("suspect") || "doubtful".equals(text(fact, "checked"))) {
                    assertThat(things.value(node, Dkg.term("suspect"))).as(statement).isPresent();
                }
            }
        }
        assertThat(figures).isGreaterThan(200);
    }

    private static Map<String, JsonObject> dossier() throws IOException {
        String folder = System.getProperty("dossier", "");
        Path file = Path.of(folder, "facts.jsonl");
        assumeTrue(
                !folder.isEmpty() && Files.exists(file),
                "the dossier is not at hand; tell the build of its folder with -Ddossier=DIR");
        return Files.readAllLines(file).stream()
                .map(JSON::parse)
                .collect(Collectors.toMap(fact -> fact.getString("id"), Function.identity()));
    }

    private static Map<String, Long> countBySource(List<String> sources) {
        return sources.stream()
                .collect(
                        Collectors.groupingBy(
                                Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static String text(JsonObject fact, String key) {
        return fact.hasKey(key) && fact.get(key).isString() ? fact.getString(key) : "";
    }

    private static BigDecimal number(JsonObject fact, String key) {
        return new BigDecimal(fact.get(key).getAsNumber().value().toString());
    }
}
