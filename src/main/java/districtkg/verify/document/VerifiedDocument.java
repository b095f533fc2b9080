package districtkg.verify.document;

import districtkg.problem.Fault;
import districtkg.problem.Fault.Severity;
import districtkg.problem.Location;
import districtkg.source.TripleLocations;
import districtkg.text.Span;
import districtkg.text.Text;
import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * One document with its text: the positions of its passages, its statements, and the faults found
 * so far. Not thread-safe.
 */
public final class VerifiedDocument {
    private final CuratedFacts facts;
    private final TripleLocations lines;
    private final Node document;
    private final Text text;
    private final DocumentSections sections;
    private final Map<Node, Span> passages = new LinkedHashMap<>();
    private final List<Span> names = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /**
     * A document with what the data state of it.
     *
     * @param lines finds the lines of triples, for messages
     * @param document the IRI of the document
     */
    public VerifiedDocument(CuratedFacts facts, TripleLocations lines, Node document, Text text) {
        this.facts = facts;
        this.lines = lines;
        this.document = document;
        this.text = text;
        this.sections = new DocumentSections(facts, document);
        for (Node part : facts.subjects(Dkg.DOCUMENT_OF, document)) {
            if (!facts.isA(part, Dkg.SECTION)) {
                facts.span(part).ifPresent(span -> passages.put(part, span));
            }
        }
        passages.forEach(
                (passage, span) -> {
                    if (isIdiom(passage) || !facts.all(passage, Dkg.MENTIONS).isEmpty()) {
                        names.add(span);
                    }
                });
    }

    /** The data. */
    public CuratedFacts facts() {
        return facts;
    }

    /** The IRI of the document. */
    public Node document() {
        return document;
    }

    /** The text of the document. */
    public Text text() {
        return text;
    }

    /** The sections of the document. */
    public DocumentSections sections() {
        return sections;
    }

    /** The body of the document; the rest of the text belongs to other articles. */
    public Span body() {
        return new Span(
                facts.integer(document, Dkg.BODY_START).orElse(0),
                facts.integer(document, Dkg.BODY_END).orElse(text.length()));
    }

    /** The stated position of each passage, even if it is beyond the end of the text. */
    public Map<Node, Span> passages() {
        return passages;
    }

    /** The passages whose numerals belong to names or idioms. */
    public List<Span> names() {
        return names;
    }

    /** Whether a passage marks an idiom, whose numerals count nothing. */
    public boolean isIdiom(Node passage) {
        return facts.isA(passage, Dkg.IDIOM);
    }

    /** Statements of the document, in a fixed order. */
    public List<Node> statements() {
        return passages.keySet().stream()
                .flatMap(passage -> facts.statements(passage).stream())
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** The passages of a statement, as far as they are within the text. */
    public List<Span> sources(Node statement) {
        return spans(statement, Dkg.SOURCE);
    }

    /** The passages that print the date of a statement, if it names any. */
    public List<Span> dateSources(Node statement) {
        return spans(statement, Dkg.DATE_SOURCE);
    }

    private List<Span> spans(Node statement, Node property) {
        return facts.all(statement, property).stream()
                .filter(passages::containsKey)
                .map(passages::get)
                .filter(span -> text.holds(span.start(), span.end()))
                .toList();
    }

    /** Adds a fault of a property of a node. */
    public void fault(String code, Node node, Node property, String what, String fix) {
        List<Location> places = lines.of(node, property, Node.ANY);
        faults.add(new Fault(code, Severity.ERROR, places, Optional.of(shown(node)), what, fix));
    }

    /** A node as written in files: {@code id:lusong}, {@code <lusong-2020#char=1,2>}. */
    public static String shown(Node node) {
        if (!node.isURI()) {
            return node.toString();
        }
        String iri = node.getURI();
        if (iri.startsWith(Dkg.ID)) {
            String slug = iri.substring(Dkg.ID.length());
            return slug.contains("#") ? "<" + slug + ">" : "id:" + slug;
        }
        if (iri.startsWith(Dkg.VOCAB)) {
            return "v:" + iri.substring(Dkg.VOCAB.length());
        }
        return iri.startsWith(Dkg.NS) ? ":" + iri.substring(Dkg.NS.length()) : "<" + iri + ">";
    }

    /** Adds a fault of a node as a whole. */
    public void fault(String code, Node node, String what, String fix) {
        fault(code, node, RDF.type.asNode(), what, fix);
    }

    /** The faults found so far, in the order in which they were found. */
    public List<Fault> faults() {
        return faults;
    }
}
