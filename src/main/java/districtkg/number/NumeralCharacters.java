package districtkg.number;

import districtkg.number.PrintedNumber.Form;
import districtkg.text.CharacterForms;
import districtkg.text.Span;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decides which characters of a text are Chinese numerals. Immutable. */
final class NumeralCharacters {
    private static final String ONES = "零一二三四五六七八九";
    private static final String TWENTY_AND_THIRTY = "廿卅";

    /** Formal numerals that are common in other words: 大陆, 队伍, 收拾, 放肆. */
    private static final String OTHER_WORDS = "伍陆肆拾";

    private final char[] text;
    private final int end;

    NumeralCharacters(char[] text, int end) {
        this.text = text;
        this.end = end;
    }

    /** The value of a digit in words, plain or formal; -1 where it is none. 两 is no such digit. */
    static int digit(char one) {
        return ONES.indexOf(CharacterForms.unformal(one));
    }

    /** The value of a digit in words, 两 included; -1 where it is none. */
    static int digitOrPair(char one) {
        return CharacterForms.unformal(one) == '两' ? 2 : digit(one);
    }

    static boolean isTwentyOrThirty(char one) {
        return TWENTY_AND_THIRTY.indexOf(one) >= 0;
    }

    /** Whether the character is more often part of a word than a formal numeral. */
    static boolean isAmbiguous(char one) {
        return OTHER_WORDS.indexOf(one) >= 0;
    }

    /** Whether a numeral in words may begin at a position. */
    boolean begins(int position, boolean first) {
        return position < end
                && (isDigit(position, first)
                        || isScale(position)
                        || text[position] == '零'
                        || isTwentyOrThirty(text[position]));
    }

    /** Whether 十, 百, 千, 万, 亿 or 兆, plain or formal, stands at a position. */
    boolean isScale(int position) {
        return Scales.power(CharacterForms.unformal(text[position])) > 0;
    }

    /**
     * Whether a digit from one to nine in words, or 两, stands at a position.
     *
     * @param first whether it would be the first of its number: then an ambiguous formal numeral
     *     counts only if the number goes on
     */
    boolean isDigit(int position, boolean first) {
        char printed = text[position];
        if (digitOrPair(printed) <= 0) {
            return false;
        }
        return !isAmbiguous(printed)
                || !first
                || (position > 0 && text[position - 1] == '之')
                || (position + 1 < end && goesOn(position + 1));
    }

    private boolean goesOn(int position) {
        int from = UnitWords.skipBlanks(text, position);
        return from < end && (text[from] == '点' || isScale(from));
    }

    /**
     * A number whose digits are given by place: 二〇二三, 九九. Null where scales follow, or where two
     * digits in a row are an estimate (两三).
     */
    @Nullable PrintedNumber positional(int start) {
        int last = start;
        StringBuilder digits = new StringBuilder();
        while (last < end && digit(text[last]) >= 0) {
            digits.append(digit(text[last]));
            last++;
        }
        if (digits.length() < 2 || (last < end && isScale(last))) {
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
                NumberRange.of(new BigDecimal(digits.toString())),
                "",
                Form.PLACES,
                false,
                false,
                Ambiguity.NONE);
    }
}
