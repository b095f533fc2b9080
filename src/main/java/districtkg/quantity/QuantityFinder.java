package districtkg.quantity;

import districtkg.amount.Amounts;
import districtkg.amount.Bound;
import districtkg.amount.Numeral;
import districtkg.amount.NumeralReader;
import districtkg.number.Unit;
import districtkg.number.Unit.Form;
import districtkg.text.Span;
import districtkg.text.Text;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the quantities of a sentence. Dates, names and other numerals that count nothing are left
 * out.
 */
public final class QuantityFinder {
    private static final NumeralReader READER = NumeralReader.asPrinted();
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern PEOPLE =
            Pattern.compile("^(?:农村|城镇|城乡|常住|户籍|贫困)?(?:人口|群众|居民|职工|师生|学生|市民|党员|干部|工人|农民)");
    private static final Pattern ENDS_IN_PEOPLE =
            Words.pattern("(?:人|人数|人口|义工|志愿者|人员|员工|学生)(?:{link})*$");
    private static final Pattern PLACES = Pattern.compile("^(?:就业岗位|岗位|学位|床位|泊位)");
    private static final Pattern RATIO =
            Pattern.compile(
                    "(?<![0-9.])(\\d+(?:\\.\\d+)?)[:：︰∶](\\d+(?:\\.\\d+)?)(?:[:：︰∶](\\d+(?:\\.\\d+)?))?(?![0-9])");
    private static final Pattern INDUSTRIES = Pattern.compile("产业(?:结构|比重|比例|占比)?");
    private static final Pattern BECOMES =
            Pattern.compile("^(?:[，、]?(?:调整|优化|转变|变|发展)?(?:到|至|为|成))");
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
    private static final Pattern STREAK =
            Pattern.compile("(?<=连续|连续保持)(?<years>[0-9０-９]{1,2})\\h{0,2}年");

    /** The denominator of a rate: 万元 of 万元GDP能耗 counts nothing. */
    private static final Pattern PER = Pattern.compile("^(?:GDP|地区生产总值|国内生产总值|生产总值|工业增加值|产值|增加值)");

    /** A scaled number without a unit after such words is an amount of money: 收入超10亿. */
    private static final Pattern MONEY =
            Words.pattern(
                    "(?:收入|产值|投资额?|税收|增加值|总额|营收|销售额|交易额|成交额|贷款|存款|余额|利润|GDP|生产总值|市值|资金)(?:{link})*$");

    private static final Pattern MARK = Pattern.compile("^(?:大关|新?台阶|关口)");

    /** The next number of a list, whose unit an earlier one shares: 、3.4个百分点. */
    private static final Pattern NEXT_IN_LIST = Pattern.compile("^[、和](?=[0-9])");

    /** What a number names the class of: 超10亿元企业6家, 10—30亿元项目11个. */
    private static final Pattern CLASS_OF =
            Pattern.compile(
                    "^的?(?:以上)?的?(?:\\p{IsHan}{0,8})(?:企业|项目|产业|集群|公司|园区)[^，。；：、]{0,10}?[0-9]");

    private static final Pattern ALWAYS_OPEN = Pattern.compile("^(?:24小时|365天|7天|12小时)");
    private static final Pattern FROM = Pattern.compile("(?:从|由)[^，。；]{0,14}$");
    private static final Pattern INTO =
            Pattern.compile(
                    "^[^，。；、0-9]{0,12}(?:到|至|为|成)(?:了)?(?:(?:19|20)\\d\\d年(?:底|末)?的?)?(?:近|约|超过|现在的)?$");
    private static final int LONGEST_CONTEXT = 16;
    private static final int LONGEST_QUOTED_NAME = 14;

    private final String text;
    private final Amounts amounts;
    private final Span sentence;
    private final List<Quantity> found = new ArrayList<>();

    private QuantityFinder(String text, Amounts amounts, Span sentence) {
        this.text = text;
        this.amounts = amounts;
        this.sentence = sentence;
    }

    /** The amounts of a text, as printed. */
    public static Amounts amounts(String text) {
        return READER.read(Text.of(text), List.of());
    }

    /**
     * The quantities of a sentence, in order.
     *
     * @param text of the report, one character for each code point, footnote marks blanked
     * @param amounts of the text, as {@link #amounts} gives them
     */
    public static List<Quantity> in(String text, Amounts amounts, Span sentence) {
        QuantityFinder finder = new QuantityFinder(text, amounts, sentence);
        finder.findQuantities();
        finder.findStreaks();
        finder.findRatios();
        finder.findRanks();
        finder.found.sort(Comparator.comparing(quantity -> quantity.number().start()));
        return finder.withBases();
    }

    private void findQuantities() {
        for (Numeral numeral : amounts.in(sentence)) {
            if (!numeral.implied() && sentence.covers(numeral.span())) {
                quantity(numeral).ifPresent(found::add);
            }
        }
    }

    private Optional<Quantity> quantity(Numeral numeral) {
        Optional<Unit> unit = unit(numeral);
        if (unit.isEmpty() || isNoCount(numeral, unit.get())) {
            return Optional.empty();
        }
        BigDecimal factor = numeral.unit().isEmpty() ? BigDecimal.ONE : Unit.factor(numeral.unit());
        return Optional.of(
                new Quantity(
                        numeral.measured(),
                        numeral.span(),
                        unit.get().form(),
                        numeral.low().multiply(factor),
                        numeral.high().multiply(factor),
                        unit.get().base(),
                        numeral.bound(),
                        false,
                        numeral.unit(),
                        ""));
    }

    /** Its unit; 人 or 个 if only the words after the number determine it. */
    private Optional<Unit> unit(Numeral numeral) {
        if (!numeral.unit().isEmpty()) {
            return Unit.ofPrinted(numeral.unit());
        }
        int start = numeral.span().start();
        int end = numeral.measured().end();
        if (!isScaled(numeral.span())) {
            return sharedUnit(end);
        }
        if ((BOUNDARY.matcher(after(end)).find() || MARK.matcher(after(end)).find())
                && MONEY.matcher(before(start)).find()) {
            return Unit.printedAs("元");
        }
        if (PEOPLE.matcher(after(end)).find()
                || (BOUNDARY.matcher(after(end)).find()
                        && ENDS_IN_PEOPLE.matcher(before(start)).find())) {
            return Unit.printedAs("人");
        }
        return PLACES.matcher(after(end)).find() ? Unit.printedAs("个") : Optional.empty();
    }

    /** The unit of the next number of a list, of which this is the one before: 65、45个工作日. */
    private Optional<Unit> sharedUnit(int end) {
        if (!NEXT_IN_LIST.matcher(after(end)).find()) {
            return Optional.empty();
        }
        return amounts.in(new Span(end + 1, Math.min(sentence.end(), end + 2))).stream()
                .filter(next -> next.span().start() == end + 1 && !next.unit().isEmpty())
                .findFirst()
                .flatMap(next -> Unit.ofPrinted(next.unit()))
                .filter(unit -> unit.form() != Form.COUNT);
    }

    private boolean isNoCount(Numeral numeral, Unit unit) {
        Span words = numeral.measured();
        if (unit.base().equals("元")
                && (PER.matcher(after(words.end())).find() || namesAClass(numeral))) {
            return true;
        }
        if (unit.form() == Form.TIME
                && ALWAYS_OPEN.matcher(text.substring(words.start(), words.end())).find()) {
            return true;
        }
        if (isInWords(numeral.span()) && !isLarge(numeral, unit)) {
            return true;
        }
        return quoted(words.start()) && unit.form() != Form.AMOUNT;
    }

    /** Whether an amount of money only gives the size of things that another number counts. */
    private boolean namesAClass(Numeral numeral) {
        boolean range = numeral.low().compareTo(numeral.high()) != 0;
        return (range || numeral.bound() == Bound.MORE_THAN || numeral.bound() == Bound.AT_LEAST)
                && CLASS_OF.matcher(
                                text.substring(
                                        numeral.whole().end(),
                                        Math.min(sentence.end(), numeral.whole().end() + 30)))
                        .find();
    }

    private boolean isScaled(Span number) {
        return "百千万亿".indexOf(text.charAt(number.end() - 1)) >= 0;
    }

    /** 千人 alone: a manner of speaking, or part of a name. */
    private boolean isBareScale(Numeral numeral) {
        return numeral.bound() == Bound.EXACTLY
                && text.substring(numeral.span().start(), numeral.span().end())
                        .chars()
                        .allMatch(one -> "百千万亿".indexOf(one) >= 0);
    }

    private boolean isInWords(Span number) {
        return text.substring(number.start(), number.end())
                .chars()
                .noneMatch(one -> Character.isDigit(one));
    }

    /** Amounts from ten up, and counts from a hundred; 一方, 两次 and the like mostly count nothing. */
    private boolean isLarge(Numeral numeral, Unit unit) {
        BigDecimal value = numeral.high().multiply(Unit.factor(numeral.unit()));
        return switch (unit.form()) {
            case PERCENT, POINTS -> true;
            case AMOUNT -> value.compareTo(BigDecimal.TEN) >= 0;
            case COUNT -> value.compareTo(HUNDRED) >= 0 && !isBareScale(numeral);
            default -> false;
        };
    }

    private boolean holdsAny(String characters) {
        for (int at = sentence.start(); at < sentence.end(); at++) {
            if (characters.indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** 连续13年. */
    private void findStreaks() {
        if (!holdsAny("续")) {
            return;
        }
        Matcher at = STREAK.matcher(text).region(sentence.start(), sentence.end());
        at.useTransparentBounds(true);
        while (at.find()) {
            BigDecimal years =
                    new BigDecimal(Normalizer.normalize(at.group("years"), Normalizer.Form.NFKC));
            found.add(
                    new Quantity(
                            new Span(at.start(), at.end()),
                            new Span(at.start(), at.end("years")),
                            Form.STREAK,
                            years,
                            years,
                            "年",
                            Bound.EXACTLY,
                            false,
                            "年",
                            ""));
        }
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
        int last = -1;
        while (at.find()) {
            String before = before(at.start());
            boolean becomes =
                    last >= 0
                            && at.start() - last <= LONGEST_CONTEXT
                            && BECOMES.matcher(text.substring(last, at.start())).find();
            if (!becomes && !INDUSTRIES.matcher(before).find()) {
                continue;
            }
            last = at.end();
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
                                "",
                                "第" + "一二三".charAt(nth - 1) + "产业占比"));
            }
        }
    }

    private void findRanks() {
        if (!holdsAny("第前位名")) {
            return;
        }
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
                        "",
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
                marked.set(at, one.asBase());
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
        return new BigDecimal(Normalizer.normalize(digits, Normalizer.Form.NFKC));
    }
}
