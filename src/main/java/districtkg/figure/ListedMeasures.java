package districtkg.figure;

import java.util.ArrayList;
import java.util.List;
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
    private static final Pattern TOWN_AND_COUNTRY = Pattern.compile("^城乡(?=.{2,})");

    private static final Pattern TOWN_OR_COUNTRY = Pattern.compile("^(?:城镇|农村|城市)");

    private static final Pattern SHARED_TAIL =
            Pattern.compile("(?:零售额|销售额|营业额|产值|增加值|收入|产量|投资|人数|数量|总额|总量|利润|税收|面积|支出|余额)$");
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
            Matcher both = TOWN_AND_COUNTRY.matcher(Phrase.withoutVerb(items.getFirst()));
            if (both.find()) {
                return List.of(both.replaceFirst("城镇"), both.replaceFirst("农村"));
            }
        }
        return items;
    }

    /**
     * The members with the tail that only the last of them has, and the base that only the first
     * has: 收入 in 财政、税务收入, 亩均 in 亩均产值、税收.
     */
    static List<String> withShared(List<String> items) {
        return withBase(withTail(SHARED_RATE, withTail(SHARED_TAIL, withPeople(items))));
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
