package districtkg.home;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.promise.DeadlineChart;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * The thing that came late after the most missed deadlines, with every promise of it.
 *
 * @param thing the thing
 * @param first the year of its first deadline
 * @param promises number of promises of it
 * @param stage the stage that it reached
 * @param reached when, with the known precision
 * @param chart its promises, deadlines and what became of them
 */
public record DeliveryStory(
        Ref thing, String first, int promises, Ref stage, String reached, DeadlineChart chart) {
    private static final Node MISSED_DEADLINES = Dkg.term("missedDeadlines");

    /** The story of a graph; empty if nothing in it came late. */
    public static Optional<DeliveryStory> of(GraphReader things, Language language) {
        return things.graph().stream(Node.ANY, MISSED_DEADLINES, Node.ANY)
                .map(triple -> triple.getSubject())
                .filter(
                        thing ->
                                things.values(thing, Dkg.term("deliveryVerdict"))
                                        .anyMatch(Dkg.term("keptLate")::equals))
                .sorted(
                        Comparator.comparing(
                                        (Node thing) ->
                                                things.number(thing, MISSED_DEADLINES)
                                                        .orElseThrow())
                                .reversed()
                                .thenComparing(GraphReader.BY_TEXT))
                .flatMap(thing -> of(things, language, thing).stream())
                .findFirst();
    }

    private static Optional<DeliveryStory> of(GraphReader things, Language language, Node thing) {
        Statements statements = new Statements(things, language);
        List<Statement> promises =
                statements.with(Dkg.ABOUT, thing).stream()
                        .filter(one -> one.promises() && !one.status().isEmpty())
                        .filter(one -> !one.due().isEmpty())
                        .toList();
        Optional<Statement> delivered =
                promises.stream()
                        .filter(one -> one.verdict().orElseThrow().key().equals("keptLate"))
                        .flatMap(one -> one.evidence().stream())
                        .map(one -> statements.read(Dkg.iri(one.iri())))
                        .filter(one -> !one.date().isEmpty() && !one.status().isEmpty())
                        .max(Comparator.comparing(Statement::day));
        return delivered.map(
                told ->
                        new DeliveryStory(
                                things.ref(thing, language),
                                promises.stream()
                                        .map(Statement::due)
                                        .min(Comparator.naturalOrder())
                                        .map(due -> due.substring(0, 4))
                                        .orElseThrow(),
                                promises.size(),
                                stage(things, language, thing, told),
                                told.date(),
                                DeadlineChart.of(things, promises)));
    }

    /**
     * The current stage of a thing if a statement reports it, otherwise the first stage that a
     * statement reports.
     */
    private static Ref stage(
            GraphReader things, Language language, Node thing, Statement delivered) {
        List<Ref> current = things.refs(thing, Dkg.term("currentStatus"), language);
        return delivered.status().stream()
                .filter(current::contains)
                .findFirst()
                .orElseGet(() -> delivered.status().getFirst());
    }

    /** How often it was promised after the first time. */
    public int again() {
        return promises - 1;
    }
}
