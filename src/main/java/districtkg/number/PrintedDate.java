package districtkg.number;

import districtkg.text.Span;
import districtkg.text.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date in a text: 2019年, 今年, 6月15日,2020年, or the 2019 of a name.
 *
 * @param span where it stands
 * @param date a {@link Year}, a {@link YearMonth} or a {@link LocalDate}
 */
public record PrintedDate(Span span, TemporalAccessor date) {
    private static final Pattern CHINESE_YEAR = Pattern.compile("[一二][〇零一二三四五六七八九]{3}(?=年)");

    private static final Pattern DATE =
            Pattern.compile(
                    "(?<m1>\\d{1,2})月(?<d1>\\d{1,2})日[,，]?(?<y1>\\d{4})年"
                            + "|(?<y2>\\d{4})年(?:(?<m2>\\d{1,2})月(?:(?<d2>\\d{1,2})日)?)?"
                            + "|(?<m3>\\d{1,2})月(?:(?<d3>\\d{1,2})日)?"
                            + "|(?<d4>\\d{1,2})日"
                            + "|(?<word>今年|本年|年内|去年|上年|明年)"
                            + "|(?<!\\d)(?<y5>(?:19|20)\\d{2})(?![\\d.%万亿千百余多个家人张台座户项亩米元])");

    /**
     * The dates of a span, in order.
     *
     * @param context when the text was published: 今年 is its year, a day without a month lies in its
     *     month; empty where it is not known, and then such dates are left out
     */
    public static List<PrintedDate> in(
            Text text, Span span, Optional<? extends TemporalAccessor> context) {
        String words = inDigits(text.words(span.start(), span.end()));
        List<PrintedDate> dates = new ArrayList<>();
        Matcher found = DATE.matcher(words);
        while (found.find()) {
            int start = span.start() + words.codePointCount(0, found.start());
            Span at = new Span(start, start + words.codePointCount(found.start(), found.end()));
            read(found, context).ifPresent(date -> dates.add(new PrintedDate(at, date)));
        }
        return dates;
    }

    /** Full-width digits, and the Chinese digits of a year, as plain ones, each in its place. */
    private static String inDigits(String words) {
        StringBuilder plain = new StringBuilder(words);
        Matcher year = CHINESE_YEAR.matcher(words);
        while (year.find()) {
            for (int at = year.start(); at < year.end(); at++) {
                plain.setCharAt(
                        at,
                        (char)
                                ('0'
                                        + "〇一二三四五六七八九"
                                                .indexOf(
                                                        words.charAt(at) == '零'
                                                                ? '〇'
                                                                : words.charAt(at))));
            }
        }
        for (int at = 0; at < plain.length(); at++) {
            char one = plain.charAt(at);
            if (one >= '０' && one <= '９') {
                plain.setCharAt(at, (char) (one - '０' + '0'));
            }
        }
        return plain.toString();
    }

    /**
     * Whether this date is the claimed one, or lies within it: 2020-06-15 proves 2020-06 and 2020.
     */
    public boolean proves(TemporalAccessor claim) {
        for (ChronoField field :
                List.of(ChronoField.YEAR, ChronoField.MONTH_OF_YEAR, ChronoField.DAY_OF_MONTH)) {
            if (claim.isSupported(field)
                    && (!date.isSupported(field) || date.get(field) != claim.get(field))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<TemporalAccessor> read(
            Matcher found, Optional<? extends TemporalAccessor> context) {
        Optional<Integer> thisYear = context.map(when -> when.get(ChronoField.YEAR));
        Optional<Integer> thisMonth =
                context.filter(when -> when.isSupported(ChronoField.MONTH_OF_YEAR))
                        .map(when -> when.get(ChronoField.MONTH_OF_YEAR));
        if (found.group("word") != null) {
            return thisYear.map(year -> Year.of(year + offset(found.group("word"))));
        }
        Optional<Integer> year = first(found, "y1", "y2", "y5").or(() -> thisYear);
        Optional<Integer> day = first(found, "d1", "d2", "d3", "d4");
        Optional<Integer> month =
                first(found, "m1", "m2", "m3")
                        .or(() -> day.isPresent() ? thisMonth : Optional.empty());
        if (year.isEmpty() || (day.isPresent() && month.isEmpty())) {
            return Optional.empty();
        }
        return date(year.get(), month, day);
    }

    private static Optional<TemporalAccessor> date(
            int year, Optional<Integer> month, Optional<Integer> day) {
        try {
            if (month.isEmpty()) {
                return Optional.of(Year.of(year));
            }
            return day.isEmpty()
                    ? Optional.of(YearMonth.of(year, month.get()))
                    : Optional.of(LocalDate.of(year, month.get(), day.get()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int offset(String word) {
        return switch (word) {
            case "去年", "上年" -> -1;
            case "明年" -> 1;
            default -> 0;
        };
    }

    private static Optional<Integer> first(Matcher found, String... groups) {
        for (String group : groups) {
            if (found.group(group) != null) {
                return Optional.of(Integer.valueOf(found.group(group)));
            }
        }
        return Optional.empty();
    }
}
