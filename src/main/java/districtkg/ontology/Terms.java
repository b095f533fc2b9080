package districtkg.ontology;

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

/** The terms that an ontology declares. */
public final class Terms {
    private static final Node DOMAIN_INCLUDES = Dkg.iri("https://schema.org/domainIncludes");
    private static final Node RANGE_INCLUDES = Dkg.iri("https://schema.org/rangeIncludes");

    private final Graph graph;
    private final PrefixMapping prefixes;

    /**
     * @param graph the asserted terms and alignments
     * @param prefixes by which terms are named
     */
    public Terms(Graph graph, PrefixMapping prefixes) {
        this.graph = graph;
        this.prefixes = prefixes;
    }

    /** All classes, by name. */
    public List<Term> classes() {
        return declared(OWL.Class.asNode())
                .map(term -> term(term, RDFS.subClassOf.asNode()))
                .toList();
    }

    /** All properties, by name, those of the curators' remarks among them. */
    public List<Term> properties() {
        return Stream.of(OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
                .flatMap(kind -> declared(kind.asNode()))
                .map(term -> term(term, RDFS.domain.asNode(), DOMAIN_INCLUDES))
                .sorted(Comparator.comparing(Term::name))
                .toList();
    }

    /** The words of all closed lists, by the class of the list and by name. */
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
        return graph.stream(Node.ANY, RDF.type.asNode(), kind)
                .map(Triple::getSubject)
                .filter(Terms::ours)
                .sorted(Comparator.comparing(Node::getURI));
    }

    private Term term(Node term, Node... holders) {
        return new Term(
                name(term),
                texts(term, RDFS.label.asNode()),
                texts(term, SKOS.definition.asNode()),
                texts(term, SKOS.example.asNode()),
                Stream.of(holders)
                        .flatMap(holder -> values(term, holder))
                        .filter(Terms::ours)
                        .map(this::name)
                        .distinct()
                        .toList(),
                Stream.of(RDFS.range.asNode(), RANGE_INCLUDES)
                        .flatMap(range -> values(term, range))
                        .map(this::name)
                        .toList(),
                values(term, Dkg.term("derivedBy"))
                        .map(Node::getLiteralLexicalForm)
                        .findFirst()
                        .orElse(""),
                Stream.of(RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.exactMatch)
                        .flatMap(match -> values(term, match.asNode()))
                        .filter(other -> other.isURI() && !ours(other))
                        .map(this::name)
                        .toList());
    }

    private Map<Language, String> texts(Node term, Node property) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(
                    language,
                    values(term, property)
                            .filter(text -> text.getLiteralLanguage().equals(language.tag()))
                            .map(Node::getLiteralLexicalForm)
                            .findFirst()
                            .orElse(""));
        }
        return texts;
    }

    private Stream<Node> values(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .sorted(Comparator.comparing(Node::toString));
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
