package districtkg.engine.join;

import districtkg.engine.filter.VariableCondition;
import districtkg.engine.join.EncodedPattern.Term;
import districtkg.index.IndexScan;
import districtkg.index.IndexedGraph;
import java.util.BitSet;

/** Index join: scans the triples of a graph that match a pattern and the current row. */
final class IndexScanStep implements JoinStep {
    private final EncodedPattern pattern;
    private final IndexScan scan;
    private final boolean subjectFree;
    private final boolean predicateFree;
    private final boolean objectFree;
    private final boolean repeats;

    /**
     * @param bound the slots that are bound before this step
     * @param condition condition on the object
     */
    IndexScanStep(
            IndexedGraph graph, EncodedPattern pattern, BitSet bound, VariableCondition condition) {
        this.pattern = pattern;
        this.scan = new IndexScan(graph, IndexScan.ANY, IndexScan.ANY, IndexScan.ANY);
        this.subjectFree = pattern.subject().free(bound);
        this.predicateFree = pattern.predicate().free(bound);
        this.objectFree = pattern.object().free(bound);
        this.repeats =
                (subjectFree && same(pattern.subject(), pattern.predicate()))
                        || (subjectFree && same(pattern.subject(), pattern.object()))
                        || (predicateFree && same(pattern.predicate(), pattern.object()));
        if (objectFree) {
            scan.between(condition.lowest(), condition.above());
            condition.test().ifPresent(scan::where);
        }
    }

    private static boolean same(Term one, Term other) {
        return one.slot() >= 0 && one.slot() == other.slot();
    }

    @Override
    public void open(int[] row) {
        scan.set(
                known(pattern.subject(), subjectFree, row),
                known(pattern.predicate(), predicateFree, row),
                known(pattern.object(), objectFree, row));
        scan.open();
    }

    private static int known(Term term, boolean free, int[] row) {
        if (free) {
            return IndexScan.ANY;
        }
        return term.slot() >= 0 ? row[term.slot()] : term.number();
    }

    @Override
    public boolean next(int[] row) {
        while (scan.next()) {
            if (!repeats || agrees()) {
                put(pattern.subject(), subjectFree, scan.subject(), row);
                put(pattern.predicate(), predicateFree, scan.predicate(), row);
                put(pattern.object(), objectFree, scan.object(), row);
                return true;
            }
        }
        return false;
    }

    private boolean agrees() {
        return (!same(pattern.subject(), pattern.predicate()) || scan.subject() == scan.predicate())
                && (!same(pattern.subject(), pattern.object()) || scan.subject() == scan.object())
                && (!same(pattern.predicate(), pattern.object())
                        || scan.predicate() == scan.object());
    }

    private static void put(Term term, boolean free, int number, int[] row) {
        if (free) {
            row[term.slot()] = number;
        }
    }
}
