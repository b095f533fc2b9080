package districtkg.amount;

import districtkg.text.Span;
import districtkg.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in a text that ranks instead of measuring: a rank, the length of a streak, or being
 * first.
 *
 * @param span of the numeral itself
 * @param number the years of a streak, or the rank; 1 for a first
 */
public record PrintedRanking(Kind kind, Span span, int number) {
    /** The meaning of the number. */
    public enum Kind {
        /** 连续13年 */
        STREAK,
        /** 第一, 第3位, 居首 */
        RANK,
        /** 首个, 首家, 首条 */
        FIRST
    }

    private static final String NUMBER = "([0-9０-９]+|[〇零一二两三四五六七八九十百]+)";
    private static final Pattern STREAK =
            Pattern.compile("连续" + NUMBER + "(?:年|届|次)|" + NUMBER + "连冠");
    private static final Pattern RANK =
            Pattern.compile(
                    "(?:第|排名|位列|位居)"
                            + NUMBER
                            + "(?![届次期批季条章]|[\\u4e00-\\u9fff]?届)|()(首)(?=位)|(?:居|列)(首)");
    private static final Pattern FIRST = Pattern.compile("(首)(?=[个家条座届次批款台架例])");

    /** The rankings in a span, in order of kind. */
    public static List<PrintedRanking> in(Text text, Span span) {
        List<PrintedRanking> rankings = new ArrayList<>();
        find(Kind.STREAK, STREAK, text, span, rankings);
        find(Kind.RANK, RANK, text, span, rankings);
        find(Kind.FIRST, FIRST, text, span, rankings);
        return rankings;
    }

    private static void find(
            Kind kind, Pattern pattern, Text text, Span span, List<PrintedRanking> rankings) {
        String words = text.words(span.start(), span.end());
        Matcher found = pattern.matcher(words);
        while (found.find()) {
            for (int group = 1; group <= found.groupCount(); group++) {
                String number = found.group(group);
                if (number != null && !number.isEmpty()) {
                    int start = span.start() + words.codePointCount(0, found.start(group));
                    BigDecimal value = value(number);
                    rankings.add(
                            new PrintedRanking(
                                    kind,
                                    new Span(
                                            start,
                                            start + number.codePointCount(0, number.length())),
                                    value.intValueExact()));
                }
            }
        }
    }

    private static BigDecimal value(String number) {
        return number.equals("首")
                ? BigDecimal.ONE
                : NumeralReader.numbers(Text.of(number)).get(0).value().low();
    }
}
