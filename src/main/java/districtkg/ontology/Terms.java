package districtkg.ontology;

import districtkg.graph.GraphReader;
import districtkg.graph.Subgraph;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;

/** The terms of an ontology. */
public final class Terms {
    private static final Node DOMAIN_INCLUDES = SchemaDO.domainIncludes.asNode();
    private static final Node RANGE_INCLUDES = SchemaDO.rangeIncludes.asNode();

    private final GraphReader things;
    private final PrefixMapping prefixes;

    /**
     * Reads terms from a graph.
     *
     * @param things the terms and alignments
     * @param prefixes prefixes for names
     */
    public Terms(GraphReader things, PrefixMapping prefixes) {
        this.things = things;
        this.prefixes = prefixes;
    }

    /** The triples about the ontology and its terms. */
    public Graph graph() {
        return Subgraph.said(
                things,
                things.graph().stream()
                        .map(Triple::getSubject)
                        .filter(Node::isURI)
                        .filter(node -> (node.getURI() + "#").startsWith(Dkg.NS))
                        .distinct());
    }

    /** All classes, by name. */
    public List<Term> classes() {
        return declared(OWL.Class.asNode())
                .map(term -> term(term, RDFS.subClassOf.asNode()))
                .toList();
    }

    /** All properties, by name, including annotation properties. */
    public List<Term> properties() {
        return Stream.of(OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
                .flatMap(kind -> declared(kind.asNode()))
                .map(term -> term(term, RDFS.domain.asNode(), DOMAIN_INCLUDES))
                .sorted(Comparator.comparing(Term::name))
                .toList();
    }

    /** The members of all closed lists, by class and name. */
    public List<Term> words() {
        return declared(OWL.Class.asNode())
                .flatMap(this::declared)
                .distinct()
                .map(term -> term(term, RDF.type.asNode()))
                .sorted(
                        Comparator.comparing((Term term) -> term.broader().toString())
                                .thenComparing(Term::name))
                .toList();
    }

    private Stream<Node> declared(Node kind) {
        return things.all(kind).filter(Terms::ours);
    }

    private Term term(Node term, Node... holders) {
        return new Term(
                name(term),
                texts(term, RDFS.label.asNode()),
                texts(term, SKOS.definition.asNode()),
                texts(term, SKOS.example.asNode()),
                Stream.of(holders)
                        .flatMap(holder -> things.values(term, holder))
                        .filter(Terms::ours)
                        .map(this::name)
                        .distinct()
                        .toList(),
                Stream.of(RDFS.range.asNode(), RANGE_INCLUDES)
                        .flatMap(range -> things.values(term, range))
                        .map(this::name)
                        .toList(),
                things.text(term, Dkg.term("derivedBy")),
                Stream.of(RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.exactMatch)
                        .flatMap(match -> things.values(term, match.asNode()))
                        .filter(other -> other.isURI() && !ours(other))
                        .map(this::name)
                        .toList());
    }

    private Map<Language, String> texts(Node term, Node property) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, things.text(term, property, language));
        }
        return texts;
    }

    private static boolean ours(Node term) {
        return term.isURI() && term.getURI().startsWith(Dkg.NS);
    }

    private String name(Node term) {
        return term.getURI().startsWith(Dkg.NS)
                ? ":" + term.getURI().substring(Dkg.NS.length())
                : prefixes.shortForm(term.getURI());
    }
}
