package districtkg.promise;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.graph.GraphReader;
import districtkg.statement.Statements;
import districtkg.vocab.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadlineBoardTest {
    private static final List<Deadline> ALL = deadlines();

    private static List<Deadline> deadlines() {
        GraphReader things = new GraphReader(Fixture.realGraph());
        return Deadline.all(things, new Statements(things, Language.EN).promises());
    }

    @Test
    void eachDeadlineIsOnOnePageOnTheSameAxis() {
        DeadlineBoard board = DeadlineBoard.of(ALL, Map.of(), 12);

        assertThat(board.pages().size()).isGreaterThan(1);
        assertThat(
                        board.pages().stream()
                                .flatMap(List::stream)
                                .flatMap(one -> one.lines().stream())
                                .map(DeadlineChart.Line::promise))
                .containsExactlyElementsOf(board.rows())
                .hasSameSizeAs(ALL)
                .doesNotHaveDuplicates();
        assertThat(board.chart(1).years()).isEqualTo(board.chart(2).years());
        assertThat(board.chart(99)).isEqualTo(board.chart(board.pages().size()));
    }

    @Test
    void filtersNarrowWhatIsDrawnAndOthersAreIgnored() {
        DeadlineBoard late =
                DeadlineBoard.of(ALL, Map.of("verdict", "keptLate", "strength", "ensured"));

        assertThat(late.rows())
                .isNotEmpty()
                .allSatisfy(
                        one -> assertThat(one.verdict().orElseThrow().key()).isEqualTo("keptLate"));
        assertThat(late.promises().set()).extracting(one -> one.name()).containsExactly("verdict");
    }

    @Test
    void nothingThatFitsIsOneEmptyPage() {
        DeadlineBoard none = DeadlineBoard.of(ALL, Map.of("year", "1911"));

        assertThat(none.rows()).isEmpty();
        assertThat(none.chart(1).groups()).isEmpty();
    }
}
