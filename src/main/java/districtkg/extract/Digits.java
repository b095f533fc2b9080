package districtkg.extract;

import java.math.BigDecimal;
import java.text.Normalizer;

/** The value of a run of digits or of Chinese numerals. */
final class Digits {
    private static final String ONES = "零一二三四五六七八九";

    private Digits() {}

    /** The number that 120, １２.5, 1,200, 三十八, 两千三百, 二〇二〇, 双 or 半 is; 首 is 1. */
    static BigDecimal value(String run) {
        if (run.equals("半")) {
            return new BigDecimal("0.5");
        }
        if (run.codePoints().anyMatch(Character::isDigit)) {
            return new BigDecimal(Normalizer.normalize(run, Normalizer.Form.NFKC).replace(",", ""));
        }
        String plain =
                standard(run)
                        .replace('〇', '零')
                        .replace('两', '二')
                        .replace('双', '二')
                        .replace('首', '一')
                        .replace("半", "");
        return plain.matches("[" + ONES + "]+")
                ? positional(plain)
                : BigDecimal.valueOf(grouped(plain));
    }

    /** Formal numerals and 廿 in plain ones: 壹佰 is 一百, 廿五 is 二十五. */
    private static String standard(String run) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < run.length(); at++) {
            int formal = "壹贰叁肆伍陆柒捌玖拾佰仟".indexOf(run.charAt(at));
            switch (run.charAt(at)) {
                case '廿' -> plain.append("二十");
                case '卅' -> plain.append("三十");
                default ->
                        plain.append(formal < 0 ? run.charAt(at) : "一二三四五六七八九十百千".charAt(formal));
            }
        }
        return plain.toString();
    }

    private static BigDecimal positional(String ones) {
        StringBuilder digits = new StringBuilder();
        ones.chars().forEach(one -> digits.append(ONES.indexOf(one)));
        return new BigDecimal(digits.toString());
    }

    private static long grouped(String words) {
        long total = 0;
        long group = 0;
        long one = 0;
        for (int at = 0; at < words.length(); at++) {
            char word = words.charAt(at);
            long power = power(word);
            if (power == 0) {
                one = ONES.indexOf(word);
            } else if (power < 10_000) {
                group += Math.max(one, 1) * power;
                one = 0;
            } else {
                long counted = group + one;
                total =
                        power == 10_000
                                ? total + Math.max(counted, 1) * power
                                : Math.max(total + counted, 1) * power;
                group = 0;
                one = 0;
            }
        }
        return total + group + one;
    }

    private static long power(char word) {
        return switch (word) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 0;
        };
    }
}
