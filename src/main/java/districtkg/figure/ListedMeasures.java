package districtkg.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The measures that a clause lists before their numbers: 甲、乙 in 甲、乙分别增长1%、2%. Pure functions;
 * thread-safe.
 */
final class ListedMeasures {
    private static final Pattern COMMAS = Pattern.compile("、|和|以及|及|与");

    /** The three industries, or urban and rural residents, in one word. */
    private static final Pattern INDUSTRIES = Pattern.compile("一、二、三(?:次)?产业");

    private static final Pattern SERVICE_AND_INDUSTRY = Pattern.compile("二、三(?:次)?产业");

    /** Two things in one word, and what the two are: 城乡居民收入, 存贷款余额. */
    private static final Map<Pattern, List<String>> BOTH =
            Map.of(
                    Pattern.compile("(?<!统筹|推进|统一|促进)城乡(?=.{2,})"), List.of("城镇", "农村"),
                    Pattern.compile("存贷款(?=余额)"), List.of("存款", "贷款"));

    private static final Pattern TOWN_OR_COUNTRY = Pattern.compile("^(?:城镇|农村|城市)");

    private static final Pattern SHARED_TAIL =
            Pattern.compile("(?:零售额|销售额|营业额|产值|增加值|收入|产量|投资|人数|数量|总额|总量|利润|税收|面积|支出|余额)$");

    /** A measure of every member of a list, whatever they are: 投资、消费增速. */
    private static final Pattern OF_EACH = Pattern.compile("(?<=.)(?:增速|增幅|占比|比重)$");

    private static final Pattern MEASURE =
            Pattern.compile("(?:" + SHARED_TAIL.pattern() + ")|(?:数|率|量|额|值|比重|指数|浓度|能耗)$");

    /** A rate at the end of a list, whose earlier members lack it: 医保、养老参保率. */
    private static final Pattern SHARED_RATE = Pattern.compile("(?<=.)\\p{IsHan}{2}率$");

    /** A base at the head of a list, which its later members lack: 亩均产值、税收. */
    private static final Pattern SHARED_BASE = Pattern.compile("^(?:亩均|人均|户均|地均|村均|店均)");

    /** The members of a list and the 等 that closes it, before what they are. */
    private static final Pattern MEMBERS =
            Pattern.compile("^.*、.*(?<![高中初平同对优一二三])等(?![级候待])(?<noun>.*)$");

    private static final int LONGEST_WITHOUT_BASE = 4;

    private ListedMeasures() {}

    /** Whether words list several things. */
    static boolean isList(String words) {
        return COMMAS.matcher(words).find();
    }

    /**
     * What the members of a list are, after the 等 that closes it: 赛事 of 甲赛、乙赛等赛事. The empty text if
     * nothing follows; no value if the words are no such list.
     */
    static Optional<String> group(String words) {
        Matcher members = MEMBERS.matcher(words);
        return members.matches() ? Optional.of(members.group("noun")) : Optional.empty();
    }

    /** The words without the members of a list that their noun sums up: 举办甲赛、乙赛等赛事. */
    static String withoutMembers(String words) {
        return group(words)
                .filter(group -> group.length() > 1)
                .map(group -> Phrase.verb(words) + group)
                .orElse(words);
    }

    /** The members of a list, in order. */
    static List<String> of(String words) {
        String all = INDUSTRIES.matcher(words).replaceFirst("第一产业、第二产业、第三产业");
        all = SERVICE_AND_INDUSTRY.matcher(all).replaceFirst("第二产业、第三产业");
        List<String> items = new ArrayList<>(List.of(COMMAS.split(all)));
        items.removeIf(String::isBlank);
        return items;
    }

    /** The members of a list for a number of values: 城乡居民收入 has two for two values. */
    static List<String> of(String words, int values) {
        List<String> items = of(words);
        if (items.size() == 1 && values == 2) {
            for (Map.Entry<Pattern, List<String>> pair : BOTH.entrySet()) {
                Matcher both = pair.getKey().matcher(Phrase.withoutVerb(items.getFirst()));
                if (both.find()) {
                    return pair.getValue().stream().map(both::replaceFirst).toList();
                }
            }
        }
        return items;
    }

    /**
     * The members with the tail that only the last of them has, and the base that only the first
     * has: 收入 in 财政、税务收入, 亩均 in 亩均产值、税收.
     */
    static List<String> withShared(List<String> items) {
        Matcher each = OF_EACH.matcher(items.getLast());
        List<String> all =
                each.find()
                        ? items.stream()
                                .map(
                                        item ->
                                                item.endsWith(each.group())
                                                        ? item
                                                        : item + each.group())
                                .toList()
                        : items;
        return withBase(withTail(SHARED_RATE, withTail(SHARED_TAIL, withPeople(all))));
    }

    /** 城镇居民收入 for 城镇, where the list ends with 农村居民收入. */
    private static List<String> withPeople(List<String> items) {
        Matcher last = TOWN_OR_COUNTRY.matcher(items.getLast());
        if (!last.find() || last.end() == items.getLast().length()) {
            return items;
        }
        String tail = items.getLast().substring(last.end());
        return items.stream()
                .map(item -> TOWN_OR_COUNTRY.matcher(item).matches() ? item + tail : item)
                .toList();
    }

    private static List<String> withTail(Pattern pattern, List<String> items) {
        Matcher tail = pattern.matcher(items.getLast());
        if (!tail.find()) {
            return List.copyOf(items);
        }
        return items.stream()
                .map(item -> MEASURE.matcher(item).find() ? item : item + tail.group())
                .toList();
    }

    private static List<String> withBase(List<String> items) {
        Matcher base = SHARED_BASE.matcher(items.getFirst());
        if (!base.find()) {
            return items;
        }
        return items.stream()
                .map(
                        item ->
                                SHARED_BASE.matcher(item).find()
                                                || item.length() > LONGEST_WITHOUT_BASE
                                        ? item
                                        : base.group() + item)
                .toList();
    }
}
