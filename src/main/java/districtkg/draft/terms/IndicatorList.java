package districtkg.draft.terms;

import districtkg.quantity.Words;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Finds indicators of the shared lists by the words that reports print. Names are compared without
 * words for the owner (全市), for growth (增长率) and for manner (高质量). If no indicator has the name,
 * one is taken whose name states the same act on the same thing: 新改建绿道 is 建成绿道. An indicator in
 * another unit is never taken. Immutable and safe for any number of threads.
 */
public final class IndicatorList {
    /** An empty list: no figure is linked to an indicator. */
    public static final IndicatorList NONE = new IndicatorList(Map.of());

    private static final Node GROWTH = Dkg.term("growth");
    private static final Node MEASURE = Dkg.term("measure");
    private static final Node GROWTH_OF = Dkg.term("growthOf");
    private static final Node UNIT = Dkg.term("unit");
    private static final Set<String> TOLD =
            Set.of("NUM", "PERCENT", "CCY_CNY", "CCY_USD", "M", "M2", "TONNE");
    private static final Pattern LATIN = Pattern.compile("[（(][A-Za-z0-9.&]+[）)]");
    private static final Pattern NOISE = Pattern.compile("[\\s“”\"（）()《》、，·]");
    private static final Pattern OWNER =
            Pattern.compile(
                    "^(?:(?:全|我|本)[省市区县州盟旗镇乡]|实现|完成(?![^建改修造治疏铺设整]{2,}(?:里程|长度)$)|达到|预计|全社会(?=用电))+");
    private static final Pattern WHOLE_OF = Pattern.compile("占(?:全|我|本)[省市区县州盟旗]");
    private static final Pattern CHANGE =
            Pattern.compile("(?:同比)?(?:增长率|增长速度|增速|增幅|增长|降幅|涨幅|上涨|下降率)$");
    private static final Pattern PRODUCT = Pattern.compile("GDP|(?:本地)?(?<!地区)生产总值");
    private static final Pattern SHARE = Pattern.compile("(?<=占.{1,20})(?:占比|的比重|比例|的比例)$");
    private static final Pattern MEASURED = Pattern.compile("(?:总数|数量|总量|人数|数|长度|里程|面积|金额|总额|额)+$");
    private static final Pattern HOW = Words.pattern("^(?:{adverb}|多渠道)+");
    private static final Pattern NEUTRAL = Pattern.compile("^(?:完成|推动|推进|实施|实现|列入|落实|组织)+");
    private static final Pattern TASK = Pattern.compile("(?:任务|工程|项目)+$");
    private static final Pattern BUILDING = Pattern.compile("建设$");
    private static final Pattern RENOVATION = Pattern.compile("(?:更新)?改造$");

    /** Actions, each with the class of its synonyms. */
    private enum Act {
        BUILT("built"),
        ADDED("added"),
        RENOVATED("renovated"),
        HANDLED("handled"),
        STARTED("started");

        private final Pattern head;

        Act(String words) {
            head = Words.pattern("^(?:{adverb})*{" + words + "}(?<thing>.+)$");
        }

        /** The action that other reports use for this one. */
        Optional<Act> other() {
            return switch (this) {
                case BUILT -> Optional.of(ADDED);
                case ADDED -> Optional.of(BUILT);
                default -> Optional.empty();
            };
        }
    }

    /** An action and its object. */
    private record Done(Act act, String thing) {
        String key(boolean growth) {
            return IndicatorList.key(act + ":" + MEASURED.matcher(thing).replaceFirst(""), growth);
        }
    }

    /** An indicator and the unit of its values. */
    private record Named(Node indicator, Optional<Node> unit) {
        boolean isIn(Optional<Node> other) {
            return unit.isEmpty()
                    || other.isEmpty()
                    || unit.equals(other)
                    || !(isTold(unit.get()) && isTold(other.get()));
        }

        /** Whether reports print the complete unit, unlike 微克 of 每立方米19微克. */
        private static boolean isTold(Node unit) {
            return TOLD.contains(unit.getURI().substring(unit.getURI().lastIndexOf('/') + 1));
        }
    }

    private final Map<String, List<Named>> byKey;

    private IndicatorList(Map<String, List<Named>> byKey) {
        this.byKey = byKey;
    }

    /** The indicators of a graph, by their Chinese names and other names. */
    public static IndicatorList of(Graph lists) {
        Map<String, List<Named>> byKey = new HashMap<>();
        Map<String, Set<Named>> byAct = new HashMap<>();
        lists.stream(Node.ANY, RDF.type.asNode(), Dkg.term("Indicator"))
                .map(Triple::getSubject)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(indicator -> add(lists, indicator, byKey, byAct));
        byAct.forEach(
                (key, all) -> {
                    if (all.size() == 1) {
                        byKey.putIfAbsent(key, List.copyOf(all));
                    }
                });
        return new IndicatorList(Map.copyOf(byKey));
    }

    private static void add(
            Graph lists,
            Node indicator,
            Map<String, List<Named>> byKey,
            Map<String, Set<Named>> byAct) {
        boolean growth = lists.contains(indicator, MEASURE, GROWTH);
        Named named =
                new Named(
                        indicator,
                        lists.stream(indicator, UNIT, Node.ANY).map(Triple::getObject).findFirst());
        addNames(lists, indicator, named, growth, byKey, byAct);
        lists.stream(indicator, GROWTH_OF, Node.ANY)
                .forEach(
                        triple -> addNames(lists, triple.getObject(), named, growth, byKey, byAct));
    }

    private static void addNames(
            Graph lists,
            Node of,
            Named named,
            boolean growth,
            Map<String, List<Named>> byKey,
            Map<String, Set<Named>> byAct) {
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            lists.stream(of, property, Node.ANY)
                    .map(Triple::getObject)
                    .filter(name -> Language.ZH.matches(name.getLiteralLanguage()))
                    .map(Node::getLiteralLexicalForm)
                    .sorted()
                    .forEach(
                            name -> {
                                String words = plain(name);
                                add(byKey, key(words, growth), named);
                                add(
                                        byKey,
                                        key(MEASURED.matcher(words).replaceFirst(""), growth),
                                        named);
                                done(words)
                                        .ifPresent(
                                                done ->
                                                        byAct.computeIfAbsent(
                                                                        done.key(growth),
                                                                        key ->
                                                                                new LinkedHashSet<>())
                                                                .add(named));
                            });
        }
    }

    private static void add(Map<String, List<Named>> byKey, String key, Named named) {
        List<Named> all = byKey.computeIfAbsent(key, one -> new ArrayList<>());
        if (!all.contains(named)) {
            all.add(named);
        }
    }

    /**
     * The indicator of a name.
     *
     * @param growth whether the figure is a change in percent
     * @param unit in which the values of the figure are kept; empty if it is not known
     */
    public Optional<Node> find(String name, boolean growth, Optional<Node> unit) {
        String words = plain(name);
        Optional<Done> done = done(words);
        return find(key(words, growth), unit)
                .or(() -> find(key(MEASURED.matcher(words).replaceFirst(""), growth), unit))
                .or(() -> done.flatMap(one -> find(one.key(growth), unit)))
                .or(
                        () ->
                                done.flatMap(
                                        one ->
                                                one.act()
                                                        .other()
                                                        .flatMap(
                                                                other ->
                                                                        find(
                                                                                new Done(
                                                                                                other,
                                                                                                one
                                                                                                        .thing())
                                                                                        .key(
                                                                                                growth),
                                                                                unit))));
    }

    private Optional<Node> find(String key, Optional<Node> unit) {
        return byKey.getOrDefault(key, List.of()).stream()
                .filter(named -> named.isIn(unit))
                .map(Named::indicator)
                .findFirst();
    }

    /** The action of a name and its object: 新改建 and 绿道. */
    private static Optional<Done> done(String words) {
        String rest = NEUTRAL.matcher(HOW.matcher(words).replaceFirst("")).replaceFirst("");
        rest = HOW.matcher(rest).replaceFirst("");
        String thing = TASK.matcher(MEASURED.matcher(rest).replaceFirst("")).replaceFirst("");
        for (Act act : Act.values()) {
            Matcher head = act.head.matcher(thing);
            if (head.matches()) {
                return Optional.of(
                        new Done(act, BUILDING.matcher(head.group("thing")).replaceFirst("")));
            }
        }
        Matcher renovation = RENOVATION.matcher(thing);
        if (renovation.find() && renovation.start() > 1) {
            return Optional.of(new Done(Act.RENOVATED, thing.substring(0, renovation.start())));
        }
        Matcher building = BUILDING.matcher(thing);
        return building.find() && building.start() > 1
                ? Optional.of(new Done(Act.BUILT, thing.substring(0, building.start())))
                : Optional.empty();
    }

    private static String plain(String name) {
        String bare = NOISE.matcher(LATIN.matcher(name).replaceAll("")).replaceAll("");
        String words = WHOLE_OF.matcher(OWNER.matcher(bare).replaceFirst("")).replaceAll("占");
        String same = CHANGE.matcher(words).replaceFirst("").replace("规上", "规模以上");
        same = PRODUCT.matcher(same).replaceAll("地区生产总值");
        return SHARE.matcher(same).replaceFirst("比重");
    }

    private static String key(String words, boolean growth) {
        return (growth ? "+" : "=") + words;
    }
}
