package districtkg.entity;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.statement.SourceLocation;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A part of a document, with the statements based on it.
 *
 * @param spot its location
 * @param anchor the fragment of its IRI: {@code char=1927,1943}
 * @param statements statements based on it
 * @param mentions things that it names
 */
public record Excerpt(
        SourceLocation spot, String anchor, List<Ref> statements, List<Ref> mentions) {
    /** The parts of a document with statements or mentions, in the order of the text. */
    public static List<Excerpt> of(GraphReader things, Node document, Language language) {
        Statements statements = new Statements(things, language);
        return things.subjects(Dkg.DOCUMENT_OF, document)
                .filter(part -> things.is(part, Dkg.term("Reference")))
                .map(
                        part ->
                                new Excerpt(
                                        statements.spot(part),
                                        part.getURI().substring(part.getURI().indexOf('#') + 1),
                                        things.subjects(Dkg.SOURCE, part)
                                                .map(one -> things.ref(one, language))
                                                .toList(),
                                        things.refs(part, Dkg.MENTIONS, language)))
                .sorted(
                        Comparator.comparing((Excerpt one) -> one.spot().start())
                                .thenComparing(Excerpt::anchor))
                .toList();
    }
}
