package districtkg.verify.document;

import districtkg.text.Span;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Curated data, accessed by property. Values of another type than the requested one count as
 * absent.
 *
 * @param graph what the data assert; must not change while this object is in use
 */
public record CuratedFacts(Graph graph) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");

    /** All triples about a node. */
    public List<Triple> about(Node subject) {
        return graph.stream(subject, Node.ANY, Node.ANY).toList();
    }

    /** The values of a property, in a fixed order. */
    public List<Node> all(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** The first value of a property. */
    public Optional<Node> one(Node subject, Node property) {
        return all(subject, property).stream().findFirst();
    }

    /** The first value of a property, if it is a decimal number. */
    public Optional<BigDecimal> number(Node subject, Node property) {
        return words(subject, property)
                .filter(words -> NUMBER.matcher(words).matches())
                .map(BigDecimal::new);
    }

    /** The first value of a property, if it is an integer of at most nine digits. */
    public Optional<Integer> integer(Node subject, Node property) {
        return words(subject, property)
                .filter(words -> WHOLE.matcher(words).matches())
                .map(Integer::valueOf);
    }

    /** The first value of a property as text, if it is a literal. */
    public Optional<String> words(Node subject, Node property) {
        return one(subject, property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    /** Its Chinese label and alternative Chinese names. */
    public List<String> chineseNames(Node thing) {
        return Stream.concat(
                        all(thing, RDFS.label.asNode()).stream(),
                        all(thing, SKOS.altLabel.asNode()).stream())
                .filter(CuratedFacts::isChinese)
                .map(Node::getLiteralLexicalForm)
                .toList();
    }

    /** Whether a node is a literal in Chinese. */
    public static boolean isChinese(Node words) {
        return words.isLiteral() && Language.ZH.matches(words.getLiteralLanguage());
    }

    /** The stated position of a passage or section. */
    Optional<Span> span(Node part) {
        Optional<Integer> start = integer(part, Dkg.START);
        Optional<Integer> end = integer(part, Dkg.END);
        return start.isPresent() && end.isPresent()
                ? Optional.of(new Span(start.get(), end.get()))
                : Optional.empty();
    }

    /** The statements based on a reference, or on any; claims of identity are not statements. */
    public List<Node> statements(Node reference) {
        return subjects(Dkg.SOURCE, reference).stream()
                .filter(node -> !isA(node, Dkg.term("PossibleIdentity")))
                .toList();
    }

    /** The subjects with this value of a property, in a fixed order. */
    public List<Node> subjects(Node property, Node value) {
        return graph.stream(Node.ANY, property, value)
                .map(Triple::getSubject)
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    boolean isA(Node subject, Node type) {
        return graph.contains(subject, RDF.type.asNode(), type);
    }

    /** Whether the value is marked as inferred. */
    public boolean inferred(Node subject, Node property) {
        return graph.contains(subject, Dkg.INFERRED, property);
    }
}
