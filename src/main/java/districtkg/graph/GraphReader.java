package districtkg.graph;

import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Reads a graph with derived names. All results have a fixed order. Thread-safe if the graph is.
 */
public final class GraphReader {
    /** A fixed order: nodes by their serialization. */
    public static final Comparator<Node> BY_TEXT = Comparator.comparing(Node::toString);

    private final Graph graph;

    /**
     * A reader of a graph.
     *
     * @param graph the graph, which is only read
     */
    public GraphReader(Graph graph) {
        this.graph = graph;
    }

    /** The graph. */
    public Graph graph() {
        return graph;
    }

    /** Whether the graph has any triple about it. */
    public boolean knows(Node thing) {
        return graph.contains(thing, Node.ANY, Node.ANY);
    }

    /** Whether a thing is an instance of a class. */
    public boolean is(Node thing, Node kind) {
        return graph.contains(thing, RDF.type.asNode(), kind);
    }

    /** All instances of a class. */
    public Stream<Node> all(Node kind) {
        return subjects(RDF.type.asNode(), kind);
    }

    /** All instances of some classes of the ontology, class by class. */
    public Stream<Node> all(String... classes) {
        return Stream.of(classes).map(Dkg::term).flatMap(this::all);
    }

    /** Whether it was published and later withdrawn. */
    public boolean withdrawn(Node thing) {
        return text(thing, OWL2.deprecated.asNode()).equals("true");
    }

    /** The replacement of a withdrawn resource; empty if there is none. */
    public Optional<Node> successor(Node thing) {
        return value(thing, DCTerms.isReplacedBy.asNode()).filter(Node::isURI);
    }

    /** The values of a property, in a fixed order. */
    public Stream<Node> values(Node subject, Node property) {
        List<Node> found = new ArrayList<>();
        graph.find(subject, property, Node.ANY)
                .forEachRemaining(triple -> found.add(triple.getObject()));
        return found.stream().sorted(BY_TEXT);
    }

    /** The first value of a property; empty if there is none. */
    public Optional<Node> value(Node subject, Node property) {
        return values(subject, property).findFirst();
    }

    /** The subjects with a value of a property, in a fixed order. */
    public Stream<Node> subjects(Node property, Node object) {
        return graph.stream(Node.ANY, property, object).map(Triple::getSubject).sorted(BY_TEXT);
    }

    /** The first value as text; empty if there is none. */
    public String text(Node subject, Node property) {
        return value(subject, property).map(GraphReader::text).orElse("");
    }

    /** The first value in a language; empty if there is none. */
    public String text(Node subject, Node property, Language language) {
        return values(subject, property)
                .filter(text -> language.matches(text.getLiteralLanguage()))
                .map(GraphReader::text)
                .findFirst()
                .orElse("");
    }

    /** The first value as a number; empty if there is none. */
    public Optional<BigDecimal> number(Node subject, Node property) {
        return value(subject, property).map(value -> new BigDecimal(value.getLiteralLexicalForm()));
    }

    /** A thing with its name in a language. */
    public Ref ref(Node thing, Language language) {
        return new Ref(text(thing), name(thing, language));
    }

    /** The values of a property with their names in a language. */
    public List<Ref> refs(Node subject, Node property, Language language) {
        return values(subject, property).map(thing -> ref(thing, language)).toList();
    }

    /** The plain name in a language; for a literal its text; otherwise the last part of its IRI. */
    public String name(Node thing, Language language) {
        return thing.isLiteral()
                ? text(thing)
                : value(thing, language.named())
                        .map(Node::getLiteralLexicalForm)
                        .orElseGet(() -> Ref.end(text(thing)));
    }

    /** A literal as people write it, without trailing zeros of a decimal; otherwise the IRI. */
    public static String text(Node value) {
        if (!value.isLiteral()) {
            return value.toString();
        }
        String written = value.getLiteralLexicalForm();
        return XSD.decimal.getURI().equals(value.getLiteralDatatypeURI())
                ? new BigDecimal(written).stripTrailingZeros().toPlainString()
                : written;
    }
}
