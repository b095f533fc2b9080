package districtkg.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year or a run of years that words name: 2021年, 二〇二四年, “十四五”时期, 过去五年.
 *
 * @param first the first year
 * @param last the last year, the same as {@code first} for a single year
 */
public record Years(int first, int last) {
    private static final String ONES = "〇一二三四五六七八九";
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<year>(?:19|20)\\d\\d)\\s*年"
                            + "|(?<chinese>二[〇○零]{1,2}[〇○零一二三四五六七八九]{1,2})年"
                            + "|[“\"]?(?<plan>[十]?[一二三四五九八])五[”\"]?(?=时期|规划|期间|[”\"]|发展|工作|以来|末|主要|基本|计划|开局|收官|目标)"
                            + "|(?<past>过去|近|这)五年|(?<came>五年来)"
                            + "|(?<next>今后|未来|下一步)五年");

    /** One year. */
    static Years of(int year) {
        return new Years(year, year);
    }

    /** Whether there are several. */
    boolean several() {
        return first != last;
    }

    /**
     * The years that words name, in order.
     *
     * @param report the year of the report, from which 过去五年 counts back
     */
    public static List<Years> in(String words, int report) {
        List<Years> years = new ArrayList<>();
        Matcher named = NAMED.matcher(words);
        while (named.find()) {
            if (named.group("year") != null) {
                years.add(of(Integer.parseInt(named.group("year"))));
            } else if (named.group("chinese") != null) {
                digits(named.group("chinese")).ifPresent(year -> years.add(of(year)));
            } else if (named.group("plan") != null) {
                years.add(plan(named.group("plan")));
            } else if (named.group("next") != null) {
                years.add(new Years(report, report + 4));
            } else {
                years.add(new Years(report - 5, report - 1));
            }
        }
        return years;
    }

    /** The five years of a national plan: 十四五 is 2021–2025, 九五 1996–2000. */
    private static Years plan(String number) {
        int nth =
                number.startsWith("十")
                        ? 10 + (number.length() > 1 ? ONES.indexOf(number.charAt(1)) : 0)
                        : ONES.indexOf(number.charAt(0));
        int last = 1955 + 5 * nth;
        return new Years(last - 4, last);
    }

    private static Optional<Integer> digits(String chinese) {
        int year = 0;
        String same = chinese.replace('○', '〇').replace('零', '〇');
        if (same.length() != 4) {
            return Optional.empty();
        }
        for (int at = 0; at < same.length(); at++) {
            year = year * 10 + ONES.indexOf(same.charAt(at));
        }
        return Optional.of(year);
    }
}
