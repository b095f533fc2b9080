package districtkg.verify;

import districtkg.verify.document.VerifiedDocument;
import districtkg.vocab.Dkg;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * What a text cannot prove of the statements based on it.
 *
 * @param inferred number of inferred values of each property: {@code :date 21, :value 1}
 * @param labels number of labels and comments
 * @param links number of links to place, indicator, topic, status, strength and so on
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

    static Unproven of(VerifiedDocument subject) {
        Map<String, Integer> inferred = new TreeMap<>();
        int labels = 0;
        int links = 0;
        for (Node statement : subject.statements()) {
            for (Triple triple : subject.facts().about(statement)) {
                Node value = triple.getObject();
                if (triple.getPredicate().equals(Dkg.INFERRED)) {
                    inferred.merge(VerifiedDocument.shown(value), 1, Integer::sum);
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
