package districtkg.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of characters that may count something: digits with a following 万 or 亿, or Chinese
 * numerals. A token may also be part of a date, a name or an idiom.
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
}
