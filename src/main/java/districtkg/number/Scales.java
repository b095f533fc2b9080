package districtkg.number;

import java.math.BigDecimal;

/** The scale words 十, 百, 千, 万, 亿 and 兆. */
public final class Scales {
    private Scales() {}

    /** The factor of a scale word; 0 for another character. */
    public static long power(char word) {
        return switch (word) {
            case '十' -> 10L;
            case '百' -> 100L;
            case '千' -> 1_000L;
            case '万' -> 10_000L;
            case '亿' -> 100_000_000L;
            case '兆' -> 1_000_000_000_000L;
            default -> 0L;
        };
    }

    /** The factor of several scale words: 10^12 for 万亿. */
    public static BigDecimal times(String words) {
        BigDecimal times = BigDecimal.ONE;
        for (int at = 0; at < words.length(); at++) {
            times = times.multiply(BigDecimal.valueOf(power(words.charAt(at))));
        }
        return times;
    }
}
