package districtkg.promise;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.statement.Statement;
import districtkg.vocab.Dkg;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SchemaDO;

/**
 * What became of a promised thing, over all promises of it.
 *
 * @param promise of the promises with the verdict of the thing, that of the furthest stage, and of
 *     these the one with the earliest deadline
 * @param verdict the verdict of the thing
 * @param shown the statement that shows it reached; empty if none does
 * @param promises how often a stage of it was promised; at least 1
 * @param missed how many of its deadlines were missed
 */
public record DeliverySummary(
        Statement promise, Ref verdict, Optional<Statement> shown, int promises, int missed) {
    private static final Node POSITION = SchemaDO.position.asNode();

    private static final Comparator<Statement> BY_DEADLINE =
            Comparator.comparing((Statement one) -> one.due().isEmpty())
                    .thenComparing(Statement::day)
                    .thenComparing(one -> one.self().iri());

    /**
     * The summary of a thing.
     *
     * @param history the statements about it, and about what belongs to it
     * @param evidence the statements that decide the verdict of a promise
     * @return empty if no stage of the thing was promised
     */
    public static Optional<DeliverySummary> of(
            GraphReader things, Node thing, List<Statement> history, Evidence evidence) {
        Optional<Node> verdict = things.value(thing, Dkg.term("deliveryVerdict"));
        List<Statement> promises =
                history.stream()
                        .filter(Statement::promises)
                        .filter(one -> !one.status().isEmpty())
                        .filter(
                                one ->
                                        one.about().stream()
                                                .anyMatch(
                                                        about ->
                                                                about.iri().equals(thing.getURI())))
                        .toList();
        return promises.stream()
                .filter(one -> verdict.isPresent())
                .filter(one -> is(one, verdict.orElseThrow()))
                .min(
                        Comparator.comparing((Statement one) -> -stage(things, one))
                                .thenComparing(BY_DEADLINE))
                .map(
                        told ->
                                new DeliverySummary(
                                        told,
                                        told.verdict().orElseThrow(),
                                        shown(told, evidence.of(told)),
                                        promises.size(),
                                        Integer.parseInt(
                                                things.value(thing, Dkg.term("missedDeadlines"))
                                                        .map(Node::getLiteralLexicalForm)
                                                        .orElse("0"))));
    }

    /** Finds the statements that decide the verdict of a promise. */
    @FunctionalInterface
    public interface Evidence {
        /** The statements, in any order. */
        List<Statement> of(Statement promise);
    }

    /** The position of the furthest stage that a statement names. */
    private static int stage(GraphReader things, Statement one) {
        return one.status().stream()
                .flatMap(status -> things.number(Dkg.iri(status.iri()), POSITION).stream())
                .mapToInt(BigDecimal::intValue)
                .max()
                .orElse(0);
    }

    private static boolean is(Statement one, Node verdict) {
        return one.verdict().orElseThrow().iri().equals(verdict.getURI());
    }

    private static Optional<Statement> shown(Statement promise, List<Statement> evidence) {
        return evidence.stream()
                .filter(one -> one.kind().key().equals("Outcome") && !one.date().isEmpty())
                .max(
                        Comparator.comparing(
                                        (Statement one) ->
                                                one.status().stream()
                                                        .anyMatch(promise.status()::contains))
                                .thenComparing(Statement::day));
    }
}
