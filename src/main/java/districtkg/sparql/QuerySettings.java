package districtkg.sparql;

import districtkg.engine.AlgebraCache;
import districtkg.engine.QueryEngine;
import districtkg.guard.ExpressionGuard;
import districtkg.snapshot.PerformanceSettings;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.util.Context;

/** The Jena context with which queries are evaluated. */
public final class QuerySettings {
    private QuerySettings() {}

    /** A new context: expressions are guarded, and our engine is used unless it is turned off. */
    public static Context of(PerformanceSettings tuning) {
        Context settings = ARQ.getContext().copy();
        ExpressionGuard.set(settings);
        if (tuning.engine()) {
            QueryEngine.use(settings);
        }
        if (tuning.queries() > 0) {
            AlgebraCache.keep(settings);
        }
        return settings;
    }
}
