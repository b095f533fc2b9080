package districtkg.describe;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What a node is, as far as counting asks: a thing of some classes, or a literal of a datatype.
 * There is one of each, so that they are told apart by being the same object.
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

    /** Of literals only. */
    Optional<Node> datatype() {
        return datatype;
    }

    /** That of a thing of one class more. */
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
