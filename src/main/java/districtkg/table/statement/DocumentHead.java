package districtkg.table.statement;

import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * The document whose statements a table holds, as the Turtle file beside the table describes it.
 *
 * @param document its node
 * @param place that it reports on; absent where the file does not say
 * @param published when, as precisely as is known
 * @param bodyStart where its text begins, in characters
 * @param bodyEnd after its last character
 * @param sections the innermost first
 */
public record DocumentHead(
        Node document,
        Optional<Node> place,
        Optional<String> published,
        int bodyStart,
        int bodyEnd,
        List<Part> sections) {
    /** A section: characters from {@code start} to before {@code end}. */
    record Part(Node node, int start, int end) {}

    /** The document of a file; nothing where it describes none. */
    public static Optional<DocumentHead> of(Graph graph) {
        return graph.stream(Node.ANY, RDF.type.asNode(), Dkg.DOCUMENT)
                .map(Triple::getSubject)
                .filter(node -> node.isURI() && node.getURI().startsWith(Dkg.ID))
                .min(Comparator.comparing(Node::toString))
                .map(document -> of(graph, document));
    }

    private static DocumentHead of(Graph graph, Node document) {
        List<Part> sections = new ArrayList<>();
        graph.stream(Node.ANY, RDF.type.asNode(), Dkg.SECTION)
                .map(Triple::getSubject)
                .forEach(
                        section ->
                                sections.add(
                                        new Part(
                                                section,
                                                integer(graph, section, Dkg.START, 0),
                                                integer(graph, section, Dkg.END, 0))));
        sections.sort(
                Comparator.comparingInt((Part part) -> part.end() - part.start())
                        .thenComparing(part -> part.node().toString()));
        return new DocumentHead(
                document,
                value(graph, document, Dkg.term("place")),
                value(graph, document, Dkg.PUBLISHED).map(Node::getLiteralLexicalForm),
                integer(graph, document, Dkg.BODY_START, 0),
                integer(graph, document, Dkg.BODY_END, Integer.MAX_VALUE),
                List.copyOf(sections));
    }

    private static Optional<Node> value(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).findFirst();
    }

    private static int integer(Graph graph, Node subject, Node property, int otherwise) {
        return value(graph, subject, property)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(words -> words.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    /** The name under {@code id/}: {@code 440303-2022}. */
    public String slug() {
        return document.getURI().substring(Dkg.ID.length());
    }

    /** The smallest section around some characters. */
    Optional<Node> section(int start, int end) {
        return sections.stream()
                .filter(part -> part.start() <= start && end <= part.end())
                .map(Part::node)
                .findFirst();
    }

    Node passage(int start, int end) {
        return Dkg.iri(document.getURI() + "#char=" + start + "," + end);
    }
}
