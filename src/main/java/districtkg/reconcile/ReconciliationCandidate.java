package districtkg.reconcile;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * A thing that a name may mean.
 *
 * @param node the thing
 * @param names all its names, in any language and script
 * @param codes its codes: the last part of its IRI, division codes
 * @param types the local names of its classes
 * @param around the forms of the names of the areas around it, which people put before its name
 */
record ReconciliationCandidate(
        Node node,
        List<NameForm> names,
        Set<String> codes,
        Set<String> types,
        List<String> around) {}
