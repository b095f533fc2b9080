package districtkg.amount;

import districtkg.number.Ambiguity;
import districtkg.number.Ends;
import districtkg.number.NumberScanner;
import districtkg.number.PrintedNumber;
import districtkg.number.PrintedNumber.Form;
import districtkg.number.Scales;
import districtkg.number.Unit;
import districtkg.number.UnitWords;
import districtkg.text.Glyphs;
import districtkg.text.Span;
import districtkg.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Goes once through a text and reads every amount. At each number it first asks whether the number
 * counts at all ({@link NotCounted}), then takes the second number of a range, the unit, and the
 * bound words. For one text only.
 */
final class AmountScanner {
    private static final String FIRST_OF_NUMBER = "负-.零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟半廿卅";
    private static final String CLEARED = "清零";
    private static final String MORE = "余多几来";
    private static final String PER_CENT = "%";
    private static final String SIGNED_UNITS = "%‰℃度摄";
    private static final String SIGN_AFTER = "为是长降低速幅达至到 ";
    private static final Set<String> SEVERAL = Set.of("数", "几", "上", "好");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Text printed;
    private final char[] text;
    private final UnitWords units;
    private final Predicate<String> known;
    private final NumberScanner numbers;
    private final NotCounted notCounted;
    private final BitSet covered;
    private final List<Numeral> found = new ArrayList<>();

    AmountScanner(Text printed, UnitWords units, Predicate<String> known, Collection<Span> names) {
        this.printed = printed;
        this.text = Glyphs.of(printed);
        this.units = units;
        this.known = known;
        this.numbers = new NumberScanner(text, units);
        this.notCounted = new NotCounted(text);
        this.covered = Idioms.in(text);
        coverAddresses();
        names.forEach(name -> covered.set(name.start(), Math.max(name.start(), name.end())));
    }

    /** Web addresses hold no numbers. */
    private void coverAddresses() {
        for (int at = 0; at + 2 < text.length; at++) {
            if (text[at] == ':' && text[at + 1] == '/' && text[at + 2] == '/') {
                int end = at;
                while (end < text.length && text[end] > ' ' && text[end] < 0x80) {
                    end++;
                }
                covered.set(at, end);
                at = end;
            }
        }
    }

    /** Every number, whatever it counts. */
    static List<PrintedNumber> numbers(Text printed) {
        AmountScanner scanner =
                new AmountScanner(printed, UnitWords.TABLE, scaled -> false, List.of());
        List<PrintedNumber> all = new ArrayList<>();
        int at = 0;
        while (at < scanner.text.length) {
            PrintedNumber number = scanner.numberAt(at);
            if (number == null) {
                at++;
            } else {
                all.add(number);
                at = number.span().end();
            }
        }
        return all;
    }

    List<Numeral> scan() {
        int at = 0;
        while (at < text.length) {
            PrintedNumber number = numberAt(at);
            at = number == null ? implied(at) : amount(number);
        }
        return found;
    }

    private @Nullable PrintedNumber numberAt(int at) {
        boolean begins = Glyphs.isDigit(text[at]) || FIRST_OF_NUMBER.indexOf(text[at]) >= 0;
        if (!begins || covered.get(at)) {
            return null;
        }
        int name = covered.nextSetBit(at);
        int end = name < 0 ? text.length : name;
        return text[at] == '半' ? half(at) : numbers.at(at, end);
    }

    /** 半 before a unit: 半成; 半年 and the like are dates and names. */
    private @Nullable PrintedNumber half(int at) {
        boolean counts =
                at + 1 < text.length
                        && "成折吨斤亩米升公".indexOf(text[at + 1]) >= 0
                        && (at == 0 || "一大过多上下前后对".indexOf(text[at - 1]) < 0);
        return counts
                ? new PrintedNumber(
                        new Span(at, at + 1),
                        Ends.of(HALF),
                        "",
                        Form.WORDS,
                        false,
                        false,
                        Ambiguity.NONE)
                : null;
    }

    /** 清零 says 0. Past the character in any case. */
    private int implied(int at) {
        if (text[at] == '零' && at > 0 && text[at - 1] == CLEARED.charAt(0)) {
            add0(at);
        }
        return at + 1;
    }

    private void add0(int at) {
        Span span = new Span(at, at + 1);
        found.add(
                new Numeral(
                        span,
                        span,
                        new Span(at - 1, at + 1),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        "",
                        Bound.EXACTLY,
                        true,
                        Ambiguity.NONE));
    }

    /** Reads the amount that a number begins, and returns where to go on. */
    private int amount(PrintedNumber first) {
        int start = first.span().start();
        if (text[start] == '零' && start > 0 && text[start - 1] == CLEARED.charAt(0)) {
            add0(start);
            return start + 1;
        }
        PrintedNumber number = signed(first);
        int skip = notCounted.past(number);
        if (skip > 0) {
            return skip;
        }
        Draft draft = new Draft(number);
        draft.range();
        if (draft.isPeriod()) {
            return draft.end;
        }
        draft.unit();
        draft.bound();
        if (draft.counts()) {
            found.add(draft.numeral());
        }
        return draft.end;
    }

    /** A dash before a number is a minus sign only where the words or the unit say so. */
    private PrintedNumber signed(PrintedNumber number) {
        int start = number.span().start();
        if (text[start] != '-') {
            return number;
        }
        int end = UnitWords.skipBlanks(text, number.span().end());
        boolean sign =
                start == 0
                        || SIGN_AFTER.indexOf(text[start - 1]) >= 0
                        || (end < text.length && SIGNED_UNITS.indexOf(text[end]) >= 0);
        return sign
                ? number
                : new PrintedNumber(
                        new Span(start + 1, number.span().end()),
                        number.ends().negated(),
                        number.scale(),
                        number.form(),
                        number.more(),
                        number.about(),
                        Ambiguity.MINUS_OR_DASH);
    }

    /** One amount while it is read. */
    private final class Draft {
        private final PrintedNumber first;
        private @Nullable PrintedNumber last;
        private UnitWords.@Nullable Found unit;
        private UnitWords.@Nullable Found firstUnit;
        private boolean more;
        private boolean class_;
        private boolean between;
        private BigDecimal part = BigDecimal.ZERO;
        private int numberEnd;
        private int measuredEnd;
        private int wholeStart;
        private int end;
        private Bound bound = Bound.EXACTLY;
        private Ambiguity ambiguity;

        Draft(PrintedNumber first) {
            this.first = first;
            this.ambiguity = first.ambiguity();
            this.numberEnd = first.span().end();
            this.end = numberEnd;
            this.wholeStart = first.form() == Form.PER_CENT ? startOfParts() : first.span().start();
        }

        /** Where the 百分之 before a number begins. */
        private int startOfParts() {
            int at = first.span().start();
            while (at > 0
                    && ("分之 ".indexOf(text[at - 1]) >= 0
                            || Scales.power(Glyphs.unformal(text[at - 1])) > 0)) {
                at--;
            }
            while (text[at] == ' ') {
                at++;
            }
            return at;
        }

        private PrintedNumber number() {
            return last == null ? first : last;
        }

        // ---- ranges

        /** The second number of 3万至5万, 30%-40% or 在20和30之间. */
        void range() {
            if (first.form() == Form.PER_CENT || first.form() == Form.SCALE) {
                return;
            }
            int at = UnitWords.skipBlanks(text, first.span().end());
            UnitWords.Found found1 = units.at(text, at).orElse(null);
            int from = found1 == null ? first.span().end() : found1.end();
            int dash = UnitWords.skipBlanks(text, from);
            int past = pastDash(dash);
            boolean and = past == dash && dash < text.length && "和与".indexOf(text[dash]) >= 0;
            if (past == dash && !and) {
                return;
            }
            int begin = UnitWords.skipBlanks(text, and ? dash + 1 : past);
            PrintedNumber second = begin < text.length ? numberAt(begin) : null;
            if (second == null
                    || second.form() == Form.PER_CENT
                    || !UnitWords.isLine(text, from, begin)
                    || (and && !isBetween(second))) {
                return;
            }
            UnitWords.Found found2 =
                    units.at(text, UnitWords.skipBlanks(text, second.span().end())).orElse(null);
            if (found1 != null && (found2 == null || !isSame(found1, found2))) {
                return;
            }
            last = second;
            firstUnit = found1;
            between = and;
            numberEnd = second.span().end();
            end = numberEnd;
        }

        /** Whether two units have one base; 个 of 0.5个至1个百分点 is cut short. */
        private boolean isSame(UnitWords.Found one, UnitWords.Found other) {
            return Unit.base(one.words()).equals(Unit.base(other.words()))
                    || other.words().startsWith(one.words());
        }

        private boolean isBetween(PrintedNumber second) {
            int at = UnitWords.skipBlanks(text, second.span().end());
            Optional<UnitWords.Found> of = units.at(text, at);
            int after = UnitWords.skipBlanks(text, of.isPresent() ? of.get().end() : at);
            return begins(at, "之间") || begins(after, "之间") || begins(at, "间") || begins(after, "间");
        }

        private int pastDash(int at) {
            if (at >= text.length) {
                return at;
            }
            if (text[at] == '至' || text[at] == '到') {
                return at + 1;
            }
            int past = at;
            while (past < text.length && past - at < 2 && "-–—―~".indexOf(text[past]) >= 0) {
                past++;
            }
            return past;
        }

        /** Whether what was read is a span of months or years: 1—6月, 2021—2025年, 2021-2025. */
        boolean isPeriod() {
            if (last == null) {
                return false;
            }
            int after = UnitWords.skipBlanks(text, last.span().end());
            return notCounted.isDated(last, after) || (isYear(first) && isYear(last));
        }

        private boolean isYear(PrintedNumber number) {
            BigDecimal value = number.value().low();
            return number.span().end() - number.span().start() == 4
                    && number.scale().isEmpty()
                    && value.compareTo(BigDecimal.valueOf(1900)) >= 0
                    && value.compareTo(BigDecimal.valueOf(2100)) < 0
                    && units.at(text, number.span().end()).isEmpty();
        }

        // ---- units

        void unit() {
            more = number().more();
            int at = numberEnd;
            int behind = UnitWords.skipBlanks(text, at);
            if (behind < text.length && text[behind] == '余') {
                at = behind;
            }
            if (at < text.length && MORE.indexOf(text[at]) >= 0 && isMore(at)) {
                more = true;
                at++;
                end = at;
            }
            if (first.form() == Form.PER_CENT) {
                return;
            }
            int from = UnitWords.skipBlanks(text, at);
            unit = units.at(text, from).filter(one -> !isPart(one)).orElse(null);
            if (unit == null) {
                prefixedUnit();
                return;
            }
            boolean count =
                    Unit.printedAs(unit.words())
                            .map(one -> one.form() == Unit.Form.COUNT)
                            .orElse(true);
            if (count && !UnitWords.isLine(text, at, from)) {
                ambiguity = ambiguity.or(Ambiguity.LINE_BREAK);
            }
            end = unit.end();
            parts();
        }

        private boolean isPart(UnitWords.Found of) {
            return Unit.printedAs(of.words())
                    .map(one -> one.form() == Unit.Form.PART)
                    .orElse(false);
        }

        /** Whether 余, 多, 几 or 来 behind the number belongs to it. */
        private boolean isMore(int at) {
            int next = UnitWords.skipBlanks(text, at + 1);
            boolean unitFollows = units.at(text, next).isPresent();
            boolean before = text[at] == '余' || text[at] == '多';
            return unitFollows
                    || (before && (next >= text.length || "额热粮元样种年".indexOf(text[next]) < 0));
        }

        /** 一吨半, 5元3角, 七成六. */
        private void parts() {
            if (unit == null || last != null) {
                return;
            }
            Optional<Unit> of = Unit.printedAs(unit.words());
            if (of.isEmpty() || of.get().form() == Unit.Form.COUNT) {
                return;
            }
            int at = UnitWords.skipBlanks(text, end);
            if (at < text.length && at == end && text[at] == '半' && !isHan(at + 1)) {
                part = HALF;
                end = at + 1;
                return;
            }
            if (of.get().factor().compareTo(BigDecimal.TEN) == 0) {
                tenths(at);
                return;
            }
            while (subunit(of.get())) {
                if (end >= text.length) {
                    return;
                }
            }
        }

        private boolean isHan(int at) {
            return at < text.length && Glyphs.isHan(text[at]);
        }

        private void tenths(int at) {
            PrintedNumber digit = at < text.length ? numberAt(at) : null;
            if (digit != null
                    && digit.form() == Form.WORDS
                    && digit.span().end() == at + 1
                    && digit.value().low().compareTo(BigDecimal.TEN) < 0
                    && units.at(text, at + 1).isEmpty()) {
                part = digit.value().low().movePointLeft(1);
                end = at + 1;
            }
        }

        /** A smaller unit of the same base behind the first: the 3角 of 5元3角. */
        private boolean subunit(Unit of) {
            int at = UnitWords.skipBlanks(text, end);
            int from = begins(at, "又") ? UnitWords.skipBlanks(text, at + 1) : at;
            PrintedNumber next = from < text.length ? numberAt(from) : null;
            if (next == null) {
                return false;
            }
            Optional<UnitWords.Found> found2 = units.at(text, next.span().end());
            Optional<Unit> smaller = found2.flatMap(one -> Unit.printedAs(one.words()));
            if (smaller.isEmpty()
                    || smaller.get().form() != Unit.Form.PART
                    || !smaller.get().base().equals(of.base())) {
                return false;
            }
            part =
                    part.add(
                            next.value()
                                    .low()
                                    .multiply(smaller.get().factor())
                                    .divide(of.factor()));
            end = found2.get().end();
            return true;
        }

        private boolean begins(int at, String words) {
            return at + words.length() <= text.length
                    && new String(text, at, words.length()).equals(words);
        }

        /** $20, ￥300. */
        private void prefixedUnit() {
            int start = first.span().start();
            String sign = start > 0 ? String.valueOf(text[start - 1]) : "";
            String words =
                    switch (sign) {
                        case "$" -> "美元";
                        case "¥", "￥" -> "元";
                        case "€" -> "欧元";
                        default -> "";
                    };
            if (!words.isEmpty()) {
                unit = new UnitWords.Found(words, end);
                wholeStart = start - 1;
            }
        }

        // ---- bounds

        void bound() {
            measuredEnd = end;
            several();
            Optional<BoundWords.Found> before = BoundWords.before(text, wholeStart);
            Optional<BoundWords.Found> after = after();
            if (between) {
                end = begins(end, "之间") ? end + 2 : end;
            }
            if (before.isPresent()) {
                wholeStart = before.get().start();
            }
            if (after.isPresent()) {
                class_ = notCounted.namesAClass(after.get(), unit);
                end = Math.max(end, after.get().end());
            }
            bound = both(before, after);
            compared();
            if (bound == Bound.EXACTLY && (first.about() || number().about())) {
                bound = Bound.APPROXIMATELY;
            }
            if (more && (bound == Bound.EXACTLY || bound == Bound.APPROXIMATELY)) {
                bound = Bound.MORE_THAN;
            }
        }

        private Optional<BoundWords.Found> after() {
            Optional<BoundWords.Found> behind = BoundWords.after(text, end);
            return behind.isEmpty() && unit == null ? BoundWords.after(text, numberEnd) : behind;
        }

        private Bound both(Optional<BoundWords.Found> before, Optional<BoundWords.Found> after) {
            if (before.isEmpty() || after.isEmpty()) {
                return before.or(() -> after).map(BoundWords.Found::bound).orElse(bound);
            }
            Bound one = before.get().bound();
            Bound other = after.get().bound();
            if (one != other) {
                ambiguity = ambiguity.or(Ambiguity.TWO_BOUNDS);
            }
            return one.compareTo(other) <= 0 ? one : other;
        }

        /** 比30大, 比5%低. */
        private void compared() {
            int start = wholeStart > 0 && text[wholeStart - 1] == ' ' ? wholeStart - 1 : wholeStart;
            int at = UnitWords.skipBlanks(text, end);
            boolean compares = start > 0 && text[start - 1] == '比' && at < text.length;
            boolean amount = at + 1 < text.length && Glyphs.isDigit(text[at + 1]);
            if (bound != Bound.EXACTLY || !compares || amount) {
                return;
            }
            Bound side = "大高多长".indexOf(text[at]) >= 0 ? Bound.MORE_THAN : Bound.LESS_THAN;
            if (side == Bound.MORE_THAN || "小低少短".indexOf(text[at]) >= 0) {
                bound = side;
                wholeStart = start - 1;
                end = at + 1;
            }
        }

        /** 数千, 几十, 好几百, 上万: more than the scale that is printed. */
        private void several() {
            int start = first.span().start();
            boolean scale =
                    first.form() == Form.SCALE
                            || (first.form() == Form.WORDS && text[start] == '十');
            if (!scale || start == 0 || !SEVERAL.contains(String.valueOf(text[start - 1]))) {
                return;
            }
            wholeStart = start - 1;
            bound = Bound.MORE_THAN;
        }

        // ---- the result

        /** Whether it counts something: scale words alone want a unit or a word before them. */
        boolean counts() {
            int start = first.span().start();
            if (first.form() == Form.SCALE && start > 0 && Scales.power(text[start - 1]) > 0) {
                return false;
            }
            if (class_) {
                return false;
            }
            return first.form() != Form.SCALE || unit != null || wholeStart < first.span().start();
        }

        Numeral numeral() {
            BigDecimal times = Scales.times(number().scale());
            Ends ends = number().ends();
            BigDecimal high = last == null ? ends.high() : last.ends().high();
            BigDecimal low = last == null ? ends.low() : low(last, times);
            String words = unitWords();
            String scaled = number().scale() + words;
            boolean keep =
                    !number().scale().isEmpty()
                            && !words.isEmpty()
                            && part.signum() == 0
                            && known.test(scaled);
            if (!keep) {
                low = low.multiply(times).add(part);
                high = high.multiply(times).add(part);
            }
            if (unit != null && "折".equals(unit.words()) && isTenfold(high)) {
                low = low.movePointLeft(1);
                high = high.movePointLeft(1);
            }
            if (low.compareTo(high) > 0) {
                ambiguity = ambiguity.or(Ambiguity.FALLING_RANGE);
            }
            commas();
            return new Numeral(
                    new Span(first.span().start(), numberEnd),
                    new Span(first.span().start(), measuredEnd),
                    new Span(wholeStart, end),
                    low,
                    high,
                    keep ? scaled : words,
                    bound,
                    false,
                    ambiguity);
        }

        /** 75折 is 7.5折. */
        private boolean isTenfold(BigDecimal value) {
            return value.compareTo(BigDecimal.TEN) > 0;
        }

        private String unitWords() {
            if (first.form() == Form.PER_CENT) {
                return PER_CENT;
            }
            return unit == null ? "" : unit.words();
        }

        /** The lower end in the scale of the upper: 5000万 of 5000万—1亿元 is 0.5亿元. */
        private BigDecimal low(PrintedNumber upper, BigDecimal times) {
            BigDecimal low = first.ends().low();
            boolean own =
                    firstUnit != null
                            || (first.scale().isEmpty()
                                    ? low.compareTo(upper.ends().low()) > 0
                                    : !first.scale().equals(upper.scale()));
            return own ? first.value().low().divide(times) : low;
        }

        /** A wide comma between narrow digits may divide two numbers. */
        private void commas() {
            for (int at = first.span().start() + 1; at < numberEnd; at++) {
                if (text[at] == ',' && printed.point(at) != ',' && printed.point(at - 1) < 0x80) {
                    ambiguity = ambiguity.or(Ambiguity.COMMA);
                }
            }
        }
    }
}
