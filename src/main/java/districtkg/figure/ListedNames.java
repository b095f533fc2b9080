package districtkg.figure;

import districtkg.figure.Figure.Doubt;
import districtkg.figure.FigureReader.Context;
import districtkg.figure.Phrase.Change;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that one clause gives to its numbers in order: 甲、乙 of 甲、乙分别增长1%、2%. */
final class ListedNames {
    /** A measure of what was named before: 增速 in 增速分别达到5%和6%. */
    private static final Pattern MEASURE_ONLY = Pattern.compile("增速|增幅|降幅|增长率|占比|比重|总量|数量");

    private final ClauseWords words;
    private final Context context;
    private List<String> names = List.of();
    private String suffix = "";
    private int from;

    ListedNames(ClauseWords words, Context context) {
        this.words = words;
        this.context = context;
    }

    /** Whether a number of the clause, other than its first, has one of the names. */
    boolean covers(int at) {
        return at > 0 && at < from + names.size() && words.isListed(at);
    }

    /** The name of a number that {@link #covers} it. */
    String name(int at, boolean withMeasure, List<Doubt> doubts) {
        doubts.add(Doubt.SHARED_VERB);
        String base = names.get(at - from);
        context.remember(base, "");
        return withMeasure ? base + suffix : base;
    }

    /**
     * Gives the names to the numbers from one on, and returns the first name.
     *
     * @param measure what each of them measures, such as 增速; empty if the names say it
     */
    String assign(int at, List<String> items, String measure, List<Doubt> doubts) {
        names = ListedMeasures.withShared(items);
        from = at;
        suffix = measure;
        return name(at, true, doubts);
    }

    /** 甲、乙分别增长1%、2%: the names before the verb, or those of the figures before. */
    Optional<String> distribute(int at, String head, String each, List<Doubt> doubts) {
        int count = words.listed(at);
        String before = Phrase.trimmed(head.substring(0, head.indexOf("分别")));
        Optional<List<String>> share = Phrase.share(before);
        if (share.isPresent() && !share.get().getFirst().isEmpty()) {
            List<String> parts = ListedMeasures.of(share.get().getFirst(), count);
            return parts.size() == count
                    ? Optional.of(assign(at, parts, "占" + share.get().getLast() + "占比", doubts))
                    : Optional.empty();
        }
        boolean measure = MEASURE_ONLY.matcher(before).matches();
        List<String> items =
                before.isEmpty() || measure
                        ? context.last(count).orElse(List.of())
                        : ListedMeasures.of(before, count);
        return items.size() == count
                ? Optional.of(assign(at, items, measure ? before : each, doubts))
                : Optional.empty();
    }

    /** The measure that the words before a number state: 增速 of 分别增长. */
    static String suffix(String head) {
        return Phrase.change(head).map(MeasureSuffix::of).orElse("");
    }

    /**
     * 甲、乙下降1%、2%: as many names as numbers; without names, those of the figures before:
     * 甲、乙分别为1元、2元，增长3%、4%.
     */
    Optional<String> distributeInOrder(int at, Change change, List<Doubt> doubts) {
        int count = words.listed(at);
        List<String> items =
                change.base().isEmpty()
                        ? context.last(count).orElse(List.of())
                        : ListedMeasures.of(change.base());
        return count > 1 && items.size() == count
                ? Optional.of(assign(at, items, MeasureSuffix.of(change), doubts))
                : Optional.empty();
    }
}
