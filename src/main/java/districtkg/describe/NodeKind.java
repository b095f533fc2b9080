package districtkg.describe;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
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
    private final Map<Node, NodeKind> more = new HashMap<>();

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

    /** The kind of a thing with one more class. */
    NodeKind with(Node one, Map<Set<Node>, NodeKind> all) {
        return more.computeIfAbsent(
                one,
                added -> {
                    Set<Node> both = new LinkedHashSet<>(classes);
                    both.add(added);
                    return all.computeIfAbsent(both, set -> new NodeKind(set, Optional.empty()));
                });
    }
}
