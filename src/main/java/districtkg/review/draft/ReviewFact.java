package districtkg.review.draft;

import districtkg.text.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A drafted statement with its present state. Immutable.
 *
 * @param id in the draft: {@code 罗湖区-2022-12}
 * @param draft as the reader drafted it
 * @param state as it stands now
 * @param version how many decisions were made on it; 0 for none
 * @param reviewer who decided last; empty for nobody
 */
public record ReviewFact(
        String id, FactState draft, FactState state, int version, String reviewer) {
    /** A statement that nobody decided. */
    public static ReviewFact drafted(String id, FactState draft) {
        return new ReviewFact(id, draft, draft, 0, "");
    }

    /**
     * A statement that a reviewer adds, before the decision that adds it.
     *
     * @param cells its kind, its position, and the printed name that the reviewer gives it
     */
    public static ReviewFact added(String id, Map<String, String> cells) {
        FactState none = new FactState(FactState.Status.REMOVED, cells);
        return new ReviewFact(id, none, none, 0, "");
    }

    /** Whether a reviewer added it. */
    public boolean isAdded() {
        return draft.status() == FactState.Status.REMOVED;
    }

    /** Whether it is a statement: not if it was added and that was undone. */
    public boolean isPresent() {
        return state.status() != FactState.Status.REMOVED;
    }

    /** The same after a decision. */
    public ReviewFact decided(FactState next, int versionAfter, String by) {
        return new ReviewFact(id, draft, next, versionAfter, by);
    }

    /** The position of its words, in code points. */
    public Span span() {
        return new Span(number("start"), number("end"));
    }

    private int number(String column) {
        return Integer.parseInt(state.cell(column));
    }

    /** Whether the reader found no reason for doubt. */
    public boolean isSure() {
        return draft.cell("sure").equals("true");
    }

    /** The reader's reasons for doubt: {@code carried-indicator}. */
    public List<String> doubts() {
        return Stream.of(draft.cell("doubt").split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether it states a number. */
    public boolean isFigure() {
        return !state.cell("value").isEmpty() || !state.cell("min").isEmpty();
    }

    /** Whether it names a thing. */
    public boolean isName() {
        return ReviewColumns.NAME_KINDS.contains(state.cell("kind"));
    }
}
