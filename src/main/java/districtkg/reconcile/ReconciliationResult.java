package districtkg.reconcile;

import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * A thing that a name may mean.
 *
 * @param thing the thing
 * @param score how likely, from 0 to 100
 * @param features what the score is made of: numbers and truth values
 * @param certain whether it is so likely, and every other so much less, that nobody need look
 */
public record ReconciliationResult(
        Node thing, double score, Map<String, Object> features, boolean certain) {}
