package districtkg.engine.join;

import districtkg.index.IndexedGraph;
import districtkg.index.TripleIndex;

/**
 * Merge join: keeps rows whose subject has a given predicate and object. Subjects come in ascending
 * order, and so do the subjects in the index, so both are read side by side. Looking up each
 * subject separately would access memory at random.
 */
final class MergeJoinStep implements JoinStep {
    private final TripleIndex byPredicate;
    private final int slot;
    private final int object;
    private final int from;
    private final int to;
    private int at;
    private boolean member;

    /**
     * @param slot slot of the subject, which is bound before this step
     * @param predicate required predicate
     * @param object required object
     */
    MergeJoinStep(IndexedGraph graph, int slot, int predicate, int object) {
        this.byPredicate = graph.byPredicate();
        this.slot = slot;
        this.object = object;
        int end = byPredicate.to(predicate);
        this.from = byPredicate.firstFrom(byPredicate.from(predicate), end, object);
        this.to = byPredicate.firstFrom(from, end, object + 1);
        this.at = from;
    }

    @Override
    public void open(int[] row) {
        int subject = row[slot];
        if (at > from && byPredicate.third(at - 1) >= subject) {
            at = from;
        }
        int stride = 1;
        int end = at;
        while (end < to && byPredicate.third(end) < subject) {
            at = end + 1;
            end += stride;
            stride *= 2;
        }
        at = byPredicate.firstFrom(at, Math.min(end, to), object, subject);
        member = at < to && byPredicate.third(at) == subject;
    }

    @Override
    public boolean next(int[] row) {
        boolean once = member;
        member = false;
        return once;
    }
}
