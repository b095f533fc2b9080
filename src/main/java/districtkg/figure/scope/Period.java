package districtkg.figure.scope;

import districtkg.lexicon.Lexicon;
import districtkg.outline.Part;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The period of a figure.
 *
 * @param kind kind of period
 * @param first the first year; the same as {@code last} unless there are several
 * @param last the last year, which is the year of the figure
 * @param month the last month, 1 to 12; 12 if none is printed
 */
public record Period(Kind kind, int first, int last, int month) {
    /** Kinds of periods. */
    public enum Kind {
        /** One year, or the level reached in it. */
        YEAR,
        /** All of several years together: 五年新增学位5万个. */
        SUM,
        /** A year of several on average: 五年年均增长7%. */
        AVERAGE,
        /** The first months of a year: 前三季度增长6%. */
        MONTHS,
        /** A day: 截至2021年底. */
        AS_OF
    }

    /** A row of {@code periods.tsv}; the numbers of the pattern are named years and month. */
    private record Sign(Kind kind, int month, Pattern pattern) {}

    private static final List<Sign> SIGNS =
            Lexicon.beside(Period.class, "periods.tsv").rows().stream()
                    .map(
                            row ->
                                    new Sign(
                                            Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
                                            row.get("month").isEmpty()
                                                    ? 0
                                                    : Integer.parseInt(row.get("month")),
                                            Pattern.compile(row.get("pattern"))))
                    .toList();
    private static final String ONES = "零一二三四五六七八九十";
    private static final Pattern YEARS = Pattern.compile("(?:近|过去|这)?([两二三四五六七八九十]|\\d{1,2})年");

    /** What says that a clause is of the year, though the sentence begins with some months. */
    private static final Pattern WHOLE_YEAR = Pattern.compile("全年");

    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})月");

    /**
     * The period of a figure.
     *
     * @param words the clause up to the number
     * @param head start of the sentence, which may apply to all its clauses
     * @param year of the figure
     */
    public static Period of(String words, String head, Part part, int year) {
        for (String place :
                WHOLE_YEAR.matcher(words).find() ? List.of(words) : List.of(words, head)) {
            for (Sign sign : SIGNS) {
                Matcher said = sign.pattern().matcher(place);
                if (said.find()) {
                    return of(sign, said.group(), part, year);
                }
            }
        }
        return new Period(Kind.YEAR, year, year, 12);
    }

    private static Period of(Sign sign, String words, Part part, int year) {
        int month = sign.month();
        if (month == 0) {
            Matcher printed = MONTH.matcher(words);
            month = 12;
            while (printed.find()) {
                month = Math.clamp(Integer.parseInt(printed.group(1)), 1, 12);
            }
        }
        Matcher years = YEARS.matcher(words);
        boolean several = sign.kind() == Kind.SUM || sign.kind() == Kind.AVERAGE;
        int first =
                !several
                        ? year
                        : years.find()
                                ? year - number(years.group(1)) + 1
                                : part.isMultiYear() ? Math.min(year, part.firstYear()) : year;
        return new Period(
                several && first == year && sign.kind() == Kind.SUM ? Kind.YEAR : sign.kind(),
                first,
                year,
                month);
    }

    private static int number(String numeral) {
        return Character.isDigit(numeral.charAt(0))
                ? Integer.parseInt(numeral)
                : numeral.equals("两") ? 2 : ONES.indexOf(numeral);
    }

    /** As an interval of ISO 8601: 2021, 2017/2021, 2021-01/2021-09; a day as its month. */
    public String interval() {
        return switch (kind) {
            case YEAR -> Integer.toString(last);
            case SUM, AVERAGE -> first == last ? Integer.toString(last) : first + "/" + last;
            case MONTHS -> "%d-01/%d-%02d".formatted(last, last, month);
            case AS_OF -> "%d-%02d".formatted(last, month);
        };
    }

    /** As drafts write it: as-of. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
