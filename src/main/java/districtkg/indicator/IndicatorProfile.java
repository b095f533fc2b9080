package districtkg.indicator;

import districtkg.chart.FigureTable;
import districtkg.chart.Series;
import districtkg.chart.YearChart;
import districtkg.entity.RelatedGroup;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/**
 * An indicator and its figures: over the years for some places, or side by side where most subjects
 * have figures of one year only.
 *
 * @param self its IRI and name
 * @param other its name in the other language
 * @param definition what it means; empty if there is none
 * @param aliases further names
 * @param unit its unit
 * @param notes on what can be compared: measure, direction, prices, and the same elsewhere
 * @param all its series, those with the most years first
 * @param shown the chosen series
 * @param bars the newest figure of each shown series, the greatest first; empty where there are
 *     years to draw
 * @param doubted number of figures that are in doubt and not shown
 */
public record IndicatorProfile(
        Ref self,
        String other,
        String definition,
        List<String> aliases,
        List<Ref> unit,
        List<RelatedGroup> notes,
        List<Series> all,
        List<Series> shown,
        List<Bar> bars,
        long doubted) {
    /** Maximum number of series in one chart. */
    public static final int COLOURS = 6;

    private static final int AT_FIRST = 4;
    private static final int MOST_BARS = 30;
    private static final List<Node> NOTES =
            Stream.concat(
                            Stream.of("measure", "better", "prices", "growthOf", "topic")
                                    .map(Dkg::term),
                            Stream.of(
                                    SKOS.exactMatch.asNode(),
                                    SKOS.closeMatch.asNode(),
                                    SKOS.relatedMatch.asNode(),
                                    DCTerms.source.asNode()))
                    .toList();

    /**
     * A figure beside others.
     *
     * @param series to which it belongs
     * @param statement the newest outcome, or the newest target where there is none
     * @param share of the greatest figure, from 0 to 1
     */
    public record Bar(Series series, Statement statement, double share) {}

    /**
     * Reads an indicator.
     *
     * @param picked the keys of the series to show; empty for those with the most years
     */
    public static IndicatorProfile of(
            GraphReader things, Language language, Node indicator, List<String> picked) {
        List<Statement> told = new Statements(things, language).with(Dkg.INDICATOR, indicator);
        List<Series> all = series(told);
        boolean years = 2 * all.stream().filter(one -> span(one) > 1).count() >= all.size();
        List<Series> chosen =
                picked.stream()
                        .flatMap(key -> all.stream().filter(one -> one.key().equals(key)))
                        .distinct()
                        .limit(years ? COLOURS : MOST_BARS)
                        .toList();
        List<Series> shown =
                chosen.isEmpty()
                        ? all.stream().limit(years ? AT_FIRST : MOST_BARS).toList()
                        : chosen;
        return new IndicatorProfile(
                things.ref(indicator, language),
                things.name(indicator, language == Language.ZH ? Language.EN : Language.ZH),
                things.text(indicator, SKOS.definition.asNode(), language),
                things.values(indicator, SKOS.altLabel.asNode()).map(GraphReader::text).toList(),
                things.refs(indicator, Dkg.UNIT, language),
                notes(things, language, indicator),
                all,
                shown,
                years ? List.of() : bars(shown),
                told.stream().filter(one -> !one.suspect().isEmpty()).count());
    }

    /** The chart of the shown series. */
    public YearChart chart() {
        return YearChart.of(YearChart.Size.LARGE, shown);
    }

    /** The table of the shown series. */
    public FigureTable table() {
        return FigureTable.of(shown);
    }

    /** The shown figures, in the order of the series. */
    public List<Statement> statements() {
        return shown.stream()
                .flatMap(one -> one.statements().stream())
                .filter(Series::drawable)
                .toList();
    }

    /** The only figure, if there is only one. */
    public Optional<Statement> only() {
        List<Statement> drawn =
                all.stream().flatMap(one -> one.statements().stream()).limit(2).toList();
        return drawn.size() == 1 ? Optional.of(drawn.getFirst()) : Optional.empty();
    }

    /** The keys of the shown subjects, without their industries. */
    public String places() {
        return String.join(",", shown.stream().map(one -> one.about().key()).distinct().toList());
    }

    /** The series that can be added. */
    public List<Series> hidden() {
        return all.stream().filter(one -> !shown.contains(one)).toList();
    }

    /** The keys of the shown series with one more. */
    public String with(Series more) {
        return String.join(
                ",", Stream.concat(shown.stream(), Stream.of(more)).map(Series::key).toList());
    }

    /** The keys of the shown series without one. */
    public String without(Series less) {
        return String.join(
                ",", shown.stream().filter(one -> !one.equals(less)).map(Series::key).toList());
    }

    /** The series of statements, each of one subject; those with the most years first. */
    public static List<Series> series(List<Statement> statements) {
        Map<String, List<Statement>> byKey = new LinkedHashMap<>();
        statements.stream()
                .filter(Series::drawable)
                .forEach(
                        one ->
                                byKey.computeIfAbsent(Series.key(one), none -> new ArrayList<>())
                                        .add(one));
        return byKey.values().stream()
                .map(Series::of)
                .sorted(
                        Comparator.comparing((Series one) -> -one.years())
                                .thenComparing(one -> -one.targets().size())
                                .thenComparing(Series::key))
                .toList();
    }

    private static long span(Series one) {
        return one.statements().stream().map(Statement::year).distinct().count();
    }

    private static List<Bar> bars(List<Series> shown) {
        BigDecimal most =
                shown.stream()
                        .map(one -> level(newest(one)).abs())
                        .max(Comparator.naturalOrder())
                        .orElse(BigDecimal.ONE);
        return shown.stream()
                .sorted(
                        Comparator.comparing((Series one) -> level(newest(one)))
                                .reversed()
                                .thenComparing(Series::key))
                .map(
                        one ->
                                new Bar(
                                        one,
                                        newest(one),
                                        most.signum() == 0
                                                ? 0
                                                : level(newest(one)).abs().doubleValue()
                                                        / most.doubleValue()))
                .toList();
    }

    private static Statement newest(Series one) {
        return one.outcomes().isEmpty() ? one.statements().getLast() : one.outcomes().getLast();
    }

    private static BigDecimal level(Statement one) {
        return one.figure().level().orElseThrow();
    }

    private static List<RelatedGroup> notes(GraphReader things, Language language, Node indicator) {
        return NOTES.stream()
                .map(
                        property ->
                                new RelatedGroup(
                                        Ref.end(property.getURI()),
                                        things.refs(indicator, property, language),
                                        (int) things.values(indicator, property).count()))
                .filter(one -> one.all() > 0)
                .toList();
    }
}
