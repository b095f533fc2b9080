package districtkg.number;

import districtkg.number.PrintedNumber.Form;
import districtkg.text.Glyphs;
import districtkg.text.Span;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one number without a sign: 3.5亿, 1,200, 二十余万, 两千三百五, 二〇二三, 5万4千. A number is a row of
 * sections below 10,000, each with its 万, 亿 or 兆; the scales of a section fall. For one number
 * only.
 */
final class NumberWords {
    private static final String ONES = "零一二三四五六七八九";
    private static final String TWENTY_AND_THIRTY = "廿卅";
    private static final String MORE = "余多几来";

    /** Formal numerals that are common in other words: 大陆, 队伍, 收拾, 放肆. */
    private static final String OTHER_WORDS = "伍陆肆拾";

    private static final long MYRIAD = 10_000L;
    private static final long ANY = Long.MAX_VALUE;
    private static final int DIGITS_OF_A_MYRIAD = 4;

    private final char[] text;
    private final UnitWords units;
    private final int end;

    private int start;
    private int at;

    /** Sections that have their 亿 or 兆. */
    private Ends done = Ends.ZERO;

    private long doneScale = ANY;

    /** Sections that have their 万, since. */
    private Ends myriads = Ends.ZERO;

    private Ends section = Ends.ZERO;
    private long sectionScale = ANY;
    private @Nullable Ends digit;
    private boolean digitInWords;
    private boolean zero;

    /** The last scale that was read; 1 before any. */
    private long lastScale = 1;

    private int scaleStart = -1;
    private Ends beforeScale = Ends.ZERO;
    private boolean arabic;
    private boolean words;
    private boolean plainScale = true;
    private boolean scaleOnly;
    private boolean more;
    private boolean about;

    NumberWords(char[] text, UnitWords units, int end) {
        this.text = text;
        this.units = units;
        this.end = end;
    }

    /** The number that begins at a position; null where none does. */
    @Nullable PrintedNumber read(int from) {
        start = from;
        at = from;
        if (isArabicStart(at)) {
            if (!arabicDigits()) {
                return null;
            }
        } else if (!isNumeral(at)) {
            return null;
        } else {
            PrintedNumber places = places();
            if (places != null) {
                return places;
            }
        }
        boolean going = true;
        while (going) {
            going = step();
        }
        return at == start ? null : finished();
    }

    // ---- one step: a digit, a scale, 零, 余

    private boolean step() {
        int next = at == start ? at : UnitWords.skipBlanks(text, at);
        if (next >= end) {
            return false;
        }
        boolean gap = next > at;
        boolean inDigits = digit != null && !digitInWords;
        if (gap && !inDigits && !UnitWords.isLine(text, at, next)) {
            return false;
        }
        char one = Glyphs.unformal(text[next]);
        if (one == '零') {
            return readZero(next);
        }
        if (at == start && TWENTY_AND_THIRTY.indexOf(one) >= 0) {
            return tens(next);
        }
        if (one == '点') {
            return at > start && decimals(next);
        }
        if (digit == null && Glyphs.isDigit(one)) {
            return at > start && arabicPart(next);
        }
        if (isDigitWord(next)) {
            return digitWord(next, gap);
        }
        if (MORE.indexOf(one) >= 0) {
            return andMore(next);
        }
        return scale(next);
    }

    /** 廿 is twenty, 卅 thirty. */
    private boolean tens(int next) {
        section = Ends.of(text[next] == '廿' ? 20 : 30);
        sectionScale = 10;
        lastScale = 10;
        words = true;
        plainScale = false;
        at = next + 1;
        return true;
    }

    private boolean readZero(int next) {
        int after = UnitWords.skipBlanks(text, next + 1);
        if (at == start) {
            at = next + 1;
            words = true;
            digit = Ends.ZERO;
            digitInWords = true;
            return after < end && (text[after] == '点' || text[after] == '十');
        }
        if (digit != null || lastScale < 100 || after >= end) {
            return false;
        }
        if (!isDigitWord(after)
                && text[after] != '十'
                && text[after] != '拾'
                && !(text[after] == '几' && isBigScale(after + 1))
                && !Glyphs.isDigit(text[after])) {
            return false;
        }
        zero = true;
        plainScale = false;
        at = next + 1;
        return true;
    }

    /** 点 and the digits after it, in words. */
    private boolean decimals(int next) {
        int from = UnitWords.skipBlanks(text, next + 1);
        if (from >= end || !isDecimalWord(from) || arabic || more || about) {
            return false;
        }
        Ends whole = value();
        StringBuilder digits = new StringBuilder();
        int last = from;
        while (from < end && isDecimalWord(from)) {
            digits.append(ONES.indexOf(Glyphs.unformal(text[from])));
            last = from + 1;
            from = last < end && text[last] == ' ' ? UnitWords.skipBlanks(text, last) : last;
        }
        BigDecimal part = new BigDecimal("0." + digits);
        reset(whole.plus(Ends.of(part)));
        words = true;
        at = last;
        int after = UnitWords.skipBlanks(text, at);
        return after < end && isBigScale(after);
    }

    private boolean isDecimalWord(int position) {
        return ONES.indexOf(Glyphs.unformal(text[position])) >= 0;
    }

    private void reset(Ends whole) {
        done = Ends.ZERO;
        doneScale = ANY;
        myriads = Ends.ZERO;
        section = Ends.ZERO;
        sectionScale = ANY;
        digit = whole;
        digitInWords = false;
        zero = true;
        lastScale = 1;
        plainScale = false;
    }

    /** Digits behind a scale: the 4 of 5万4千, the 4000 of 3万4000, the 20 of 1千零20. */
    private boolean arabicPart(int next) {
        int last = next;
        while (last < end && Glyphs.isDigit(text[last])) {
            last++;
        }
        int length = last - next;
        int after = UnitWords.skipBlanks(text, last);
        boolean scaled =
                after < end
                        && Scales.power(text[after]) > 0
                        && (Scales.power(text[after]) < lastScale || zero)
                        && !units.takesScale(text, after);
        boolean myriad = lastScale == MYRIAD && length == DIGITS_OF_A_MYRIAD && next == at;
        boolean ends = last >= end || (text[last] != '.' && text[last] != '年' && text[last] != ',');
        if (lastScale == 1 || !ends || !(scaled || myriad || zero) || length > DIGITS_OF_A_MYRIAD) {
            return false;
        }
        digit = Ends.of(Long.parseLong(new String(text, next, length)));
        digitInWords = false;
        arabic = true;
        plainScale = false;
        at = last;
        return true;
    }

    private boolean digitWord(int next, boolean gap) {
        if (digit != null) {
            return pair(next, gap);
        }
        char one = Glyphs.unformal(text[next]);
        boolean two = one == '两';
        int after = UnitWords.skipBlanks(text, next + 1);
        boolean scaled = after < end && isScale(after);
        if (at > start && !scaled && (two || arabic || (gap && !mayEnd(after)))) {
            return false;
        }
        digit = Ends.of(two ? 2 : ONES.indexOf(one));
        digitInWords = true;
        words = true;
        plainScale = false;
        at = next + 1;
        return true;
    }

    /** Whether a last digit may stand behind a blank: 六十 五 is one number, 六千 五家 may be two. */
    private boolean mayEnd(int after) {
        return lastScale == 10 || lastScale == 100 || zero || (after < end && text[after] == '点');
    }

    /** 两三 of 两三百: two digits in a row are the ends of a guess. */
    private boolean pair(int next, boolean gap) {
        Ends first = digit;
        if (first == null || gap || !digitInWords || about) {
            return false;
        }
        char one = Glyphs.unformal(text[next]);
        int low = first.low().intValue();
        int high = one == '两' ? 2 : ONES.indexOf(one);
        boolean follows = high == low + 1 || (low == 3 && high == 5 && lastScale == 1);
        if (!follows || low == 0) {
            return false;
        }
        digit = new Ends(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
        about = true;
        plainScale = false;
        at = next + 1;
        return true;
    }

    /** 余, 多, 几 or 来 before a scale: 20余万. */
    private boolean andMore(int next) {
        int after = UnitWords.skipBlanks(text, next + 1);
        if (at == start
                || about
                || (digit != null && digitInWords)
                || after >= end
                || Scales.power(text[after]) < 100
                || units.takesScale(text, after)) {
            return false;
        }
        Ends whole = value();
        reset(whole);
        more = true;
        plainScale = true;
        scaleStart = -1;
        at = after;
        return true;
    }

    // ---- scales

    private boolean scale(int next) {
        char word = Glyphs.unformal(text[next]);
        long power = Scales.power(word);
        if (power == 0 || !isScale(next)) {
            return false;
        }
        boolean alone = at == start;
        if (alone && OTHER_WORDS.indexOf(text[next]) >= 0 && !isNumeral(next + 1)) {
            return false;
        }
        int scaleAt = next;
        boolean read = power < MYRIAD ? small(power) : big(power);
        if (!read) {
            return false;
        }
        if (alone) {
            words = true;
            scaleOnly = power != 10;
        }
        if (scaleStart < 0 && plainScale && !alone) {
            scaleStart = scaleAt;
        }
        lastScale = power;
        zero = false;
        at = next + 1;
        return true;
    }

    private boolean small(long power) {
        Ends count = digit;
        if (power >= sectionScale) {
            return false;
        }
        if (count == null || count.isZero()) {
            if (at > start && !(power == 10 && zero) && !(power == 10 && count != null)) {
                return false;
            }
            count = Ends.ONE;
        }
        mark();
        section = section.plus(count.times(BigDecimal.valueOf(power)));
        sectionScale = power;
        digit = null;
        return true;
    }

    private void mark() {
        if (scaleStart < 0) {
            beforeScale = value();
        }
    }

    private boolean big(long power) {
        Ends sum = section.plus(sectionScale == ANY && digit != null ? digit : colloquial());
        boolean none = sum.isZero();
        if (power == MYRIAD) {
            if (none && myriads.isZero() && at > start) {
                return false;
            }
            mark();
            if (none && at > start) {
                myriads = myriads.times(BigDecimal.valueOf(MYRIAD));
            } else {
                Ends count = none ? Ends.ONE : sum;
                if (!myriads.isZero()) {
                    return false;
                }
                myriads = count.times(BigDecimal.valueOf(MYRIAD));
            }
        } else {
            if (power >= doneScale || (none && myriads.isZero() && at > start)) {
                return false;
            }
            mark();
            Ends count = none && myriads.isZero() ? Ends.ONE : sum.plus(myriads);
            done = done.plus(count.times(BigDecimal.valueOf(power)));
            doneScale = power;
            myriads = Ends.ZERO;
        }
        section = Ends.ZERO;
        sectionScale = ANY;
        digit = null;
        return true;
    }

    /** A digit at the end counts tens after 百: 两百五 is 250. */
    private Ends colloquial() {
        Ends last = digit == null ? Ends.ZERO : digit;
        boolean tenth = !zero && digitInWords && lastScale >= 100 && !last.isZero();
        return tenth ? last.times(BigDecimal.valueOf(lastScale / 10)) : last;
    }

    private Ends value() {
        return done.plus(myriads).plus(section).plus(colloquial());
    }

    private boolean isScale(int position) {
        char word = Glyphs.unformal(text[position]);
        long power = Scales.power(word);
        if (power == 0) {
            return false;
        }
        if (power < 100 || word != text[position]) {
            return true;
        }
        if (power == 1_000_000_000_000L) {
            int after = position + 1;
            return at > start
                    && after < end
                    && isNumeral(after)
                    && !units.takesScale(text, position);
        }
        boolean ofFraction = at > start && power < MYRIAD && isParts(position + 1);
        return !(power < MYRIAD && units.takesScale(text, position)) && !ofFraction;
    }

    /** Whether 分点, of 百分点, follows; 分之 ends a denominator and leaves the scale. */
    private boolean isParts(int position) {
        int from = UnitWords.skipBlanks(text, position);
        int point = from < end && text[from] == '分' ? UnitWords.skipBlanks(text, from + 1) : end;
        return point < end && text[point] == '点';
    }

    private boolean isBigScale(int position) {
        return position < end && Scales.power(text[position]) >= MYRIAD;
    }

    // ---- digits

    private boolean isArabicStart(int position) {
        return position < end
                && (Glyphs.isDigit(text[position])
                        || (text[position] == '.'
                                && position + 1 < end
                                && Glyphs.isDigit(text[position + 1])
                                && (position == 0
                                        || (!Glyphs.isDigit(text[position - 1])
                                                && text[position - 1] != '.'))));
    }

    /** 3, 1,200, 3.5, .5, 2e5, 40k. */
    private boolean arabicDigits() {
        int from = at;
        int last = digits(from);
        StringBuilder number = new StringBuilder(new String(text, from, last - from));
        if (last > from && last - from <= 3) {
            last = groups(last, number);
        }
        boolean chained = from > 1 && text[from - 1] == '.' && Glyphs.isDigit(text[from - 2]);
        int point = decimalPoint(last);
        if (point > last && !chained) {
            number.append('.').append(text, last + 1, point - last - 1);
            last = point;
        }
        if (number.isEmpty()) {
            return false;
        }
        BigDecimal value = new BigDecimal(number.toString());
        int exponent = exponent(last);
        if (exponent > last) {
            value = new BigDecimal(number + "E" + new String(text, last + 1, exponent - last - 1));
            last = exponent;
        }
        int thousands = thousands(last);
        if (thousands > last) {
            value = value.multiply(BigDecimal.valueOf(1000));
            last = thousands;
        }
        digit = Ends.of(value);
        arabic = true;
        at = last;
        return true;
    }

    private int digits(int from) {
        int last = from;
        while (last < end && Glyphs.isDigit(text[last])) {
            last++;
        }
        return last;
    }

    private int groups(int from, StringBuilder number) {
        int last = from;
        while (last < end && text[last] == ',' && digits(last + 1) == last + 4) {
            number.append(text, last + 1, 3);
            last += 4;
        }
        return last;
    }

    /** Where the decimals end; the same position where there are none, as in 1.2.3. */
    private int decimalPoint(int from) {
        if (from >= end || text[from] != '.') {
            return from;
        }
        int last = digits(from + 1);
        boolean chain = last + 1 < end && text[last] == '.' && Glyphs.isDigit(text[last + 1]);
        return last == from + 1 || chain ? from : last;
    }

    private int exponent(int from) {
        if (from + 1 >= end || (text[from] != 'e' && text[from] != 'E')) {
            return from;
        }
        int sign = text[from + 1] == '-' || text[from + 1] == '+' ? from + 2 : from + 1;
        int last = digits(sign);
        boolean letter = last < end && Glyphs.isLetter(text[last]);
        return last == sign || last - sign > 2 || letter ? from : last;
    }

    private int thousands(int from) {
        int mark = from < end && text[from] == ' ' ? from + 1 : from;
        boolean thousand = mark < end && (text[mark] == 'k' || text[mark] == 'K');
        boolean letter = mark + 1 < end && Glyphs.isLetter(text[mark + 1]);
        return thousand && !letter && (mark + 1 >= end || text[mark + 1] != '²') ? mark + 1 : from;
    }

    // ---- numerals in words

    /** Whether a numeral in words may begin at a position. */
    private boolean isNumeral(int position) {
        return position < end
                && (isDigitWord(position)
                        || isScaleWord(position)
                        || text[position] == '零'
                        || TWENTY_AND_THIRTY.indexOf(text[position]) >= 0);
    }

    private boolean isScaleWord(int position) {
        return Scales.power(Glyphs.unformal(text[position])) > 0;
    }

    private boolean isDigitWord(int position) {
        char printed = text[position];
        char one = Glyphs.unformal(printed);
        boolean digitWord = one == '两' || (one != '零' && ONES.indexOf(one) >= 0);
        if (!digitWord) {
            return false;
        }
        return OTHER_WORDS.indexOf(printed) < 0
                || at > start
                || (position > 0 && text[position - 1] == '之')
                || (position + 1 < end && formalGoesOn(position + 1));
    }

    private boolean formalGoesOn(int position) {
        int from = UnitWords.skipBlanks(text, position);
        return from < end && (text[from] == '点' || Scales.power(Glyphs.unformal(text[from])) > 0);
    }

    /** 二〇二三, 九九: digits by their places; null where scales follow or two digits are a guess. */
    private @Nullable PrintedNumber places() {
        int last = start;
        StringBuilder digits = new StringBuilder();
        while (last < end && ONES.indexOf(Glyphs.unformal(text[last])) >= 0) {
            digits.append(ONES.indexOf(Glyphs.unformal(text[last])));
            last++;
        }
        if (digits.length() < 2 || (last < end && isScaleWord(last))) {
            return null;
        }
        int low = digits.charAt(0) - '0';
        int high = digits.charAt(1) - '0';
        if (digits.length() == 2 && low > 0 && (high == low + 1 || (low == 3 && high == 5))) {
            return null;
        }
        if (last < end && text[last] == '点') {
            return null;
        }
        return new PrintedNumber(
                new Span(start, last),
                Ends.of(new BigDecimal(digits.toString())),
                "",
                Form.PLACES,
                false,
                false,
                Ambiguity.NONE);
    }

    // ---- the end

    private PrintedNumber finished() {
        Form form =
                scaleOnly && onlyScales()
                        ? Form.SCALE
                        : words && !arabic ? Form.WORDS : Form.DIGITS;
        Optional<String> scale = splitScale(form);
        return new PrintedNumber(
                new Span(start, at),
                scale.isPresent() ? beforeScale : value(),
                scale.orElse(""),
                form,
                more,
                about,
                Ambiguity.NONE);
    }

    private boolean onlyScales() {
        for (int position = start; position < at; position++) {
            if (Scales.power(Glyphs.unformal(text[position])) < 100) {
                return false;
            }
        }
        return true;
    }

    /** The scale words that stand last, behind digits or 余. */
    private Optional<String> splitScale(Form form) {
        boolean splits = scaleStart >= 0 && plainScale && (form == Form.DIGITS || more);
        return splits
                ? Optional.of(new String(text, scaleStart, at - scaleStart).replaceAll("\\s", ""))
                : Optional.empty();
    }
}
