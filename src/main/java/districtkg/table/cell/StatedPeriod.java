package districtkg.table.cell;

import districtkg.vocab.Dkg;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The time of a statement as a cell gives it: a year, a month or a day, or two of them: {@code
 * 2021}, {@code 2021-06}, {@code 2016/2020}, {@code 2021-01/2021-09}.
 *
 * @param since when it begins, where two are given
 * @param end the time itself, or its end
 */
public record StatedPeriod(Optional<String> since, String end) {
    private static final Pattern FORM =
            Pattern.compile("(?:(?<since>[\\d-]{4,10})/)?(?<end>[\\d-]{4,10})");
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2099;

    /** The period in a cell; empty if it is written in another way or does not exist. */
    public static Optional<StatedPeriod> of(String cell) {
        Matcher form = FORM.matcher(cell);
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<String> since = Optional.ofNullable(form.group("since"));
        String end = form.group("end");
        boolean exist = isDate(end) && since.map(StatedPeriod::isDate).orElse(true);
        return exist && since.map(first -> first.compareTo(end) <= 0).orElse(true)
                ? Optional.of(new StatedPeriod(since, end))
                : Optional.empty();
    }

    private static boolean isDate(String words) {
        try {
            int year = Integer.parseInt(words.substring(0, 4));
            if (words.length() == 10) {
                LocalDate.parse(words);
            } else if (words.length() == 7) {
                YearMonth.parse(words);
            } else if (words.length() != 4) {
                return false;
            }
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        } catch (DateTimeException | NumberFormatException notADate) {
            return false;
        }
    }

    /** A date as a literal of the type that its precision asks for. */
    public static Node literal(String date) {
        return NodeFactory.createLiteralDT(
                date,
                switch (date.length()) {
                    case 4 -> XSDDatatype.XSDgYear;
                    case 7 -> XSDDatatype.XSDgYearMonth;
                    default -> XSDDatatype.XSDdate;
                });
    }

    /** Whether a date is after another, compared to the precision of the less precise one. */
    public static boolean after(String date, String other) {
        int length = Math.min(date.length(), other.length());
        return date.substring(0, length).compareTo(other.substring(0, length)) > 0;
    }

    /** As cells write it. */
    String cell() {
        return since.map(first -> first + "/").orElse("") + end;
    }

    /** In words of a label: 2021年, 2016—2020年, 2021年6月. */
    public String chinese() {
        return since.map(first -> chinese(first).replaceFirst("年$", "") + "—").orElse("")
                + chinese(end);
    }

    /** In words of a label: 2021, 2016–2020, June 2021 as 2021-06. */
    public String english() {
        return since.map(first -> first + "–").orElse("") + end;
    }

    private static String chinese(String date) {
        String[] parts = date.split("-", -1);
        String words = parts[0] + "年";
        if (parts.length > 1) {
            words += Integer.parseInt(parts[1]) + "月";
        }
        return parts.length > 2 ? words + Integer.parseInt(parts[2]) + "日" : words;
    }

    /** How a time of several years or of a part of a year is meant. */
    public enum Kind {
        /** All of several years together. */
        SUM("sum", "severalYears", "合计", "total of the years"),
        /** A year of several on average. */
        AVERAGE("average", "annualAverage", "年均", "average of the years"),
        /** The first months of a year. */
        MONTHS("months", "partOfYear", "累计", "part of the year");

        private final String cell;
        private final String term;
        private final String chinese;
        private final String english;

        Kind(String cell, String term, String chinese, String english) {
            this.cell = cell;
            this.term = term;
            this.chinese = chinese;
            this.english = english;
        }

        /** The kind that a cell names; empty if there is none. */
        public static Optional<Kind> of(String cell) {
            for (Kind kind : values()) {
                if (kind.cell.equals(cell)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }

        /** The kind of a term of the ontology; empty if there is none. */
        public static Optional<Kind> of(Node term) {
            for (Kind kind : values()) {
                if (kind.term().equals(term)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }

        /** As cells write it. */
        public String cell() {
            return cell;
        }

        /** The term of the ontology. */
        public Node term() {
            return Dkg.term(term);
        }

        /** The words of a label in Chinese. */
        public String chinese() {
            return chinese;
        }

        /** The words of a label in English. */
        public String english() {
            return english;
        }
    }
}
