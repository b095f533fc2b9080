package districtkg.validate;

import districtkg.problem.Fault;
import districtkg.vocab.Dkg;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;

/**
 * Finds cycles and very long chains of containment, in time linear in the number of triples. A
 * shape could express this, but would traverse all nodes from each node, and Jena does so
 * recursively, so that a chain of some thousands overflows the stack.
 */
final class Containment {
    /** Maximum depth of containment. */
    static final int DEEPEST = 100;

    private static final List<Node> PREDICATES =
            List.of(Dkg.term("in"), Dkg.term("partOf"), RDFS.subClassOf.asNode());

    private final Graph graph;
    private final Node predicate;
    private final Telling telling;
    private final List<Fault> faults = new ArrayList<>();

    /** The depth of each node that was visited completely: 0 for a node that nothing contains. */
    private final Map<Node, Integer> depths = new HashMap<>();

    private final Map<Node, Step> entered = new HashMap<>();
    private final Deque<Step> way = new ArrayDeque<>();
    private boolean circles;

    /** Makes a fault of a node and one of its predicates. */
    interface Telling {
        Fault fault(String code, Node node, Node predicate, String what, String fix);
    }

    /** A node on the current path, with the nodes that contain it. */
    private static final class Step {
        private final Node node;
        private final Iterator<Triple> around;
        private int depth;

        Step(Node node, Iterator<Triple> around) {
            this.node = node;
            this.around = around;
        }
    }

    private Containment(Graph graph, Node predicate, Telling telling) {
        this.graph = graph;
        this.predicate = predicate;
        this.telling = telling;
    }

    /** One fault for each cycle, and for each node that is too deep. */
    static List<Fault> check(Graph graph, Telling telling) {
        return PREDICATES.stream()
                .flatMap(predicate -> new Containment(graph, predicate, telling).all().stream())
                .toList();
    }

    private List<Fault> all() {
        List<Node> nodes =
                graph.stream(Node.ANY, predicate, Node.ANY)
                        .map(Triple::getSubject)
                        .distinct()
                        .toList();
        nodes.forEach(this::from);
        return faults;
    }

    private void from(Node start) {
        enter(start);
        while (!way.isEmpty()) {
            Step here = way.peek();
            if (here.around.hasNext()) {
                Node around = here.around.next().getObject();
                if (entered.containsKey(around)) {
                    circle(around);
                } else {
                    enter(around);
                    here.depth = Math.max(here.depth, depths.getOrDefault(around, -1) + 1);
                }
            } else {
                leave(here);
            }
        }
    }

    private void enter(Node node) {
        if (!depths.containsKey(node)) {
            Step step = new Step(node, graph.find(node, predicate, Node.ANY));
            entered.put(node, step);
            way.push(step);
        }
    }

    private void leave(Step step) {
        way.pop();
        entered.remove(step.node);
        depths.put(step.node, step.depth);
        if (step.depth == DEEPEST + 1 && !circles) {
            faults.add(
                    telling.fault(
                            "thing-depth",
                            step.node,
                            predicate,
                            "More than " + DEEPEST + " things contain it, one within the other.",
                            "say of each thing only what contains it directly, and check for mistakes"));
        }
        if (!way.isEmpty()) {
            way.peek().depth = Math.max(way.peek().depth, step.depth + 1);
        }
    }

    /** Reports a cycle: the path on the stack leads from the node to itself. */
    private void circle(Node closing) {
        circles = true;
        int length = 0;
        for (Step step : way) {
            length++;
            if (step.node.equals(closing)) {
                break;
            }
        }
        faults.add(
                telling.fault(
                        "thing-circle",
                        way.element().node,
                        predicate,
                        "A thing lies in itself or is part of itself. The circle has "
                                + length
                                + (length == 1 ? " member." : " members."),
                        "remove the cycle"));
    }
}
