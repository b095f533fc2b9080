package districtkg.reconcile;

import java.util.List;
import java.util.Map;

/**
 * A name to reconcile.
 *
 * @param text the name, or a code
 * @param types the classes it should have: one of them; empty for any
 * @param limit the greatest number of results
 * @param properties values that the thing should have, by property
 */
public record ReconciliationQuery(
        String text, List<String> types, int limit, Map<String, List<String>> properties) {
    /** The greatest number of results of a query. */
    public static final int MOST = 50;

    /** Copies the collections, and keeps the limit between 1 and {@link #MOST}. */
    public ReconciliationQuery {
        types = List.copyOf(types);
        properties = Map.copyOf(properties);
        limit = Math.clamp(limit, 1, MOST);
    }
}
