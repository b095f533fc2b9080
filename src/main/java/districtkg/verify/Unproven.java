package districtkg.verify;

import districtkg.vocab.Dkg;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * What a text cannot prove of the statements that rest on it, because it is the editor's word.
 *
 * @param inferred how many values of each property the editor worked out: {@code :date 21, :value
 *     1}
 * @param labels our names and comments
 * @param links what the statements are of: their place, indicator, topic, status, strength and so
 *     on
 */
public record Unproven(Map<String, Integer> inferred, int labels, int links) {
    private static final Set<Node> PROVEN =
            Set.of(
                    RDF.type.asNode(),
                    Dkg.SOURCE,
                    Dkg.DATE_SOURCE,
                    Dkg.STATED_UNIT,
                    Dkg.UNIT,
                    Dkg.BOUND,
                    Dkg.INFERRED);

    static Unproven of(Subject subject) {
        Map<String, Integer> inferred = new TreeMap<>();
        int labels = 0;
        int links = 0;
        for (Node statement : subject.statements()) {
            for (Triple triple : subject.facts().about(statement)) {
                Node value = triple.getObject();
                if (triple.getPredicate().equals(Dkg.INFERRED)) {
                    inferred.merge(Subject.shown(value), 1, Integer::sum);
                } else if (value.isLiteral() && !value.getLiteralLanguage().isEmpty()) {
                    labels++;
                } else if (value.isURI() && !PROVEN.contains(triple.getPredicate())) {
                    links++;
                }
            }
        }
        return new Unproven(inferred, labels, links);
    }
}
