package districtkg.draft.overview;

import districtkg.consistency.ComparableFigure;
import districtkg.consistency.ConsistencyChecks;
import districtkg.consistency.IndicatorRelations;
import districtkg.draft.DraftStatement;
import districtkg.draft.ReportDraft;
import districtkg.draft.ReportDraft.Found;
import districtkg.draft.SameNames;
import districtkg.draft.terms.IndicatorList;
import districtkg.draft.terms.PrintedUnits;
import districtkg.figure.Figure;
import districtkg.figure.Figure.Doubt;
import districtkg.figure.Figure.Kind;
import districtkg.names.Name;
import districtkg.number.Unit.Form;
import districtkg.text.CsvText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Summarizes several drafts as tables: how much was read of each report, measures without an
 * indicator in the shared list, names of one place that may be the same thing, and figures that
 * disagree. These are proposals for a curator.
 *
 * <p>Drafts are not kept, only counts, names and years, so that memory hardly grows with the number
 * of reports. Thread-safe.
 */
public final class DraftOverview {
    private static final int ENOUGH_PLACES = 3;
    private static final double FIRM = 0.8;
    private static final int SHORTEST = 4;
    private static final Pattern SHARE = Pattern.compile("(?:占比|比重|率)$");
    private static final Pattern FLOW =
            Pattern.compile("^(?:新增|新建|新改扩建|完成|建成|改造|实施|引进|培育|发放|减少|增加|开展|举办|培训)");

    private final PrintedUnits units;
    private final IndicatorList known;
    private final Map<String, List<Object>> reports = new TreeMap<>();
    private final Map<String, Long> doubts = new TreeMap<>();
    private final Map<String, Unlisted> unlisted = new TreeMap<>();
    private final Set<String> placesRead = new TreeSet<>();
    private final Map<String, Map<String, Set<Integer>>> names = new TreeMap<>();
    private final Map<String, List<ComparableFigure>> figures = new TreeMap<>();
    private int readCount;
    private long figureCount;
    private long sureCount;
    private long nameCount;
    private long commitmentCount;

    /** What the list lacks: how figures with one name and unit are stated. */
    private static final class Unlisted {
        private final String name;
        private final String unit;
        private final String measure;
        private final Set<String> places = new TreeSet<>();
        private int count;
        private int up;
        private int down;

        Unlisted(Figure figure) {
            name = figure.indicator();
            unit = figure.quantity().unit();
            measure = measure(figure);
        }

        void add(String place, Figure figure) {
            places.add(place);
            count++;
            if (figure.kind() == Kind.TARGET) {
                boolean decline = figure.indicator().endsWith("降幅");
                up += isLeast(figure) && !decline ? 1 : 0;
                down += isMost(figure) || decline ? 1 : 0;
            }
        }

        /** The direction of the targets; empty if they set none. */
        String direction() {
            return up > down ? "up" : down > up ? "down" : "";
        }
    }

    /**
     * An overview of no drafts yet.
     *
     * @param units of the shared lists
     * @param known the shared indicators; {@link IndicatorList#NONE} where there are none
     */
    public DraftOverview(PrintedUnits units, IndicatorList known) {
        this.units = units;
        this.known = known;
    }

    /** Takes up a draft, which need not be kept afterwards. */
    public void add(ReportDraft draft) {
        List<Object> row = report(draft);
        List<ComparableFigure> comparable =
                known == IndicatorList.NONE ? List.of() : comparable(draft);
        List<Figure> missing =
                known == IndicatorList.NONE
                        ? List.of()
                        : draft.figures().stream().filter(this::isUnlisted).toList();
        synchronized (this) {
            reports.put(draft.name() + "\t" + readCount++, row);
            placesRead.add(draft.place());
            figureCount += draft.figures().size();
            sureCount += draft.figures().stream().filter(Figure::sure).count();
            nameCount += draft.names().size();
            commitmentCount += draft.commitments().size();
            draft.figures().stream()
                    .flatMap(figure -> DraftStatement.doubts(figure).stream())
                    .forEach(doubt -> doubts.merge(doubt, 1L, Long::sum));
            for (Figure figure : missing) {
                unlisted.computeIfAbsent(
                                figure.indicator() + "\t" + figure.quantity().unit(),
                                key -> new Unlisted(figure))
                        .add(draft.place(), figure);
            }
            for (Found<Name> found : draft.names()) {
                String name = SameNames.plain(found.thing().text());
                if (found.thing().sureness() >= FIRM && name.length() >= SHORTEST) {
                    names.computeIfAbsent(draft.place(), place -> new TreeMap<>())
                            .computeIfAbsent(name, one -> new TreeSet<>())
                            .add(draft.outline().year());
                }
            }
            if (!comparable.isEmpty()) {
                figures.computeIfAbsent(draft.place(), place -> new ArrayList<>())
                        .addAll(comparable);
            }
        }
    }

    private List<ComparableFigure> comparable(ReportDraft draft) {
        return draft.statements(units, known).stream()
                .flatMap(statement -> ComparableStatements.of(draft, statement).stream())
                .toList();
    }

    /** How many reports were taken up. */
    public synchronized int read() {
        return readCount;
    }

    /** What was read in all, in one line. */
    public synchronized String counts() {
        return String.format(
                Locale.ROOT,
                "%d figures, %d of them doubted; %d names; %d commitments without a figure",
                figureCount,
                figureCount - sureCount,
                nameCount,
                commitmentCount);
    }

    /** One row for each report: how much was read, and how much of it is in doubt. */
    public synchronized String reports() {
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
                List.copyOf(reports.values()));
    }

    private static List<Object> report(ReportDraft draft) {
        long sure = draft.figures().stream().filter(Figure::sure).count();
        Map<String, Long> doubts =
                draft.figures().stream()
                        .flatMap(figure -> DraftStatement.doubts(figure).stream())
                        .collect(
                                Collectors.groupingBy(
                                        one -> one, TreeMap::new, Collectors.counting()));
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
                doubts.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private boolean isUnlisted(Figure figure) {
        return figure.doubts().stream().noneMatch(DraftOverview::isOfTheName)
                && figure.quantity().form() != Form.RANK
                && figure.quantity().form() != Form.STREAK
                && known.find(
                                figure.indicator(),
                                figure.isGrowth(),
                                units.baseOf(figure.quantity()))
                        .isEmpty();
    }

    /**
     * What the list does not hold: with reports of three places or more, what those of three
     * measure by the same words; otherwise what any report does.
     */
    public synchronized String indicators() {
        int enough = Math.min(ENOUGH_PLACES, placesRead.size());
        return csv(
                List.of("name", "unit", "measure", "direction", "places", "figures"),
                unlisted.values().stream()
                        .filter(one -> one.places.size() >= enough)
                        .sorted(
                                Comparator.comparing((Unlisted one) -> -one.places.size())
                                        .thenComparing(one -> -one.count))
                        .map(
                                one ->
                                        List.<Object>of(
                                                one.name,
                                                one.unit,
                                                one.measure,
                                                one.direction(),
                                                one.places.size(),
                                                one.count))
                        .toList());
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
    public synchronized String sameThings() {
        List<List<Object>> rows = new ArrayList<>();
        names.forEach(
                (place, known) ->
                        SameNames.groups(known.keySet())
                                .forEach(
                                        group -> {
                                            Set<Integer> years = new TreeSet<>();
                                            group.names()
                                                    .forEach(
                                                            name ->
                                                                    years.addAll(
                                                                            known.getOrDefault(
                                                                                    name,
                                                                                    Set.of())));
                                            if (years.size() > 1) {
                                                rows.add(
                                                        List.of(
                                                                place,
                                                                group.thing(),
                                                                String.join(
                                                                        " ",
                                                                        new TreeSet<>(
                                                                                group.names())),
                                                                words(years),
                                                                group.reason().word()));
                                            }
                                        }));
        return csv(List.of("place", "thing", "names", "years", "reason"), rows);
    }

    private static String words(Set<Integer> years) {
        return years.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** Figures of one place that disagree, by the checks of {@link ConsistencyChecks}. */
    public synchronized String disagreements(IndicatorRelations relations) {
        List<List<Object>> rows = new ArrayList<>();
        figures.forEach(
                (place, some) ->
                        new ConsistencyChecks(relations, sorted(some))
                                .disagreements()
                                .forEach(
                                        finding ->
                                                rows.add(
                                                        List.of(
                                                                place,
                                                                finding.figure().id(),
                                                                finding.figure().indicator(),
                                                                finding.figure().year(),
                                                                finding.check()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT)
                                                                        .replace('_', '-'),
                                                                finding.expected().toPlainString(),
                                                                finding.found().toPlainString(),
                                                                finding.others().stream()
                                                                        .map(ComparableFigure::id)
                                                                        .collect(
                                                                                Collectors.joining(
                                                                                        " "))))));
        return csv(
                List.of(
                        "place",
                        "statement",
                        "indicator",
                        "year",
                        "check",
                        "expected",
                        "found",
                        "others"),
                rows);
    }

    private static List<ComparableFigure> sorted(List<ComparableFigure> figures) {
        return figures.stream().sorted(Comparator.comparing(ComparableFigure::report)).toList();
    }

    private static String csv(List<String> head, List<List<Object>> rows) {
        return CsvText.of(head, rows);
    }

    /** The reasons to doubt with their numbers, most frequent first, as one line. */
    public synchronized String doubtsInWords() {
        return doubts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(one -> String.format(Locale.ROOT, "%s %d", one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }
}
