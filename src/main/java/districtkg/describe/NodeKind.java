package districtkg.describe;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What counting distinguishes about a node: the classes of a thing, or the datatype of a literal.
 * Instances are unique and compared by identity.
 */
final class NodeKind {
    private final Set<Node> classes;
    private final Optional<Node> datatype;

    NodeKind(Set<Node> classes, Optional<Node> datatype) {
        this.classes = Set.copyOf(classes);
        this.datatype = datatype;
    }

    Set<Node> classes() {
        return classes;
    }

    /** The datatype; empty for things. */
    Optional<Node> datatype() {
        return datatype;
    }
}
