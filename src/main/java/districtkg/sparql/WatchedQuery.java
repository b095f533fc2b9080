package districtkg.sparql;

import districtkg.engine.memory.MemoryBudgetExceeded;
import districtkg.limit.RunningQuery;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import java.util.function.Supplier;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;

/** Evaluates queries under a watch: whatever ends one becomes a refusal that says why. */
final class WatchedQuery {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String A_MINUTE = "60";

    private WatchedQuery() {}

    /**
     * What the evaluation returns.
     *
     * @throws Refusal if the watch stopped the query, or the query needs too much memory or stack,
     *     or calls a function with a wrong number of arguments
     */
    static <T> T run(RunningQuery watch, Supplier<T> evaluation) {
        T result;
        try {
            result = evaluation.get();
        } catch (StackOverflowError deep) {
            throw Refusal.of(Reason.QUERY_TOO_COMPLEX);
        } catch (OutOfMemoryError | MemoryBudgetExceeded full) {
            throw Refusal.of(Reason.TOO_MUCH_MEMORY).with(RETRY_AFTER, A_MINUTE);
        } catch (QueryBuildException wrong) {
            throw Refusal.of(Reason.BAD_QUERY, "a function has too few arguments, or too many");
        } catch (RuntimeException broken) {
            if (watch.stopped().isPresent()) {
                throw stopped(watch);
            }
            throw broken instanceof QueryCancelledException ? Refusal.of(Reason.TOO_SLOW) : broken;
        }
        if (watch.stopped().isPresent()) {
            throw stopped(watch);
        }
        return result;
    }

    /** The refusal of a query that its watch has stopped. */
    static Refusal stopped(RunningQuery watch) {
        return Refusal.of(watch.stopped().orElseThrow()).with(RETRY_AFTER, A_MINUTE);
    }
}
