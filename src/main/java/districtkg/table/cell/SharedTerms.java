package districtkg.table.cell;

import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import districtkg.vocab.Qudt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * What the cells of tables refer to: the lists, the things and the terms of the ontology, as far as
 * they are written in RDF. Immutable, for many threads.
 */
public final class SharedTerms {
    private static final Node DIVISION_CODE = Dkg.term("divisionCode");

    private final Graph graph;
    private final PrefixMapping prefixes;
    private final Map<String, List<Unit>> units = new HashMap<>();
    private final Map<String, Node> divisions = new HashMap<>();
    private final Map<String, List<Node>> named = new HashMap<>();

    /**
     * A unit as printed.
     *
     * @param node in the list of units
     * @param base the unit in which values are kept
     * @param multiplier value = printed number × multiplier
     */
    public record Unit(Node node, Node base, BigDecimal multiplier) {}

    /** The names of a node in both languages; empty where it has none. */
    public record Names(String chinese, String english) {}

    /**
     * The terms of a graph.
     *
     * @param graph is only read, and must not change
     */
    public SharedTerms(Graph graph, PrefixMapping prefixes) {
        this.graph = graph;
        this.prefixes = prefixes;
        graph.stream(Node.ANY, Qudt.SCALING_OF, Node.ANY)
                .sorted(Comparator.comparing(triple -> triple.getSubject().toString()))
                .forEach(this::addUnit);
        graph.stream(Node.ANY, DIVISION_CODE, Node.ANY)
                .forEach(
                        triple ->
                                divisions.put(
                                        padded(triple.getObject().getLiteralLexicalForm()),
                                        triple.getSubject()));
        graph.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filter(triple -> isThing(triple.getSubject()))
                .filter(triple -> Language.ZH.matches(triple.getObject().getLiteralLanguage()))
                .forEach(
                        triple ->
                                named.computeIfAbsent(
                                                triple.getObject().getLiteralLexicalForm(),
                                                name -> new ArrayList<>())
                                        .add(triple.getSubject()));
    }

    private void addUnit(Triple scaling) {
        Node unit = scaling.getSubject();
        Optional<BigDecimal> multiplier =
                one(unit, Qudt.CONVERSION_MULTIPLIER).flatMap(SharedTerms::decimal);
        if (multiplier.isPresent()) {
            Unit printed = new Unit(unit, scaling.getObject(), multiplier.get());
            units.computeIfAbsent(names(unit).chinese(), words -> new ArrayList<>()).add(printed);
            units.computeIfAbsent(shown(unit), words -> new ArrayList<>()).add(printed);
        }
    }

    private static Optional<BigDecimal> decimal(Node number) {
        try {
            return Optional.of(new BigDecimal(number.getLiteralLexicalForm()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty(); // the shapes report it
        }
    }

    private static boolean isThing(Node node) {
        return node.isURI() && node.getURI().startsWith(Dkg.ID);
    }

    /** 43 of the list of provinces is 430000. */
    private static String padded(String code) {
        return code.length() < 6 ? code + "0".repeat(6 - code.length()) : code;
    }

    /** The prefixes of short names. */
    public PrefixMapping prefixes() {
        return prefixes;
    }

    /** The units that words or a short name print, in a fixed order. */
    public List<Unit> units(String words) {
        return units.getOrDefault(words, List.of());
    }

    /** A place written in RDF, by its code of six digits. */
    public Optional<Node> division(String code) {
        return Optional.ofNullable(divisions.get(code));
    }

    /** The things written in RDF with a Chinese name. */
    public List<Node> things(String chineseName) {
        return named.getOrDefault(chineseName, List.of());
    }

    /** The node of a short name or of an IRI between angle brackets; empty if it is neither. */
    public Optional<Node> node(String words) {
        if (words.startsWith("<") && words.endsWith(">")) {
            String iri = words.substring(1, words.length() - 1);
            return Optional.of(Dkg.iri(iri.contains(":") ? iri : Dkg.ID + iri));
        }
        String expanded = prefixes.expandPrefix(words);
        return expanded.equals(words) ? Optional.empty() : Optional.of(Dkg.iri(expanded));
    }

    /** A node as cells write it: {@code v:gdp}, {@code id:lusong}. */
    public String shown(Node node) {
        String name = prefixes.shortForm(node.getURI());
        return name.equals(node.getURI()) || name.contains("#") ? "<" + node.getURI() + ">" : name;
    }

    /** Whether a node is of a type of the ontology, such as {@code Indicator}. */
    public boolean isA(Node node, String type) {
        return graph.contains(node, RDF.type.asNode(), Dkg.term(type));
    }

    /** A value of a property; any of them if there are several. */
    public Optional<Node> one(Node node, Node property) {
        return graph.stream(node, property, Node.ANY).map(Triple::getObject).findFirst();
    }

    /** The names of a node; empty strings for a language without one. */
    public Names names(Node node) {
        return new Names(name(node, Language.ZH), name(node, Language.EN));
    }

    private String name(Node node, Language language) {
        return graph.stream(node, RDFS.label.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(label -> language.matches(label.getLiteralLanguage()))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .orElse("");
    }
}
