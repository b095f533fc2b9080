package districtkg.review.draft;

import districtkg.consistency.IndicatorRelations;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import districtkg.vocab.Qudt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The shared lists, as reviewers need them. Immutable and thread-safe. */
public final class ReviewLists {

    private final Map<String, Indicator> indicators = new TreeMap<>();
    private final Map<String, Unit> units = new HashMap<>();
    private final IndicatorRelations relations;

    /**
     * An indicator of the shared list.
     *
     * @param id short name: {@code v:gdp}
     * @param chinese its Chinese name
     * @param english its English name
     * @param aliases its other names, in both languages
     * @param unit local name of the unit in which its values are kept; empty if it has none
     */
    public record Indicator(
            String id, String chinese, String english, List<String> aliases, String unit) {}

    /**
     * A printed unit.
     *
     * @param base local name of the unit in which values are kept: {@code CCY_CNY}
     * @param multiplier how many of that it is
     */
    public record Unit(String base, BigDecimal multiplier) {}

    private ReviewLists(Graph lists) {
        this.relations = IndicatorRelations.of(lists);
        lists.stream(Node.ANY, RDF.type.asNode(), Dkg.term("Indicator"))
                .map(Triple::getSubject)
                .forEach(node -> add(lists, node));
        lists.stream(Node.ANY, Qudt.CONVERSION_MULTIPLIER, Node.ANY)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(triple -> addUnit(lists, triple));
    }

    /** The lists of a graph. */
    public static ReviewLists of(Graph lists) {
        return new ReviewLists(lists);
    }

    private void add(Graph lists, Node node) {
        String id = node.getURI().replace(Dkg.VOCAB, "v:");
        List<String> aliases = new ArrayList<>();
        lists.stream(node, SKOS.altLabel.asNode(), Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .forEach(aliases::add);
        indicators.put(
                id,
                new Indicator(
                        id,
                        label(lists, node, Language.ZH),
                        label(lists, node, Language.EN),
                        List.copyOf(aliases),
                        one(lists, node, Dkg.UNIT).map(ReviewLists::local).orElse("")));
    }

    private void addUnit(Graph lists, Triple triple) {
        Node unit = triple.getSubject();
        BigDecimal multiplier = new BigDecimal(triple.getObject().getLiteralLexicalForm());
        Optional<Node> base = one(lists, unit, Qudt.SCALING_OF);
        base.ifPresent(
                of ->
                        names(lists, unit, Language.ZH)
                                .forEach(
                                        words ->
                                                units.putIfAbsent(
                                                        words, new Unit(local(of), multiplier))));
    }

    private static String label(Graph lists, Node node, Language language) {
        return names(lists, node, language).findFirst().orElse("");
    }

    private static Stream<String> names(Graph lists, Node node, Language language) {
        return lists.stream(node, RDFS.label.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(name -> language.matches(name.getLiteralLanguage()))
                .map(Node::getLiteralLexicalForm)
                .sorted();
    }

    private static Optional<Node> one(Graph lists, Node node, Node property) {
        return lists.stream(node, property, Node.ANY).map(Triple::getObject).findFirst();
    }

    /** As drafts write units. */
    private static String local(Node unit) {
        return unit.getURI().replaceFirst("^.*[/=]", "");
    }

    /** The indicators, by their short names. */
    public Map<String, Indicator> indicators() {
        return Collections.unmodifiableMap(indicators);
    }

    /** A unit by the words that print it. */
    public Optional<Unit> unit(String words) {
        return Optional.ofNullable(units.get(words));
    }

    /** How many base units each printed unit is. */
    public Map<String, BigDecimal> multipliers() {
        return units.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> entry.getValue().multiplier()));
    }

    /** How the indicators depend on each other. */
    public IndicatorRelations relations() {
        return relations;
    }
}
