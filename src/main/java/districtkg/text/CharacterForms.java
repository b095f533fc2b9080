package districtkg.text;

/**
 * Normalizes the characters of a text, one for each code point, so that positions do not change: １
 * is 1, ％ is %, 〇 is 零, 貳 is 贰, 萬 is 万.
 */
public final class CharacterForms {
    /** Replaces a character that no rule uses. */
    private static final char OTHER = '\uFFFD';

    private static final int WIDE_START = 0xFF01;
    private static final int WIDE_END = 0xFF5E;
    private static final int WIDE_SHIFT = 0xFEE0;

    private static final String PRINTED = "〇○萬億兩負點幾餘倆俩個雙對貳參叄陸−﹣‰﹪圓";
    private static final String PLAIN = "零零万亿两负点几余两两个双对贰叁叁陆--‰%元";

    /** Formal numerals, and what they are in plain ones. */
    private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟";

    private static final String OF_FORMAL = "一二三四五六七八九十百千";

    private CharacterForms() {}

    /** The plain characters of a text, one for each code point. */
    public static char[] of(Text text) {
        char[] plain = new char[text.length()];
        for (int at = 0; at < plain.length; at++) {
            plain[at] = of(text.point(at));
        }
        return plain;
    }

    private static char of(int point) {
        if (point < 0x80) {
            return (char) point;
        }
        if (point >= WIDE_START && point <= WIDE_END) {
            return (char) (point - WIDE_SHIFT);
        }
        if (point > Character.MAX_VALUE) {
            return OTHER;
        }
        int known = PRINTED.indexOf(point);
        if (known >= 0) {
            return PLAIN.charAt(known);
        }
        return isSpace((char) point) ? ' ' : (char) point;
    }

    private static boolean isSpace(char one) {
        return one == '\u3000' || one == '\u00A0' || (one >= '\u2000' && one <= '\u200B');
    }

    /** The plain form of a formal numeral, 五 of 伍; the character itself otherwise. */
    public static char unformal(char one) {
        int formal = FORMAL.indexOf(one);
        return formal < 0 ? one : OF_FORMAL.charAt(formal);
    }

    static boolean isFormal(char one) {
        return FORMAL.indexOf(one) >= 0;
    }

    /** Whether a plain character is an Arabic digit. */
    public static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    /** Whether a plain character is a letter from A to Z, in either case. */
    public static boolean isLetter(char one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
    }

    /** Whether it is a CJK unified ideograph of the basic block. */
    public static boolean isHan(char one) {
        return one >= '\u4E00' && one <= '\u9FFF';
    }

    /** Space, tab or line break. */
    public static boolean isBlank(char one) {
        return one == ' ' || one == '\t' || one == '\n' || one == '\r';
    }
}
