package districtkg.place;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.place.Scorecard.Result;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/** The targets that the scorecards of one place count, by year. */
final class PlaceTargets {
    private static final Node ON_SCORECARD = Dkg.term("scorecard");
    private static final Node VERDICT = Dkg.term("verdict");
    private static final Node YEAR = Dkg.term("year");

    private final GraphReader things;
    private final Statements statements;
    private final TreeMap<String, List<Node>> byYear = new TreeMap<>();

    /**
     * Reads the targets of scorecards.
     *
     * @param cards the scorecards of the place
     */
    PlaceTargets(GraphReader things, Language language, List<Node> cards) {
        this.things = things;
        this.statements = new Statements(things, language);
        for (Node card : cards) {
            things.subjects(ON_SCORECARD, card)
                    .filter(one -> result(one).isPresent())
                    .forEach(
                            one ->
                                    byYear.computeIfAbsent(
                                                    things.text(card, YEAR),
                                                    none -> new ArrayList<>())
                                            .add(one));
        }
    }

    /** A scorecard for each year with a target, in order. */
    List<Scorecard> scorecards() {
        return byYear.entrySet().stream()
                .map(
                        one ->
                                Scorecard.of(
                                        one.getKey(),
                                        one.getValue().stream()
                                                .flatMap(target -> result(target).stream())
                                                .toList()))
                .toList();
    }

    /** The targets of a year: what was missed, by distance, then the other results in order. */
    List<TargetResult> of(String year) {
        return byYear.getOrDefault(year, List.of()).stream()
                .map(one -> result(statements.read(one)))
                .sorted(
                        Comparator.comparing((TargetResult one) -> one.result() != Result.MISSED)
                                .thenComparing(TargetResult::result)
                                .thenComparing(
                                        one ->
                                                one.distance()
                                                        .map(away -> -away.abs().doubleValue())
                                                        .orElse(1.0))
                                .thenComparing(one -> one.target().self().name()))
                .toList();
    }

    private TargetResult result(Statement target) {
        return new TargetResult(
                target,
                Result.of(target.verdict().map(Ref::key).orElse("")).orElseThrow(),
                target.evidence().stream()
                        .map(one -> Dkg.iri(one.iri()))
                        .filter(one -> things.is(one, Dkg.term("Outcome")))
                        .map(statements::read)
                        .filter(one -> one.figure().level().isPresent())
                        .filter(one -> one.indicator().equals(target.indicator()))
                        .max(
                                Comparator.comparing(
                                                (Statement one) -> one.year().equals(target.year()))
                                        .thenComparing(Statement::published)));
    }

    private Optional<Result> result(Node target) {
        return things.value(target, VERDICT).map(Node::getURI).map(Ref::end).flatMap(Result::of);
    }
}
