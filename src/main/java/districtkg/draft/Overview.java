package districtkg.draft;

import districtkg.draft.ReportDraft.Found;
import districtkg.draft.terms.IndicatorList;
import districtkg.figure.Figure;
import districtkg.figure.Figure.Doubt;
import districtkg.figure.Figure.Kind;
import districtkg.names.Name;
import districtkg.number.Unit.Form;
import districtkg.text.CsvText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Summarizes several drafts as tables: how much was read of each report, measures without an
 * indicator in the shared list, and names of one place that may be the same thing. These are
 * proposals for a curator.
 */
public final class Overview {
    private static final int ENOUGH_PLACES = 3;
    private static final double FIRM = 0.8;
    private static final int SHORTEST = 4;
    private static final Pattern PHASE = Pattern.compile("(?:（?[一二三四五六七八九]期）?)(?:工程|项目)?$");
    private static final Pattern WORK =
            Pattern.compile("(?:(?:改扩建|扩建|新建|改造|建设|升级|提升)*(?:项目|工程|建设))$");
    private static final Pattern SHARE = Pattern.compile("(?:占比|比重|率)$");
    private static final Pattern FLOW =
            Pattern.compile("^(?:新增|新建|新改扩建|完成|建成|改造|实施|引进|培育|发放|减少|增加|开展|举办|培训)");

    private final List<ReportDraft> drafts;

    /**
     * @param drafts the drafts to compare, in any order
     */
    public Overview(List<ReportDraft> drafts) {
        this.drafts = drafts.stream().sorted(Comparator.comparing(ReportDraft::name)).toList();
    }

    /** One row for each report: how much was read, and how much of it is in doubt. */
    public String reports() {
        return csv(
                List.of(
                        "report",
                        "place",
                        "year",
                        "characters",
                        "parts",
                        "figures",
                        "sure",
                        "doubted",
                        "names",
                        "commitments",
                        "doubts"),
                drafts.stream().map(Overview::report).toList());
    }

    private static List<Object> report(ReportDraft draft) {
        long sure = draft.figures().stream().filter(Figure::sure).count();
        return List.of(
                draft.name(),
                draft.place(),
                draft.outline().year(),
                draft.text().length(),
                draft.outline().parts().size(),
                draft.figures().size(),
                sure,
                draft.figures().size() - sure,
                draft.names().size(),
                draft.commitments().size(),
                doubts(List.of(draft)).entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", ")));
    }

    /** The frequency of each reason for doubt, by its code in drafts. */
    public Map<String, Long> doubts() {
        return doubts(drafts);
    }

    private static Map<String, Long> doubts(List<ReportDraft> drafts) {
        return drafts.stream()
                .flatMap(draft -> draft.figures().stream())
                .flatMap(figure -> DraftStatement.doubts(figure).stream())
                .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
    }

    /** Measures with the same name in reports of three or more places that are not in the list. */
    public String indicators(IndicatorList known) {
        Map<String, List<Figure>> figures = new TreeMap<>();
        Map<String, Set<String>> places = new TreeMap<>();
        for (ReportDraft draft : drafts) {
            for (Figure figure : draft.figures()) {
                boolean said =
                        figure.doubts().stream().noneMatch(Overview::isOfTheName)
                                && figure.quantity().form() != Form.RANK
                                && figure.quantity().form() != Form.STREAK;
                if (said
                        && known.find(figure.indicator(), figure.isGrowth(), Optional.empty())
                                .isEmpty()) {
                    String key = figure.indicator() + "\t" + figure.quantity().unit();
                    figures.computeIfAbsent(key, one -> new ArrayList<>()).add(figure);
                    places.computeIfAbsent(key, one -> new TreeSet<>()).add(draft.place());
                }
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        figures.forEach(
                (key, all) -> {
                    int many = places.getOrDefault(key, Set.of()).size();
                    if (many >= ENOUGH_PLACES) {
                        String name = key.substring(0, key.indexOf('\t'));
                        rows.add(
                                List.of(
                                        name,
                                        all.get(0).quantity().unit(),
                                        measure(all.get(0)),
                                        direction(all),
                                        many,
                                        all.size()));
                    }
                });
        rows.sort(Comparator.comparing(row -> -(Integer) row.get(4)));
        return csv(List.of("name", "unit", "measure", "direction", "places", "figures"), rows);
    }

    private static boolean isOfTheName(Doubt doubt) {
        return doubt != Doubt.MANY_YEARS && doubt != Doubt.CHANGE_BASE;
    }

    private static String measure(Figure figure) {
        String name = figure.indicator();
        if (figure.isGrowth()) {
            return "growth";
        }
        if (SHARE.matcher(name).find()) {
            return figure.quantity().unit().equals("%") ? "share" : "rate";
        }
        return FLOW.matcher(name).find() ? "flow" : "stock";
    }

    /** The direction of the targets; empty if they set none. */
    private static String direction(List<Figure> figures) {
        long up =
                figures.stream()
                        .filter(one -> one.kind() == Kind.TARGET)
                        .filter(one -> isLeast(one) && !one.indicator().endsWith("降幅"))
                        .count();
        long down =
                figures.stream()
                        .filter(one -> one.kind() == Kind.TARGET)
                        .filter(one -> isMost(one) || one.indicator().endsWith("降幅"))
                        .count();
        return up > down ? "up" : down > up ? "down" : "";
    }

    private static boolean isLeast(Figure figure) {
        return switch (figure.quantity().bound()) {
            case AT_LEAST, MORE_THAN -> true;
            default -> false;
        };
    }

    private static boolean isMost(Figure figure) {
        return switch (figure.quantity().bound()) {
            case AT_MOST, LESS_THAN -> true;
            default -> false;
        };
    }

    /** Names in reports of one place, and what each may be the same as, with the reason. */
    public String sameThings() {
        List<List<Object>> rows = new ArrayList<>();
        Map<String, Map<String, Map<String, Set<Integer>>>> places = new TreeMap<>();
        for (ReportDraft draft : drafts) {
            for (Found<Name> found : draft.names()) {
                String name = found.thing().text().replaceAll("[“”\\s]", "");
                String key = key(name);
                if (found.thing().sureness() >= FIRM && key.length() >= SHORTEST) {
                    places.computeIfAbsent(draft.place(), one -> new TreeMap<>())
                            .computeIfAbsent(key, one -> new TreeMap<>())
                            .computeIfAbsent(name, one -> new TreeSet<>())
                            .add(draft.outline().year());
                }
            }
        }
        places.forEach(
                (place, keys) ->
                        keys.forEach(
                                (key, names) -> {
                                    Set<Integer> years = new TreeSet<>();
                                    names.values().forEach(years::addAll);
                                    if (years.size() > 1) {
                                        rows.add(
                                                List.of(
                                                        place,
                                                        key,
                                                        String.join(" ", names.keySet()),
                                                        years.stream()
                                                                .map(Object::toString)
                                                                .collect(Collectors.joining(" ")),
                                                        reason(names.keySet())));
                                    }
                                }));
        return csv(List.of("place", "thing", "names", "years", "reason"), rows);
    }

    /** The name without its phase and the word for its work: 许湾大桥 of 许湾大桥二期工程. */
    private static String key(String name) {
        String without = WORK.matcher(PHASE.matcher(name).replaceFirst("")).replaceFirst("");
        return without.length() >= SHORTEST ? without : name;
    }

    private static String reason(Set<String> names) {
        if (names.size() == 1) {
            return "same-name";
        }
        boolean phases = names.stream().map(PHASE::matcher).anyMatch(Matcher::find);
        return phases ? "phases-of-one" : "same-but-for-the-work";
    }

    private static String csv(List<String> head, List<List<Object>> rows) {
        return CsvText.of(head, rows);
    }

    /** The reasons to doubt with their numbers, most frequent first, as one line. */
    public String doubtsInWords() {
        return new LinkedHashMap<>(doubts())
                .entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(
                                one ->
                                        String.format(
                                                Locale.ROOT, "%s %d", one.getKey(), one.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
