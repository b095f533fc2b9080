package districtkg.quantity;

import districtkg.amount.Bound;
import districtkg.number.Unit.Form;
import districtkg.text.Span;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the ranks that a sentence states: 全市第三, 排名第3位, 全省前五, 居全国首位. */
final class RankFinder {
    private static final int LONGEST_CONTEXT = 16;
    private static final String ORDINAL = "[0-9０-９]+|[一二三四五六七八九十百]+";
    private static final Pattern RANK =
            Pattern.compile(
                    "(?<first>第)(?<nth>"
                            + ORDINAL
                            + ")(?<unit>位|名(?!录|单|牌|校|称|城))?"
                            + "|前(?<top>"
                            + ORDINAL
                            + ")(?<topUnit>位|名|强)?(?![年月天个季届期])"
                            + "|(?<=排名|位列|位居|排|居|列|全国|全省|全市)(?<bare>[0-9]+)(?:位|名)(?!录|单|牌|校|称|城)"
                            + "|(?<head>首)位(?!度|战略|产业|工程|经济|任务|[置于数])|榜(?<list>首)");
    private static final Pattern RANKED_BEFORE =
            Words.pattern("(?:{rank}|{region}|排位|考核|增速|增幅|总量|全省|全国|全市|中|指数|得分|水平)$");

    /** A verb of ranking, among whom, and in what: 位居全国百强县投资潜力 before 第3. */
    private static final Pattern RANKED_FROM =
            Words.pattern("(?:位居|位列|名列|跻身|居|列){region}[^，。；、第前0-9]{2,8}$");

    /** What a list of ranks has between two of them: 、绿色发展 in 投资潜力第3、绿色发展第5. */
    private static final Pattern NEXT_RANK = Pattern.compile("^(?:位|名)?[、，]\\p{IsHan}{2,12}$");

    /** Where being first is no result: 放在首位. */
    private static final Pattern FIRST_OF_NONE =
            Pattern.compile("(?:放|摆|置|作为|视为|突出|挺|抓|坚持|始终)[^，。；]{0,8}$");

    private static final Pattern FIRST_BEFORE =
            Words.pattern(
                    "(?:(?:{rank}|占据?|登上?|荣登|问鼎|高居|雄踞|保持在?|成为|为|达到)[^，。；]{0,12}|{region}[^，。；、]{0,4})$");
    private static final Pattern BOUNDARY =
            Pattern.compile("^(?:[，。；、！？”’）)：\\s]|$|和|及|与|以及|并|的(?:好|历史)?成绩|的(?:名次|位次|排名|地位|位置))");
    private static final Pattern REGION = Words.pattern("({region})[^，。；第前]{0,6}$");

    private final String text;
    private final Span sentence;
    private final List<Quantity> found = new ArrayList<>();

    private RankFinder(String text, Span sentence) {
        this.text = text;
        this.sentence = sentence;
    }

    /** The ranks of a sentence, in order. */
    static List<Quantity> in(String text, Span sentence) {
        RankFinder finder = new RankFinder(text, sentence);
        if (finder.holdsAny("第前位名首")) {
            finder.find();
        }
        return finder.found;
    }

    private boolean holdsAny(String characters) {
        for (int at = sentence.start(); at < sentence.end(); at++) {
            if (characters.indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void find() {
        Matcher at = RANK.matcher(text).region(sentence.start(), sentence.end());
        at.useTransparentBounds(true);
        while (at.find()) {
            String group = group(at);
            if (counts(at, group)) {
                add(at, group);
            }
        }
    }

    private static String group(Matcher at) {
        for (String group : List.of("nth", "top", "bare", "head")) {
            if (at.group(group) != null) {
                return group;
            }
        }
        return "list";
    }

    private boolean counts(Matcher at, String group) {
        String before = before(at.start());
        boolean ranked = RANKED_BEFORE.matcher(before).find();
        boolean ends =
                BOUNDARY.matcher(
                                text.substring(
                                        at.end(),
                                        Math.min(sentence.end(), at.end() + LONGEST_CONTEXT)))
                        .find();
        boolean unit = at.group("unit") != null || at.group("topUnit") != null;
        return switch (group) {
            case "nth" ->
                    (unit && (ends || ranked))
                            || (ends
                                    && (ranked
                                            || RANKED_FROM.matcher(before).find()
                                            || goesOn(at.start())));
            case "top" -> ranked && (ends || unit);
            case "bare" -> true;
            default ->
                    ends
                            && !FIRST_OF_NONE.matcher(before).find()
                            && FIRST_BEFORE.matcher(before).find();
        };
    }

    /** Whether a rank is the next of a list of ranks. */
    private boolean goesOn(int start) {
        return !found.isEmpty()
                && found.getLast().span().end() < start
                && NEXT_RANK.matcher(text.substring(found.getLast().span().end(), start)).matches();
    }

    private void add(Matcher at, String group) {
        boolean isFirst = group.equals("head") || group.equals("list");
        BigDecimal rank =
                isFirst
                        ? BigDecimal.ONE
                        : Ordinals.value(
                                Normalizer.normalize(at.group(group), Normalizer.Form.NFKC));
        Matcher region = REGION.matcher(before(at.start()));
        found.add(
                new Quantity(
                        new Span(at.start(), at.end()),
                        new Span(at.start(group), at.end(group)),
                        Form.RANK,
                        rank,
                        rank,
                        "位",
                        group.equals("top") ? Bound.AT_MOST : Bound.EXACTLY,
                        false,
                        "",
                        region.find()
                                ? region.group(1)
                                : goesOn(at.start()) ? found.getLast().region() : ""));
    }

    private String before(int position) {
        return text.substring(Math.max(sentence.start(), position - LONGEST_CONTEXT), position);
    }
}
