package districtkg.query.advice;

import districtkg.query.advice.Advice.Kind;
import districtkg.vocab.Dkg;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the ontology, the members of the shared lists, and the things. A query that uses any
 * other name finds nothing, and advice is more helpful than an empty table. Thread-safe.
 */
final class KnownTerms {
    private static final Map<String, String> PREFIXES =
            Map.of(Dkg.NS, ":", Dkg.VOCAB, "v:", Dkg.ID, "id:");
    private static final int NEAREST = 3;
    private static final int MOST = 5;

    /** Maximum number of things to compare; more than a district has. */
    private static final int THINGS = 20_000;

    /** Characters of a name; a longer one is shortened before it is compared with others. */
    private static final int LONGEST = 200;

    private final Graph graph;
    private @Nullable List<String> known;

    KnownTerms(Graph graph) {
        this.graph = graph;
    }

    /** Read on first use: most queries use no unknown term. */
    private synchronized List<String> known() {
        if (known == null) {
            known = read();
        }
        return known;
    }

    private List<String> read() {
        Stream<Node> terms =
                graph.stream()
                        .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate()))
                        .filter(Node::isURI)
                        .filter(
                                node ->
                                        node.getURI().startsWith(Dkg.NS)
                                                || node.getURI().startsWith(Dkg.VOCAB));
        Stream<Node> things =
                graph.stream(Node.ANY, RDF.type.asNode(), Dkg.term("Entity"))
                        .map(Triple::getSubject)
                        .filter(node -> node.isURI() && node.getURI().startsWith(Dkg.ID))
                        .limit(THINGS);
        return Stream.concat(terms, things).map(Node::getURI).distinct().sorted().toList();
    }

    /** The unknown terms of a query, at most five, with similar known ones. */
    List<Advice> unknown(Query query) {
        return UnknownTerms.of(query, graph).stream()
                .map(Node::getURI)
                .filter(iri -> !namespace(iri).isEmpty())
                .limit(MOST)
                .map(iri -> iri.substring(0, Math.min(iri.length(), LONGEST)))
                .map(
                        iri ->
                                new Advice(
                                        Kind.UNKNOWN_TERM,
                                        Map.of("term", written(iri), "nearest", nearest(iri))))
                .toList();
    }

    private String nearest(String iri) {
        JaroWinklerSimilarity likeness = new JaroWinklerSimilarity();
        return String.join(
                ", ",
                known().stream()
                        .filter(other -> namespace(other).equals(namespace(iri)))
                        .sorted(
                                Comparator.comparing(
                                        (String other) -> -likeness.apply(end(other), end(iri))))
                        .limit(NEAREST)
                        .map(KnownTerms::written)
                        .toList());
    }

    private static String namespace(String iri) {
        return PREFIXES.keySet().stream().filter(iri::startsWith).findFirst().orElse("");
    }

    private static String end(String iri) {
        return iri.substring(namespace(iri).length());
    }

    /** An IRI as written in a query, with a prefix. */
    static String written(String iri) {
        String namespace = namespace(iri);
        return namespace.isEmpty() || !end(iri).matches("[\\w-]+")
                ? "<" + iri + ">"
                : PREFIXES.get(namespace) + end(iri);
    }
}
