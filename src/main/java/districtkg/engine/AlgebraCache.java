package districtkg.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;

/**
 * Caches the compiled and optimized algebra of queries, for as long as the same {@link
 * org.apache.jena.query.Query} object is in use.
 */
public final class AlgebraCache implements QueryEngineFactory {
    private final Cache<Query, Op> optimized = Caffeine.newBuilder().weakKeys().build();

    private AlgebraCache() {}

    /** Caches the algebra of all queries that run with a context. */
    public static void keep(Context context) {
        QueryEngineRegistry registry = new QueryEngineRegistry();
        registry.add(new AlgebraCache());
        context.set(ARQConstants.registryQueryEngines, registry);
    }

    @Override
    public boolean accept(Query query, DatasetGraph data, Context context) {
        return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph data, Binding input, Context context) {
        if (query.hasDatasetDescription() || !input.isEmpty()) {
            return new QueryEngineMain(query, data, input, context).getPlan();
        }
        query.ensureResultVars();
        Op op = optimized.get(query, unseen -> Algebra.optimize(Algebra.compile(unseen), context));
        return new Optimized(op, data, input, context).getPlan();
    }

    @Override
    public boolean accept(Op op, DatasetGraph data, Context context) {
        return true;
    }

    @Override
    public Plan create(Op op, DatasetGraph data, Binding input, Context context) {
        return new QueryEngineMain(op, data, input, context).getPlan();
    }

    /** Evaluates algebra that is already optimized. */
    private static final class Optimized extends QueryEngineMain {
        Optimized(Op op, DatasetGraph data, Binding input, Context context) {
            super(op, data, input, context);
        }

        @Override
        protected Op modifyOp(Op op) {
            return op;
        }
    }
}
