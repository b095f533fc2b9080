package districtkg.entity;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.vocab.Language;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SchemaDO;

/**
 * A change after publication.
 *
 * @param iri its IRI
 * @param date the day
 * @param about what was changed
 * @param text what was changed, and why
 */
public record Correction(String iri, String date, List<Ref> about, String text) {
    /** All corrections, newest first. */
    public static List<Correction> all(GraphReader things, Language language) {
        return things.all(SchemaDO.CorrectionComment.asNode())
                .map(node -> of(things, language, node))
                .sorted(
                        Comparator.comparing(Correction::date)
                                .reversed()
                                .thenComparing(Correction::iri))
                .toList();
    }

    private static Correction of(GraphReader things, Language language, Node node) {
        return new Correction(
                node.getURI(),
                things.text(node, SchemaDO.datePublished.asNode()),
                things.refs(node, SchemaDO.about.asNode(), language),
                things.text(node, SchemaDO.text.asNode(), language));
    }
}
