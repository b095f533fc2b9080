package districtkg.figure.scope;

import districtkg.outline.Part;
import districtkg.outline.Sentence;
import districtkg.quantity.Quantity;
import districtkg.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Determines the year of a figure: the one in its clause or sentence, otherwise that of its part of
 * the report.
 */
public final class Periods {
    private static final Pattern PRINTED =
            Pattern.compile(
                    "(?<compared>较|比|自|从|超|超过|同|与|“|《|相当于)?(?:(?<year>(?:19|20)\\d\\d)年(?!度|版|代|第|计划)|(?<word>去年|上年|明年|今年)|(?<plan>“?十[二三四五]五”?)(?:期?末|时期末))(?:末|底)?(?<base>水平|同期|以来)?");

    /** Links the year of a base value to its number: 由2015年的80亿元增加到100亿元. */
    private static final Pattern FROM = Pattern.compile("(?:从|由)(?=(?:19|20)\\d\\d年)");

    private static final Pattern WITHIN_YEAR = Pattern.compile("上半年|年初|季度|月");

    private Periods() {}

    /**
     * The year of a quantity.
     *
     * @param clause of the sentence that states it
     * @param report year for which the report plans
     */
    public static int year(
            String text, Sentence sentence, Span clause, Quantity quantity, int report) {
        Part part = sentence.part();
        Span head = sentence.clauses().get(0);
        String words = text.substring(clause.start(), quantity.number().start());
        int inClause = printed(words, report);
        if (inClause == 0 && quantity.base()) {
            inClause = printed(FROM.matcher(words).replaceFirst(""), report);
        }
        if (inClause > 0) {
            return inClause;
        }
        if (!head.equals(clause) && head.end() - head.start() <= 14) {
            int inHead = printed(text.substring(head.start(), head.end()), report);
            if (inHead > 0) {
                return inHead;
            }
        }
        return quantity.base() && !WITHIN_YEAR.matcher(words).find()
                ? before(part, report)
                : part.lastYear();
    }

    /** The year before the period of a part: the base of a change in it. */
    private static int before(Part part, int report) {
        return part.role().isPlan() ? report - 1 : part.firstYear() - 1;
    }

    /** The year in some words, other than in a comparison; 0 if there is none. */
    public static int printed(String words, int report) {
        Matcher printed = PRINTED.matcher(words);
        int year = 0;
        while (printed.find()) {
            if (printed.group("compared") != null || printed.group("base") != null) {
                continue;
            }
            if (printed.group("year") != null) {
                year = Integer.parseInt(printed.group("year"));
            } else if (printed.group("plan") != null) {
                year =
                        1955
                                + 5
                                        * (10
                                                + "一二三四五"
                                                        .indexOf(
                                                                printed.group("plan")
                                                                        .replace("“", "")
                                                                        .charAt(1))
                                                + 1);
            } else {
                year =
                        switch (printed.group("word")) {
                            case "去年", "上年" -> report - 1;
                            case "明年" -> report + 1;
                            default -> report;
                        };
            }
        }
        return year;
    }
}
