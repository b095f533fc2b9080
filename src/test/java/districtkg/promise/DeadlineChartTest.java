package districtkg.promise;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.dataset.DatasetBuilder;
import districtkg.graph.GraphReader;
import districtkg.promise.DeadlineChart.Group;
import districtkg.promise.DeadlineChart.Line;
import districtkg.source.Sources;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.mem.GraphMemFast;
import org.junit.jupiter.api.Test;

class DeadlineChartTest {
    private static final Sources REAL = Fixture.real();

    @Test
    void theLongestDelayStandsFirstAndEachLineRunsFromDeadlineToDeed() {
        DeadlineChart board = board(graph());
        Group first = board.groups().getFirst();
        Line longest = first.lines().getFirst();

        assertThat(first.thing().name()).isEqualTo("Lusong General Aviation Airport");
        assertThat(longest.promise().lateness().least()).hasValue(60);
        assertThat(longest.promise().lateness().most()).hasValue(72);
        assertThat(longest.made()).isLessThan(longest.due());
        assertThat(longest.due()).isLessThan(longest.end());
        assertThat(board.years()).extracting(year -> year.year()).startsWith(2010).isSorted();
    }

    @Test
    void keptPromisesEndBeforeTheirDeadline() {
        assertThat(board(graph()).groups().stream().flatMap(group -> group.lines().stream()))
                .filteredOn(line -> line.promise().verdict().orElseThrow().key().equals("kept"))
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line.end()).isLessThanOrEqualTo(line.due()));
    }

    @Test
    void aPromiseWhoseEvidenceHasNoDateIsLeftOut() {
        Graph graph = graph();
        Node evidence = Dkg.iri(Dkg.ID + "rn20230221-yifa-fashion-centre-in-use");
        graph.remove(evidence, Dkg.term("earliest"), Node.ANY);

        assertThat(board(graph).groups().stream().flatMap(group -> group.lines().stream()))
                .isNotEmpty()
                .noneMatch(
                        line ->
                                line.promise()
                                        .evidence()
                                        .getFirst()
                                        .iri()
                                        .equals(evidence.getURI()));
    }

    @Test
    void theCloserOfTwoDatesCounts() {
        Graph graph = graph();
        DeadlineChart both = board(graph);
        graph.remove(
                Dkg.iri(Dkg.ID + "rn20230221-station-completed"), Dkg.term("earliest"), Node.ANY);

        assertThat(both.groups()).isEqualTo(board(graph).groups());
    }

    private static DeadlineChart board(Graph graph) {
        GraphReader things = new GraphReader(graph);
        return DeadlineChart.of(things, new Statements(things, Language.EN).promises());
    }

    /** A copy that can be changed. */
    private static Graph graph() {
        Graph graph = new GraphMemFast();
        DatasetBuilder.of(REAL, Fixture.realDerived())
                .getDefaultGraph()
                .find()
                .forEachRemaining(graph::add);
        return graph;
    }
}
