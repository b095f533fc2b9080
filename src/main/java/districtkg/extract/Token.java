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
    private static final Pattern RUN =
            Pattern.compile(
                    "(?<digits>[0-9０-９]+(?:[,，](?=[0-9０-９]{3}(?![0-9０-９]))[0-9０-９]{3})*(?:[.．][0-9０-９]+)?)(?<scale>[万亿千百]*)"
                            + "|[〇零一二两三四五六七八九十百千万亿双首半]+");

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

    /** The number before any scale: 1.2 of 1.2万; the whole of 十八. */
    BigDecimal number() {
        Matcher run = RUN.matcher(words);
        return Digits.value(
                run.matches() && run.group("digits") != null ? run.group("digits") : words);
    }

    /** The scale words after digits: 万 of 1.2万; empty for Chinese numerals. */
    String scale() {
        Matcher run = RUN.matcher(words);
        return run.matches() && run.group("digits") != null ? run.group("scale") : "";
    }
}
