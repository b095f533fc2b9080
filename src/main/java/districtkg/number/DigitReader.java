package districtkg.number;

import districtkg.text.CharacterForms;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a number in Arabic digits: 3, 1,200, 3.5, .5, 2e5, 40k. Immutable. */
final class DigitReader {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final char[] text;
    private final int end;

    /**
     * A number and where it ends.
     *
     * @param value of the number
     * @param end past its last character
     */
    record Digits(BigDecimal value, int end) {}

    DigitReader(char[] text, int end) {
        this.text = text;
        this.end = end;
    }

    /** Whether a digit, or a decimal point with a digit, stands at a position. */
    boolean begins(int position) {
        return position < end
                && (CharacterForms.isDigit(text[position])
                        || (text[position] == '.'
                                && position + 1 < end
                                && CharacterForms.isDigit(text[position + 1])
                                && (position == 0
                                        || (!CharacterForms.isDigit(text[position - 1])
                                                && text[position - 1] != '.'))));
    }

    /** The number at a position; null where its digits cannot be read as one. */
    @Nullable Digits read(int from) {
        int last = digits(from);
        StringBuilder number = new StringBuilder(new String(text, from, last - from));
        if (last > from && last - from <= 3) {
            last = groups(last, number);
        }
        boolean chained =
                from > 1 && text[from - 1] == '.' && CharacterForms.isDigit(text[from - 2]);
        int point = decimalPoint(last);
        if (point > last && !chained) {
            number.append('.').append(text, last + 1, point - last - 1);
            last = point;
        }
        if (number.isEmpty()) {
            return null;
        }
        BigDecimal value = new BigDecimal(number.toString());
        int exponent = exponent(last);
        if (exponent > last) {
            value = new BigDecimal(number + "E" + new String(text, last + 1, exponent - last - 1));
            last = exponent;
        }
        int thousands = thousands(last);
        return thousands > last
                ? new Digits(value.multiply(THOUSAND), thousands)
                : new Digits(value, last);
    }

    /** Where a run of digits ends. */
    int digits(int from) {
        int last = from;
        while (last < end && CharacterForms.isDigit(text[last])) {
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
        boolean chain =
                last + 1 < end && text[last] == '.' && CharacterForms.isDigit(text[last + 1]);
        return last == from + 1 || chain ? from : last;
    }

    private int exponent(int from) {
        if (from + 1 >= end || (text[from] != 'e' && text[from] != 'E')) {
            return from;
        }
        int sign = text[from + 1] == '-' || text[from + 1] == '+' ? from + 2 : from + 1;
        int last = digits(sign);
        boolean letter = last < end && CharacterForms.isLetter(text[last]);
        return last == sign || last - sign > 2 || letter ? from : last;
    }

    private int thousands(int from) {
        int mark = from < end && text[from] == ' ' ? from + 1 : from;
        boolean thousand = mark < end && (text[mark] == 'k' || text[mark] == 'K');
        boolean letter = mark + 1 < end && CharacterForms.isLetter(text[mark + 1]);
        return thousand && !letter && (mark + 1 >= end || text[mark + 1] != '²') ? mark + 1 : from;
    }
}
