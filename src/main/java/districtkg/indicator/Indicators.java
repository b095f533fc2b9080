package districtkg.indicator;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.Comparator;
import java.util.List;

/** The indicators that have figures. */
public final class Indicators {
    private final GraphReader things;
    private final Language language;

    /**
     * An indicator with counts.
     *
     * @param self the indicator
     * @param unit its unit
     * @param outcomes number of outcomes
     * @param targets number of targets
     */
    public record Row(Ref self, List<Ref> unit, long outcomes, long targets) {}

    /** Reads indicators with their names in one language. */
    public Indicators(GraphReader things, Language language) {
        this.things = things;
        this.language = language;
    }

    /** By number of statements, then by name. */
    public List<Row> rows() {
        return things.all(Dkg.term("Indicator"))
                .map(
                        node ->
                                new Row(
                                        things.ref(node, language),
                                        things.refs(node, Dkg.UNIT, language),
                                        things.subjects(Dkg.INDICATOR, node)
                                                .filter(one -> things.is(one, Dkg.term("Outcome")))
                                                .count(),
                                        things.subjects(Dkg.INDICATOR, node)
                                                .filter(one -> things.is(one, Dkg.term("Target")))
                                                .count()))
                .filter(row -> row.outcomes() + row.targets() > 0)
                .sorted(
                        Comparator.comparing((Row row) -> -row.outcomes() - row.targets())
                                .thenComparing(row -> row.self().name()))
                .toList();
    }
}
