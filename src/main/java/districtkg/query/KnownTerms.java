package districtkg.query;

import districtkg.vocab.Dkg;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

/**
 * The terms of the ontology and the members of the shared lists. Both are closed: a query that
 * names another can have no answer, and whoever wrote it had better hear of it than read an empty
 * table.
 */
public final class KnownTerms {
    private static final List<String> CLOSED = List.of(Dkg.NS, Dkg.VOCAB);
    private static final int NEAREST = 3;

    private final Graph graph;
    private final List<String> known;

    /**
     * Reads the terms of a graph.
     *
     * @param graph is not changed while this is in use
     */
    public KnownTerms(Graph graph) {
        this.graph = graph;
        this.known =
                graph.stream()
                        .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate()))
                        .filter(Node::isURI)
                        .map(Node::getURI)
                        .filter(KnownTerms::closed)
                        .distinct()
                        .sorted()
                        .toList();
    }

    /**
     * Checks a query.
     *
     * @throws BadQuery naming every term that does not exist, with the nearest that do
     */
    public void check(Query query) {
        List<String> told =
                UnknownTerms.of(query, graph).stream()
                        .map(Node::getURI)
                        .filter(KnownTerms::closed)
                        .map(iri -> "there is no " + written(iri) + "; nearest: " + nearest(iri))
                        .toList();
        if (!told.isEmpty()) {
            throw BadQuery.refused(String.join(". ", told));
        }
    }

    private String nearest(String iri) {
        JaroWinklerSimilarity likeness = new JaroWinklerSimilarity();
        return String.join(
                ", ",
                known.stream()
                        .filter(other -> namespace(other).equals(namespace(iri)))
                        .sorted(
                                Comparator.comparing(
                                        (String other) -> -likeness.apply(end(other), end(iri))))
                        .limit(NEAREST)
                        .map(KnownTerms::written)
                        .toList());
    }

    private static boolean closed(String iri) {
        return CLOSED.stream().anyMatch(iri::startsWith);
    }

    private static String namespace(String iri) {
        return iri.startsWith(Dkg.NS) ? Dkg.NS : Dkg.VOCAB;
    }

    private static String end(String iri) {
        return iri.substring(namespace(iri).length());
    }

    private static String written(String iri) {
        return (iri.startsWith(Dkg.NS) ? ":" : "v:") + end(iri);
    }
}
