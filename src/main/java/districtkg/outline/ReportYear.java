package districtkg.outline;

import districtkg.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the year of a report: the one that it plans. */
public final class ReportYear {
    private static final Pattern REVIEW =
            Pattern.compile("(20\\d\\d)\\s*年(?:以来)?(?:的)?(?:政府|主要)?工作(?:的)?(?:简要)?(?:回顾|总结)");
    private static final Pattern PLAN =
            Pattern.compile(
                    "(20\\d\\d)\\s*年(?:的)?(?:政府|经济社会发展)?(?:的)?(?:主要|重点)?(?:工作|任务|目标|预期)(?:任务|安排|重点|目标|总体|思路|计划|打算)?");
    private static final Pattern SESSION =
            Pattern.compile("(20\\d\\d)\\s*年\\s*\\d+\\s*月\\s*\\d+\\s*日.{0,40}会议");
    private static final Pattern IN_NAME = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");

    private ReportYear() {}

    /**
     * The year for which the text plans, according to the name of its file, its headings or its
     * first lines.
     *
     * @param fileName name of the file; may be empty
     */
    public static Optional<Integer> of(Text text, String fileName) {
        Matcher named = IN_NAME.matcher(fileName);
        if (named.find()) {
            return Optional.of(Integer.valueOf(named.group(1)));
        }
        String words = CodePointString.of(text);
        List<String> headings =
                Clauses.lines(words).stream()
                        .map(line -> words.substring(line.start(), line.end()))
                        .filter(line -> line.length() <= 45)
                        .toList();
        Optional<Integer> planned = latest(headings, PLAN);
        Optional<Integer> after = latest(headings, REVIEW).map(year -> year + 1);
        return planned.filter(year -> after.isEmpty() || year >= after.get())
                .or(() -> after)
                .or(
                        () ->
                                latest(
                                        List.of(words.substring(0, Math.min(400, words.length()))),
                                        SESSION));
    }

    private static Optional<Integer> latest(List<String> lines, Pattern pattern) {
        return lines.stream()
                .flatMap(line -> pattern.matcher(line).results())
                .map(found -> Integer.valueOf(found.group(1)))
                .max(Integer::compare);
    }
}
