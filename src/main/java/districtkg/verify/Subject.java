package districtkg.verify;

import districtkg.extract.Span;
import districtkg.extract.Text;
import districtkg.problem.Fault;
import districtkg.problem.Fault.Severity;
import districtkg.problem.Location;
import districtkg.source.TripleLocations;
import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * One document with its text: where its passages lie, what it states, and what has been found wrong
 * so far.
 */
final class Subject {
    private final Facts facts;
    private final TripleLocations lines;
    private final Node document;
    private final Text text;
    private final Sections sections;
    private final Map<Node, Span> passages = new LinkedHashMap<>();
    private final List<Span> names = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    Subject(Facts facts, TripleLocations lines, Node document, Text text) {
        this.facts = facts;
        this.lines = lines;
        this.document = document;
        this.text = text;
        this.sections = new Sections(facts, document);
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

    Facts facts() {
        return facts;
    }

    Node document() {
        return document;
    }

    Text text() {
        return text;
    }

    Sections sections() {
        return sections;
    }

    /** What belongs to the document; the rest of the text belongs to other articles. */
    Span body() {
        return new Span(
                facts.integer(document, Dkg.BODY_START).orElse(0),
                facts.integer(document, Dkg.BODY_END).orElse(text.length()));
    }

    /** Where each passage says it lies, whether or not the text reaches so far. */
    Map<Node, Span> passages() {
        return passages;
    }

    /** The parts whose numerals belong to names or to turns of speech. */
    List<Span> names() {
        return names;
    }

    boolean isIdiom(Node passage) {
        return facts.isA(passage, Dkg.IDIOM);
    }

    /** Statements of the document, in a fixed order. */
    List<Node> statements() {
        return passages.keySet().stream()
                .flatMap(passage -> facts.statements(passage).stream())
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** The spans that a statement rests on, as far as the text reaches. */
    List<Span> sources(Node statement) {
        return spans(statement, Dkg.SOURCE);
    }

    /** The span that prints the date of a statement, if it names one. */
    List<Span> dateSources(Node statement) {
        return spans(statement, Dkg.DATE_SOURCE);
    }

    private List<Span> spans(Node statement, Node property) {
        return facts.all(statement, property).stream()
                .filter(passages::containsKey)
                .map(passages::get)
                .filter(span -> text.holds(span.start(), span.end()))
                .toList();
    }

    void fault(String code, Node node, Node property, String what, String fix) {
        List<Location> places = lines.of(node, property, Node.ANY);
        faults.add(new Fault(code, Severity.ERROR, places, Optional.of(shown(node)), what, fix));
    }

    /** A node as the files write it: {@code id:lusong}, {@code <lusong-2020#char=1,2>}. */
    static String shown(Node node) {
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

    /** A fault of the node as a whole. */
    void fault(String code, Node node, String what, String fix) {
        fault(code, node, RDF.type.asNode(), what, fix);
    }

    List<Fault> faults() {
        return faults;
    }
}
