package districtkg.draft;

import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The shared list of indicators, asked by the words that reports print. Names are compared without
 * the words that say whose it is (全市) or that it grows (增长率). Immutable, for many threads.
 */
public final class IndicatorList {
    /** No list: nothing is linked. */
    public static final IndicatorList NONE = new IndicatorList(Map.of());

    private static final Node GROWTH = Dkg.term("growth");
    private static final Node MEASURE = Dkg.term("measure");
    private static final Node GROWTH_OF = Dkg.term("growthOf");
    private static final Pattern NOISE = Pattern.compile("[\\s“”\"（）()《》、，·]");
    private static final Pattern OWNER =
            Pattern.compile("^(?:(?:全|我|本)[省市区县州盟旗镇乡]|实现|完成|达到|预计|全社会(?=用电))+");
    private static final Pattern CHANGE =
            Pattern.compile("(?:同比)?(?:增长率|增长速度|增速|增幅|增长|降幅|涨幅|上涨|下降率)$");
    private static final Pattern PRODUCT = Pattern.compile("GDP|(?<!地区)生产总值");
    private static final Pattern SHARE = Pattern.compile("(?<=占.{1,20})(?:占比|的比重|比例|的比例)$");
    private static final Pattern MEASURED = Pattern.compile("(?:总数|数量|人数|数|长度|里程|面积|金额|总额|额)$");

    private final Map<String, Node> byKey;

    private IndicatorList(Map<String, Node> byKey) {
        this.byKey = byKey;
    }

    /** The indicators of a graph, by their Chinese names and other names. */
    public static IndicatorList of(Graph lists) {
        Map<String, Node> byKey = new HashMap<>();
        lists.stream(Node.ANY, RDF.type.asNode(), Dkg.term("Indicator"))
                .map(Triple::getSubject)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(indicator -> add(lists, indicator, byKey));
        return new IndicatorList(Map.copyOf(byKey));
    }

    private static void add(Graph lists, Node indicator, Map<String, Node> byKey) {
        boolean growth = lists.contains(indicator, MEASURE, GROWTH);
        addNames(lists, indicator, indicator, growth, byKey);
        lists.stream(indicator, GROWTH_OF, Node.ANY)
                .forEach(triple -> addNames(lists, triple.getObject(), indicator, growth, byKey));
    }

    private static void addNames(
            Graph lists, Node named, Node indicator, boolean growth, Map<String, Node> byKey) {
        for (Node property : java.util.List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            lists.stream(named, property, Node.ANY)
                    .map(Triple::getObject)
                    .filter(name -> Language.ZH.matches(name.getLiteralLanguage()))
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .forEach(
                            name -> {
                                String words = plain(name.getLiteralLexicalForm());
                                byKey.putIfAbsent(key(words, growth), indicator);
                                byKey.putIfAbsent(
                                        key(MEASURED.matcher(words).replaceFirst(""), growth),
                                        indicator);
                            });
        }
    }

    /**
     * The indicator of a name.
     *
     * @param growth whether the figure is a change in percent
     */
    Optional<Node> find(String name, boolean growth) {
        String words = plain(name);
        return Optional.ofNullable(byKey.get(key(words, growth)))
                .or(
                        () ->
                                Optional.ofNullable(
                                        byKey.get(
                                                key(
                                                        MEASURED.matcher(words).replaceFirst(""),
                                                        growth))));
    }

    private static String plain(String name) {
        String words = OWNER.matcher(NOISE.matcher(name).replaceAll("")).replaceFirst("");
        String same = CHANGE.matcher(words).replaceFirst("").replace("规上", "规模以上");
        same = PRODUCT.matcher(same).replaceAll("地区生产总值");
        return SHARE.matcher(same).replaceFirst("比重");
    }

    private static String key(String words, boolean growth) {
        return (growth ? "+" : "=") + words;
    }
}
