package districtkg.amount;

import districtkg.number.PrintedNumber;
import districtkg.number.PrintedNumber.Form;
import districtkg.number.Unit;
import districtkg.number.UnitWords;
import districtkg.text.CharacterForms;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes numbers that count nothing: dates, ordinals, streaks, codes such as G4 and 5G, ratios,
 * and the limits that name a class of things, as in 千万元以上项目9个.
 */
final class NotCounted {
    private static final String SIGNS_OF_A_CODE = "×xX*＊/+";
    private static final Pattern LASTING =
            Pattern.compile("(?:历时|提前|延长|缩短|长达|压缩|超过)(?:了|近|约|超过)?$");
    private static final Pattern CLASS =
            Pattern.compile("^的?\\p{IsHan}[^，。；：、！？,;\\n]{0,24}?[0-9一二两三四五六七八九十]");
    private static final BigDecimal LONGEST_DURATION = BigDecimal.valueOf(100);
    private static final int WINDOW = 30;

    private final char[] text;

    NotCounted(char[] text) {
        this.text = text;
    }

    /** End of a number that counts nothing, with its words; 0 if the number may count something. */
    int past(PrintedNumber number) {
        int start = number.span().start();
        int end = number.span().end();
        int after = UnitWords.skipBlanks(text, end);
        if (precededBy(start, "第") || (precededBy(start, "连续") && isStreak(after))) {
            return end;
        }
        if (precededBy(start, "之") && number.form() == Form.WORDS) {
            return end;
        }
        if (number.form() != Form.FRACTION && number.form() != Form.PER_CENT) {
            if (isDated(number, after) && !isDuration(number, after)) {
                return end;
            }
            if (number.form() == Form.DIGITS && isCode(start, end)) {
                return end;
            }
        }
        return 0;
    }

    private boolean isStreak(int after) {
        return after < text.length && "年届次".indexOf(text[after]) >= 0;
    }

    /** Whether the words after the number make it a date, a session, a phase or a grade. */
    boolean isDated(PrintedNumber number, int after) {
        if (after >= text.length || !UnitWords.isLine(text, number.span().end(), after)) {
            return false;
        }
        char next = text[after];
        boolean small =
                number.scale().isEmpty() && number.value().low().compareTo(LONGEST_DURATION) < 0;
        return switch (next) {
            case '年' -> !begins(after, "年产") && !begins(after, "年度电");
            case '月', '届', '世' -> next != '世' || begins(after, "世纪");
            case '日', '号', '时' -> small && !begins(after, "日元") && !begins(after, "时代");
            case '点' -> small && isClock(after);
            case '分' ->
                    precededBy(number.span().start(), "点")
                            || precededBy(number.span().start(), "时");
            case '期' -> number.form() == Form.WORDS && small;
            case '季' -> begins(after, "季度");
            case '次' -> begins(after, "次会议") || begins(after, "次全会") || begins(after, "次党代会");
            case '中' -> begins(after, "中全会");
            default -> false;
        };
    }

    private boolean isClock(int after) {
        return begins(after, "点钟")
                || (after + 1 < text.length && CharacterForms.isDigit(text[after + 1]))
                || begins(after, "点半");
    }

    /** 工期缩短3年: years that are counted. */
    private boolean isDuration(PrintedNumber number, int after) {
        int start = number.span().start();
        return text[after] == '年'
                && number.value().high().compareTo(LONGEST_DURATION) < 0
                && LASTING.matcher(window(Math.max(0, start - 6), start)).find();
    }

    /** Digits beside Latin letters, × or +, or in a ratio. */
    private boolean isCode(int start, int end) {
        char before = start > 0 ? text[start - 1] : ' ';
        char next = end < text.length ? text[end] : ' ';
        boolean letterBefore = CharacterForms.isLetter(before) || before == '_';
        boolean signBefore = SIGNS_OF_A_CODE.indexOf(before) >= 0;
        boolean ratio = isRatio(start, end, before, next);
        boolean dashed = before == '-' && start > 1 && CharacterForms.isLetter(text[start - 2]);
        boolean signBehind = next != '/' && SIGNS_OF_A_CODE.indexOf(next) >= 0;
        return letterBefore || signBefore || ratio || dashed || signBehind || isName(end);
    }

    private boolean isRatio(int start, int end, char before, char next) {
        boolean behind =
                isColon(next) && end + 1 < text.length && CharacterForms.isDigit(text[end + 1]);
        boolean ahead = isColon(before) && start > 1 && CharacterForms.isDigit(text[start - 2]);
        return behind || ahead;
    }

    /** 5G, 3A级, 4K: a letter follows that does not start a unit. */
    private boolean isName(int end) {
        return end < text.length
                && CharacterForms.isLetter(text[end])
                && !begins(end, "MW")
                && !begins(end, "GW")
                && !begins(end, "kV")
                && !begins(end, "KV")
                && !begins(end, "km")
                && !begins(end, "cm")
                && !begins(end, "CM")
                && !begins(end, "m")
                && !begins(end, "TEU")
                && !begins(end, "EFLOPS")
                && !(begins(end, "P")
                        && (end + 1 >= text.length || !CharacterForms.isLetter(text[end + 1])));
    }

    private static boolean isColon(char one) {
        return one == ':' || one == '︰' || one == '∶';
    }

    /**
     * Whether a limit names a class of things that another number counts: the 5000万元以上 of
     * 5000万元以上的项目3个.
     */
    boolean namesAClass(BoundWords.Found after, UnitWords.@Nullable Found unit) {
        String words = window(after.start(), after.end());
        boolean limit = words.endsWith("以上") || words.endsWith("以下");
        boolean measured =
                unit == null
                        || Unit.printedAs(unit.words())
                                .map(
                                        one ->
                                                one.form() == Unit.Form.AMOUNT
                                                        || one.printed().equals("人"))
                                .orElse(false);
        if (!limit || !measured) {
            return false;
        }
        Matcher counted =
                CLASS.matcher(window(after.end(), Math.min(text.length, after.end() + WINDOW)));
        return counted.find();
    }

    private String window(int start, int end) {
        return new String(text, start, end - start);
    }

    private boolean precededBy(int start, String words) {
        return start >= words.length() && window(start - words.length(), start).equals(words);
    }

    private boolean begins(int at, String words) {
        return at + words.length() <= text.length && window(at, at + words.length()).equals(words);
    }
}
