package districtkg.describe;

import static districtkg.describe.DatasetTerms.DATASET;
import static districtkg.describe.DatasetTerms.dcat;

import districtkg.graph.GraphReader;
import districtkg.vocab.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/** The published versions of the data set, from the catalogue. */
public final class Releases {
    private final GraphReader things;

    private Releases(GraphReader things) {
        this.things = things;
    }

    /** The versions in a graph; empty if it lists none. */
    public static Releases of(GraphReader things) {
        return new Releases(things);
    }

    /**
     * A version.
     *
     * @param version its number: {@code 0.1.0}
     * @param date publication date
     * @param holds its size, in words
     * @param changes what is new, in words
     */
    public record Release(String version, String date, String holds, String changes) {}

    /** All versions, newest first. */
    public List<Release> all(Language language) {
        return nodes().stream()
                .map(
                        one ->
                                new Release(
                                        things.text(one, dcat("version")),
                                        things.text(one, DCTerms.issued.asNode()),
                                        things.text(one, DCTerms.extent.asNode(), language),
                                        things.text(one, SKOS.changeNote.asNode(), language)))
                .toList();
    }

    /** The triples of the list. */
    public Graph graph() {
        Graph graph = GraphFactory.createDefaultGraph();
        things.graph().find(DATASET, dcat("hasVersion"), Node.ANY).forEachRemaining(graph::add);
        nodes().forEach(
                        one ->
                                things.graph()
                                        .find(one, Node.ANY, Node.ANY)
                                        .forEachRemaining(graph::add));
        return graph;
    }

    /** The list as CSV in both languages. */
    public String csv() {
        StringBuilder table = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(table, CSVFormat.RFC4180)) {
            csv.printRecord(
                    "version", "issued", "extent_en", "extent_zh", "changes_en", "changes_zh");
            List<Release> english = all(Language.EN);
            List<Release> chinese = all(Language.ZH);
            for (int at = 0; at < english.size(); at++) {
                Release one = english.get(at);
                Release other = chinese.get(at);
                csv.printRecord(
                        one.version(),
                        one.date(),
                        one.holds(),
                        other.holds(),
                        one.changes(),
                        other.changes());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return table.toString();
    }

    private List<Node> nodes() {
        return things.values(DATASET, dcat("hasVersion"))
                .sorted(
                        Comparator.comparing(
                                        (Node one) -> things.text(one, DCTerms.issued.asNode()))
                                .thenComparing(GraphReader.BY_TEXT)
                                .reversed())
                .toList();
    }
}
