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
    private static final Pattern RATIO =
            Pattern.compile(
                    "(?<![0-9.])(\\d+(?:\\.\\d+)?)\\h?[:：︰∶]\\h?(\\d+(?:\\.\\d+)?)(?:\\h?[:：︰∶]\\h?(\\d+(?:\\.\\d+)?))?(?![0-9])");
    private static final Pattern INDUSTRIES =
            Pattern.compile("产业(?:结构|比重|比例|占比)?|三产(?:业)?(?:结构|比重|比例|占比|之?比)");
    private static final Pattern BECOMES =
            Pattern.compile("^(?:[，、]?(?:调整|优化|转变|变|发展)?(?:到|至|为|成))");
    private static final Pattern STREAK =
            Pattern.compile("(?<=连续|连续保持)(?<years>[0-9０-９]{1,2})\\h{0,2}年");

    /** The denominator of a rate: 万元 of 万元GDP能耗 counts nothing. */
    private static final Pattern PER = Pattern.compile("^(?:GDP|地区生产总值|国内生产总值|生产总值|工业增加值|产值|增加值)");

    /** The next number of a list, whose unit an earlier one shares: 、3.4个百分点. */
    private static final Pattern NEXT_IN_LIST = Pattern.compile("^[、和](?=[0-9])");

    /** What a number names the class of: 超10亿元企业6家, 10—30亿元项目11个. */
    private static final Pattern CLASS_OF =
            Pattern.compile(
                    "^的?(?:以上)?的?(?:\\p{IsHan}{0,8})(?:企业|项目|产业|集群|公司|园区)[^，。；：、]{0,10}?[0-9]");

    /** What counted things are like, between their number and the amount: 7家 before 产值超10亿元企业. */
    private static final Pattern COUNTED =
            Pattern.compile("[0-9][万千百]?[余多]?(?:户|家|个|项|名)[^，。；、：0-9]{0,10}$");

    private static final Pattern THINGS =
            Pattern.compile(
                    "^(?:以上|以下)?的?\\p{IsHan}{0,8}?(?:企业|项目|产业|集群|公司|园区?|楼宇|商圈|平台|乡镇|街镇|镇|村|县市?|增长点)");

    private static final Pattern THING_OF_SIZE = Pattern.compile("^(?!的|以|左|大关|新?台阶|关口)\\p{IsHan}");

    private static final Pattern ALWAYS_OPEN = Pattern.compile("^(?:24小时|365天|7天|12小时)");

    /** What counts hours or days: 优良天数达 before 365天. */
    private static final Pattern COUNTS_TIME = Pattern.compile("(?:天数|达到?|为|时间)$");

    /** 个 after the first of two numbers of percentage points: 4个和13.3个百分点. */
    private static final Pattern POINTS_FOLLOW =
            Pattern.compile("^(?:[、和及与][0-9.]+个)*[、和及与][0-9.]+个百分点");

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
        for (Quantity rank : RankFinder.in(text, sentence)) {
            finder.found.removeIf(other -> other.number().start() == rank.number().start());
            finder.found.add(rank);
        }
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
        BigDecimal factor =
                !numeral.unit().isEmpty()
                        ? Unit.factor(numeral.unit())
                        : unit.get().form() == Form.PERCENT ? HUNDRED : BigDecimal.ONE;
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
        if (numeral.unit().equals("个")
                && POINTS_FOLLOW.matcher(after(numeral.measured().end())).find()) {
            return Unit.printedAs("个百分点");
        }
        if (!numeral.unit().isEmpty()) {
            return Unit.ofPrinted(numeral.unit());
        }
        String printed = text.substring(numeral.span().start(), numeral.span().end());
        String before = before(numeral.span().start());
        String after = after(numeral.measured().end());
        return isScaled(numeral.span())
                ? ImpliedUnit.of(printed, before, after)
                : ImpliedUnit.ofFraction(printed, numeral, before, after)
                        .or(() -> sharedUnit(numeral.measured().end()));
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
                && ALWAYS_OPEN.matcher(text.substring(words.start(), words.end())).find()
                && !COUNTS_TIME.matcher(before(words.start())).find()) {
            return true;
        }
        if (isInWords(numeral.span()) && (!isLarge(numeral, unit) || isSize(numeral, unit))) {
            return true;
        }
        return quoted(words.start()) && unit.form() != Form.AMOUNT;
    }

    /** Whether an amount of money only gives the size of things that another number counts. */
    private boolean namesAClass(Numeral numeral) {
        boolean range = numeral.low().compareTo(numeral.high()) != 0;
        if (!range && numeral.bound() == Bound.EXACTLY) {
            return false;
        }
        String after =
                text.substring(
                        numeral.whole().end(),
                        Math.min(sentence.end(), numeral.whole().end() + 30));
        boolean from =
                range || numeral.bound() == Bound.MORE_THAN || numeral.bound() == Bound.AT_LEAST;
        return (from && CLASS_OF.matcher(after).find())
                || (COUNTED.matcher(before(numeral.whole().start())).find()
                        && THINGS.matcher(after).find());
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

    /** A scale alone that says how large a thing is: 百万吨 of 百万吨乙烯项目. */
    private boolean isSize(Numeral numeral, Unit unit) {
        return unit.form() == Form.AMOUNT
                && isBareScale(numeral)
                && THING_OF_SIZE.matcher(after(numeral.measured().end())).find();
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
                markBeside(marked, at);
            }
        }
        return marked;
    }

    /** Marks what is stated with a base: the other parts of a ratio, the 10户 of 由10户30人减至5户15人. */
    private static void markBeside(List<Quantity> marked, int last) {
        for (int at = last - 1; at >= 0; at--) {
            Quantity one = marked.get(at);
            Quantity next = marked.get(at + 1);
            int gap = next.number().start() - one.span().end();
            boolean isPart = one.region().endsWith("产业占比") && gap <= 3;
            if (!isPart && (gap > 0 || one.form() != Form.COUNT)) {
                return;
            }
            marked.set(at, one.asBase());
        }
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
