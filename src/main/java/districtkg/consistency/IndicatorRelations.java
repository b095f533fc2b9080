package districtkg.consistency;

import districtkg.vocab.Dkg;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** How the indicators of the shared list depend on each other. Immutable and thread-safe. */
public final class IndicatorRelations {
    private static final Node GROWTH_OF = Dkg.term("growthOf");
    private static final Node MEASURE = Dkg.term("measure");
    private static final Node SHARE = Dkg.term("share");
    private static final Node BETTER = Dkg.term("better");
    private static final Node HIGHER = Dkg.term("higher");
    private static final Node LOWER = Dkg.term("lower");
    private static final Node PRICES = Dkg.term("prices");
    private static final Node CONSTANT_PRICES = Dkg.term("constantPrices");

    private final Map<String, String> levels = new HashMap<>();
    private final Map<String, String> growths = new HashMap<>();
    private final Set<String> shares = new HashSet<>();
    private final Set<String> higher = new HashSet<>();
    private final Set<String> lower = new HashSet<>();
    private final Set<String> constantPrices = new HashSet<>();

    private IndicatorRelations() {}

    /** The relations of a graph of indicators. */
    public static IndicatorRelations of(Graph lists) {
        IndicatorRelations relations = new IndicatorRelations();
        lists.stream(Node.ANY, GROWTH_OF, Node.ANY)
                .forEach(
                        triple -> {
                            String growth = shortName(triple.getSubject());
                            String level = shortName(triple.getObject());
                            relations.levels.put(growth, level);
                            relations.growths.put(level, growth);
                        });
        relations.collect(lists, MEASURE, SHARE, relations.shares);
        relations.collect(lists, BETTER, HIGHER, relations.higher);
        relations.collect(lists, BETTER, LOWER, relations.lower);
        relations.collect(lists, PRICES, CONSTANT_PRICES, relations.constantPrices);
        return relations;
    }

    private void collect(Graph lists, Node property, Node value, Set<String> into) {
        lists.stream(Node.ANY, property, value)
                .forEach(triple -> into.add(shortName(triple.getSubject())));
    }

    private static String shortName(Node indicator) {
        return indicator.getURI().replace(Dkg.VOCAB, "v:");
    }

    /** The level whose change a growth indicator measures. */
    Optional<String> levelOf(String growth) {
        return Optional.ofNullable(levels.get(growth));
    }

    /** The indicator of the change of a level. */
    Optional<String> growthOf(String level) {
        return Optional.ofNullable(growths.get(level));
    }

    boolean isGrowth(String indicator) {
        return levels.containsKey(indicator);
    }

    /** Whether it is a part of a whole in percent. */
    boolean isShare(String indicator) {
        return shares.contains(indicator);
    }

    boolean isBetterHigher(String indicator) {
        return higher.contains(indicator);
    }

    boolean isBetterLower(String indicator) {
        return lower.contains(indicator);
    }

    /** Whether a growth is at constant prices, so that it may differ from that of the levels. */
    boolean isAtConstantPrices(String growth) {
        return constantPrices.contains(growth);
    }
}
