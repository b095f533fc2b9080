package districtkg.quantity;

import java.math.BigDecimal;

/** The value of an ordinal: 13, 三, 十二, 二十. */
final class Ordinals {
    private static final String ONES = "零一二三四五六七八九";

    private Ordinals() {}

    static BigDecimal value(String words) {
        if (Character.isDigit(words.charAt(0))) {
            return new BigDecimal(words);
        }
        int sum = 0;
        int one = 0;
        for (int at = 0; at < words.length(); at++) {
            char sign = words.charAt(at);
            if (sign == '十' || sign == '百') {
                sum += Math.max(one, 1) * (sign == '十' ? 10 : 100);
                one = 0;
            } else {
                one = ONES.indexOf(sign);
            }
        }
        return BigDecimal.valueOf(sum + (long) one);
    }
}
