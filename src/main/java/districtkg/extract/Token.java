package districtkg.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of characters that may count something: digits with a following 万 or 亿, or Chinese
 * numerals. Whether it counts, names, dates or is a turn of speech, the token does not say.
 *
 * @param span where it stands
 * @param words as printed: {@code 1.2万}, {@code 十八}, {@code 首}
 */
public record Token(Span span, String words) {
    /** 千 of 千米 and 百 of 百分点 belong to a unit. */
    private static final String SCALE = "(?:[万亿](?!分之)|千(?!分之|[克米瓦伏卡帕焦赫])|百(?!分[点之]))";

    private static final String DIGIT = "[0-9０-９]";

    /** A minus sign before a percentage; elsewhere such a character is a dash. */
    private static final String MINUS = "(?:(?<=\\p{IsHan})[-－−](?=[0-9０-９.．]+[%％]))?";

    private static final Pattern RUN =
            Pattern.compile(
                    "(?<sign>"
                            + MINUS
                            + ")(?<digits>"
                            + DIGIT
                            + "+(?:[,，](?="
                            + DIGIT
                            + "{3}(?!"
                            + DIGIT
                            + "))"
                            + DIGIT
                            + "{3})*(?:[.．]"
                            + DIGIT
                            + "+)?)(?:[余多几](?="
                            + SCALE
                            + ")|[\\s\\u00a0\\u3000]+(?=[万亿]))?(?<scale>"
                            + SCALE
                            + "*)"
                            + "|(?:[壹贰叁肆伍陆柒捌玖][拾佰仟]零?)+[壹贰叁肆伍陆柒捌玖]?[万亿]*"
                            + "|(?<han>(?:[〇零一二两三四五六七八九十双首半廿卅]|"
                            + SCALE
                            + ")+)(?:[余多几](?<hanScale>"
                            + SCALE
                            + "+))?");

    /** Every run of numerals, in order; none is left out. */
    public static List<Token> in(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            int start = text.codePointCount(0, run.start());
            tokens.add(
                    new Token(
                            new Span(start, start + text.codePointCount(run.start(), run.end())),
                            run.group()));
        }
        return tokens;
    }

    /** The number before any scale: 1.2 of 1.2万; the whole of 十八; -3.2 of -3.2%. */
    BigDecimal number() {
        Matcher run = matched();
        if (run.group("digits") == null) {
            return Digits.value(run.group("han") == null ? words : run.group("han"));
        }
        BigDecimal number = Digits.value(run.group("digits"));
        return run.group("sign").isEmpty() ? number : number.negate();
    }

    /** The scale words after digits, 万 of 1.2万, or after 余, 万 of 十余万; else empty. */
    String scale() {
        Matcher run = matched();
        String scale = run.group("digits") != null ? run.group("scale") : run.group("hanScale");
        return scale == null ? "" : scale;
    }

    /** Whether it says that there are some more: 20余万, 十多亿. */
    boolean andMore() {
        return words.chars().anyMatch(one -> "余多几".indexOf(one) >= 0);
    }

    private Matcher matched() {
        Matcher run = RUN.matcher(words);
        // The look-behind of a sign and the look-ahead of a space do not see beyond the words.
        if (!run.matches()) {
            run = RUN.matcher("数" + words + "%");
            run.find();
        }
        return run;
    }
}
