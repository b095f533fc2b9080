package districtkg.read;

import districtkg.extract.Bound;
import districtkg.extract.Span;
import districtkg.read.Unit.Form;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the quantities of a sentence; what only looks like one (dates, names, marks) it leaves. */
final class QuantityFinder {
    private static final String NUMBER =
            "[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?";
    private static final String SCALE = "(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦米克伏])|百(?!货|强|分))";
    private static final String TO = "(?:-|－|—|——|–|~|～|至|到)";
    private static final Pattern QUANTITY =
            Pattern.compile(
                    "(?<![0-9０-９.．A-Za-z第×xX*＊/／+])(?<low>"
                            + NUMBER
                            + ")(?:(?<lowScale>"
                            + SCALE
                            + ")?(?<lowUnit>"
                            + Unit.alternation()
                            + ")?"
                            + TO
                            + "(?<high>"
                            + NUMBER
                            + "))?\\h{0,2}(?<more>[余多几])?(?<scale>"
                            + SCALE
                            + ")?(?<moreAfter>[余多几])?\\h{0,2}(?<unit>"
                            + Unit.alternation()
                            + ")?");
    private static final Pattern PEOPLE =
            Pattern.compile("^(?:农村|城镇|城乡|常住|户籍|贫困)?(?:人口|群众|居民|职工|师生|学生|市民|党员|干部|工人|农民)");
    private static final Pattern ENDS_IN_PEOPLE =
            Words.pattern("(?:人|人数|人口|义工|志愿者|人员|员工|学生)(?:{link})*$");
    private static final Pattern PLACES = Pattern.compile("^(?:就业岗位|岗位|学位|床位|泊位)");
    private static final Pattern RATIO =
            Pattern.compile(
                    "(?<![0-9.])(\\d+(?:\\.\\d+)?)[:：︰∶](\\d+(?:\\.\\d+)?)(?:[:：︰∶](\\d+(?:\\.\\d+)?))?(?![0-9])");
    private static final Pattern INDUSTRIES = Pattern.compile("产业(?:结构|比重|比例|占比)?");
    private static final String ORDINAL = "[0-9０-９]+|[一二三四五六七八九十百]+";
    private static final Pattern RANK =
            Pattern.compile(
                    "(?<first>第)(?<nth>"
                            + ORDINAL
                            + ")(?<unit>位|名(?!录|单|牌|校|称|城))?"
                            + "|前(?<top>"
                            + ORDINAL
                            + ")(?<topUnit>位|名|强)?(?![年月天个季届期])"
                            + "|(?<=排名|位列|位居|排|居|列|全国|全省|全市)(?<bare>[0-9]+)(?:位|名)(?!录|单|牌|校|称|城)");
    private static final Pattern RANKED_BEFORE =
            Words.pattern("(?:{rank}|{region}|排位|考核|增速|增幅|总量|全省|全国|全市|中|指数|得分|水平)$");
    private static final Pattern BOUNDARY =
            Pattern.compile("^(?:[，。；、！？”’）)：\\s]|$|和|及|与|以及|并|的(?:好|历史)?成绩|的(?:名次|位次|排名))");
    private static final Pattern REGION = Words.pattern("({region})[^，。；第前]{0,6}$");
    private static final Pattern STREAK = Pattern.compile("(?:连续|连续保持|已连续)$");
    private static final Pattern LASTING = Pattern.compile("(?:历时|提前|延长|缩短|长达)(?:了|近|约|超过)?$");
    private static final Pattern ALWAYS_OPEN = Pattern.compile("^(?:24小时|365天|7天|12小时)");
    private static final Pattern SIGN = Pattern.compile("(?:增长|下降|为|是|降低)[-－−]$");
    private static final Pattern FROM = Pattern.compile("(?:从|由)[^，。；]{0,14}$");
    private static final Pattern INTO =
            Pattern.compile("^[^，。；、0-9]{0,12}(?:到|至|为|成)(?:了)?(?:近|约|超过|现在的)?$");
    private static final Pattern AT_LEAST_DOING = Pattern.compile("(?:至少|最少|不少于)[^，。；、0-9]{1,8}$");
    private static final int LONGEST_CONTEXT = 16;
    private static final int LONGEST_QUOTED_NAME = 14;

    private final String text;
    private final Span sentence;
    private final List<Quantity> found = new ArrayList<>();

    private QuantityFinder(String text, Span sentence) {
        this.text = text;
        this.sentence = sentence;
    }

    /**
     * The quantities of a sentence, in order.
     *
     * @param text of the report, one character for each code point, footnote marks blanked
     */
    static List<Quantity> in(String text, Span sentence) {
        QuantityFinder finder = new QuantityFinder(text, sentence);
        finder.findQuantities();
        finder.findRatios();
        finder.findRanks();
        finder.found.sort(Comparator.comparing(quantity -> quantity.number().start()));
        return finder.withBases();
    }

    private void findQuantities() {
        Matcher at = QUANTITY.matcher(text).region(sentence.start(), sentence.end());
        at.useTransparentBounds(true);
        while (at.find()) {
            quantity(at).ifPresent(found::add);
        }
    }

    private Optional<Quantity> quantity(Matcher at) {
        String scale = orEmpty(at.group("scale"));
        Optional<Unit> unit = unit(at, scale);
        if (unit.isEmpty() || isNoCount(at, unit.get(), scale)) {
            return Optional.empty();
        }
        Unit of = unit.get();
        BigDecimal times = scale(scale).multiply(of.factor());
        String lowScale = orEmpty(at.group("lowScale"));
        BigDecimal high = number(at.group("high") == null ? at.group("low") : at.group("high"));
        BigDecimal low = number(at.group("low"));
        low =
                lowScale.isEmpty()
                        ? low.multiply(times)
                        : low.multiply(scale(lowScale)).multiply(of.factor());
        high = high.multiply(times);
        if (SIGN.matcher(before(at.start())).find()) {
            low = low.negate();
            high = high.negate();
        }
        String beyond = orEmpty(at.group("more")) + orEmpty(at.group("moreAfter"));
        Bound bound =
                beyond.isEmpty()
                        ? Bound.of(before(at.start()), List.of(after(at.end())))
                        : Bound.MORE_THAN;
        if (bound == Bound.EXACTLY && AT_LEAST_DOING.matcher(before(at.start())).find()) {
            bound = Bound.AT_LEAST;
        }
        Form form =
                of.printed().equals("年") && STREAK.matcher(before(at.start())).find()
                        ? Form.STREAK
                        : of.form();
        int numberEnd = at.group("unit") == null ? at.end() : at.start("unit");
        return Optional.of(
                new Quantity(
                        new Span(at.start(), at.end()),
                        new Span(at.start(), numberEnd),
                        form,
                        low,
                        high,
                        of.base(),
                        bound,
                        false,
                        ""));
    }

    private Optional<Unit> unit(Matcher at, String scale) {
        if (at.group("unit") != null) {
            return Unit.printedAs(at.group("unit"));
        }
        if (at.group("lowUnit") != null) {
            return Optional.empty();
        }
        if (!scale.isEmpty() && PEOPLE.matcher(after(at.end())).find()) {
            return Unit.printedAs("人");
        }
        if (!scale.isEmpty()
                && BOUNDARY.matcher(after(at.end())).find()
                && ENDS_IN_PEOPLE.matcher(before(at.start())).find()) {
            return Unit.printedAs("人");
        }
        if (!scale.isEmpty() && PLACES.matcher(after(at.end())).find()) {
            return Unit.printedAs("个");
        }
        return Optional.empty();
    }

    private boolean isNoCount(Matcher at, Unit unit, String scale) {
        String before = before(at.start());
        if (unit.printed().equals("年")) {
            return !scale.isEmpty()
                    || at.group("low").length() > 2
                    || !(STREAK.matcher(before).find() || LASTING.matcher(before).find());
        }
        if (unit.form() == Form.TIME && ALWAYS_OPEN.matcher(at.group()).find()) {
            return true;
        }
        return quoted(at.start()) && unit.form() != Form.AMOUNT;
    }

    /** Whether the position is within a short quoted name, such as “1小时交通圈”. */
    private boolean quoted(int position) {
        int open = text.lastIndexOf('“', position);
        int close = text.indexOf('”', position);
        return open >= sentence.start()
                && close >= 0
                && close - open <= LONGEST_QUOTED_NAME
                && text.lastIndexOf('”', position) < open;
    }

    /** 二三产业占比50.6:49.4, 三次产业结构5:45:50: each number is a share. */
    private void findRatios() {
        Matcher at = RATIO.matcher(text).region(sentence.start(), sentence.end());
        while (at.find()) {
            String before = before(at.start());
            if (!INDUSTRIES.matcher(before).find()) {
                continue;
            }
            for (int group = 1; group <= at.groupCount(); group++) {
                if (at.group(group) == null) {
                    continue;
                }
                Span span = new Span(at.start(group), at.end(group));
                BigDecimal share = number(at.group(group));
                int nth = group + (at.group(3) == null ? 1 : 0);
                found.add(
                        new Quantity(
                                span,
                                span,
                                Form.PERCENT,
                                share,
                                share,
                                "%",
                                Bound.EXACTLY,
                                false,
                                "第" + "一二三".charAt(nth - 1) + "产业占比"));
            }
        }
    }

    private void findRanks() {
        Matcher at = RANK.matcher(text).region(sentence.start(), sentence.end());
        at.useTransparentBounds(true);
        while (at.find()) {
            String before = before(at.start());
            boolean ranked = RANKED_BEFORE.matcher(before).find();
            boolean ends = BOUNDARY.matcher(after(at.end())).find();
            String group =
                    at.group("nth") != null ? "nth" : at.group("top") != null ? "top" : "bare";
            boolean unit =
                    group.equals("bare") || at.group("unit") != null || at.group("topUnit") != null;
            boolean counts =
                    switch (group) {
                        case "nth" -> (unit && (ends || ranked)) || (ranked && ends);
                        case "top" -> ranked && (ends || unit);
                        default -> true;
                    };
            if (counts) {
                addRank(at, group, before);
            }
        }
    }

    private void addRank(Matcher at, String group, String before) {
        BigDecimal rank =
                Ordinals.value(Normalizer.normalize(at.group(group), Normalizer.Form.NFKC));
        Span number = new Span(at.start(group), at.end(group));
        found.removeIf(other -> other.number().start() == number.start());
        Matcher region = REGION.matcher(before);
        found.add(
                new Quantity(
                        new Span(at.start(), at.end()),
                        number,
                        Form.RANK,
                        rank,
                        rank,
                        "位",
                        group.equals("top") ? Bound.AT_MOST : Bound.EXACTLY,
                        false,
                        region.find() ? region.group(1) : ""));
    }

    /** Marks what a change starts from: the 25 of 由25个压缩至12个. */
    private List<Quantity> withBases() {
        List<Quantity> marked = new ArrayList<>(found);
        for (int at = 0; at + 1 < found.size(); at++) {
            Quantity one = found.get(at);
            Quantity next = found.get(at + 1);
            String between =
                    text.substring(
                            one.span().end(), Math.max(one.span().end(), next.number().start()));
            if (FROM.matcher(before(one.number().start())).find()
                    && INTO.matcher(between).matches()) {
                marked.set(
                        at,
                        new Quantity(
                                one.span(),
                                one.number(),
                                one.form(),
                                one.low(),
                                one.high(),
                                one.unit(),
                                one.bound(),
                                true,
                                one.region()));
            }
        }
        return marked;
    }

    private String before(int position) {
        return text.substring(Math.max(sentence.start(), position - LONGEST_CONTEXT), position);
    }

    private String after(int position) {
        return text.substring(position, Math.min(sentence.end(), position + LONGEST_CONTEXT));
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(Normalizer.normalize(digits, Normalizer.Form.NFKC).replace(",", ""));
    }

    private static BigDecimal scale(String words) {
        BigDecimal times = BigDecimal.ONE;
        for (int at = 0; at < words.length(); at++) {
            times =
                    times.multiply(
                            switch (words.charAt(at)) {
                                case '十' -> BigDecimal.TEN;
                                case '百' -> new BigDecimal(100);
                                case '千' -> new BigDecimal(1000);
                                case '万' -> new BigDecimal(10_000);
                                default -> new BigDecimal(100_000_000);
                            });
        }
        return times;
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }
}
