package districtkg.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 200 abbreviated, misspelt and renamed names of counties, districts and cities, reconciled with
 * all that exist in China today. The list was drawn by chance from the codes of GB/T 2260
 * (areacodes, CC0) and changed by rules that know nothing of how names are compared: kinds left
 * out, characters replaced by others of the same sound, exchanged or left out, pinyin, letters left
 * out.
 */
class ReconciliationQualityTest {
    private static final CSVFormat TABLE =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private static ReconciliationIndex index;
    private static List<CSVRecord> asked;

    @BeforeAll
    static void read() throws Exception {
        asked = rows(Path.of("src/test/resources/reconcile/place-names.csv"));
        index = new ReconciliationIndex(new GraphReader(divisions()));
    }

    private static List<CSVRecord> rows(Path file) throws Exception {
        return TABLE.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8)).getRecords();
    }

    /** All divisions that exist today. */
    private static Graph divisions() throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        Map<String, CSVRecord> today = new HashMap<>();
        for (CSVRecord row : rows(Path.of("data/places/divisions.csv"))) {
            if (row.get("end").isEmpty()) {
                today.put(row.get("code"), row);
            }
        }
        for (CSVRecord row : today.values()) {
            Node place = Dkg.iri(Dkg.ID + row.get("code"));
            graph.add(place, RDF.type.asNode(), Dkg.term("Entity"));
            graph.add(place, RDF.type.asNode(), Dkg.term("AdministrativeArea"));
            graph.add(place, Dkg.term("divisionCode"), text(row.get("code"), ""));
            graph.add(place, RDFS.label.asNode(), text(row.get("zh"), "zh"));
            graph.add(place, RDFS.label.asNode(), text(row.get("en"), "en"));
            graph.add(place, Language.ZH.named(), text(row.get("zh"), ""));
            graph.add(place, Language.EN.named(), text(row.get("en"), ""));
            for (CSVRecord around = today.get(row.get("parent"));
                    around != null;
                    around = today.get(around.get("parent"))) {
                graph.add(place, Dkg.term("in"), Dkg.iri(Dkg.ID + around.get("code")));
            }
        }
        return graph;
    }

    private static Node text(String text, String language) {
        return language.isEmpty()
                ? NodeFactory.createLiteralString(text)
                : NodeFactory.createLiteralLang(text, language);
    }

    @Test
    void nearlyAllNamesAreRightAtFirstRank() {
        assertThat(asked).hasSize(200);
        Map<String, Integer> wrong = new TreeMap<>();
        List<String> told = new ArrayList<>();
        for (CSVRecord one : asked) {
            List<ReconciliationResult> found = find(one.get("asked"));
            String first = found.isEmpty() ? "" : Ref.end(found.getFirst().thing().getURI());
            if (!first.equals(one.get("code"))) {
                wrong.merge(one.get("how"), 1, Integer::sum);
                told.add(one.get("asked") + " → " + found + ", not " + one.get("code"));
            }
        }

        assertThat(told)
                .as("wrong at first rank, by kind: " + wrong)
                .hasSizeLessThanOrEqualTo(asked.size() / 20);
    }

    @Test
    void whatIsCalledCertainIsRight() {
        List<CSVRecord> certain =
                asked.stream()
                        .filter(one -> !find(one.get("asked")).isEmpty())
                        .filter(one -> find(one.get("asked")).getFirst().certain())
                        .toList();

        assertThat(certain)
                .hasSizeGreaterThan(asked.size() / 2)
                .allSatisfy(
                        one ->
                                assertThat(
                                                Ref.end(
                                                        find(one.get("asked"))
                                                                .getFirst()
                                                                .thing()
                                                                .getURI()))
                                        .isEqualTo(one.get("code")));
    }

    @Test
    void namesakesAreToldApartByTheAreaAroundThem() {
        ReconciliationQuery plain =
                new ReconciliationQuery("鼓楼区", List.of("AdministrativeArea"), 10, Map.of());
        ReconciliationQuery placed =
                new ReconciliationQuery(
                        "鼓楼区", List.of("AdministrativeArea"), 10, Map.of("in", List.of("南京")));

        assertThat(index.find(plain)).hasSizeGreaterThan(3);
        assertThat(index.find(plain).getFirst().certain()).isFalse();
        assertThat(index.find(placed).getFirst().thing().getURI()).endsWith("/320106");
        assertThat(index.find(placed).getFirst().certain()).isTrue();
    }

    private static List<ReconciliationResult> find(String name) {
        return index.find(new ReconciliationQuery(name, List.of(), 3, Map.of()));
    }
}
