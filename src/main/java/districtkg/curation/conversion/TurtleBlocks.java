package districtkg.curation.conversion;

import districtkg.table.cell.TurtleText;
import java.util.Comparator;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Writes the triples of a graph as Turtle, a block for each subject. */
final class TurtleBlocks {
    private TurtleBlocks() {}

    /**
     * The blocks in the order of lines, each statement before its passage.
     *
     * @param lines of the subjects in a table; subjects without one come first
     */
    static String of(Graph graph, Map<Node, Long> lines, TurtleText text) {
        StringBuilder blocks = new StringBuilder();
        graph.stream()
                .map(Triple::getSubject)
                .distinct()
                .sorted(
                        Comparator.comparingLong((Node node) -> lines.getOrDefault(node, 0L))
                                .thenComparingInt(node -> isPassage(node) ? 1 : 0)
                                .thenComparingInt(node -> node.toString().length())
                                .thenComparing(node -> node.toString()))
                .forEach(
                        node ->
                                blocks.append(isPassage(node) ? "" : "\n")
                                        .append(text.node(node))
                                        .append(' ')
                                        .append(
                                                text.predicates(
                                                        graph.stream(node, Node.ANY, Node.ANY)
                                                                .toList(),
                                                        isPassage(node) ? " ; " : " ;\n    "))
                                        .append(" .\n"));
        return blocks.toString();
    }

    private static boolean isPassage(Node node) {
        return node.toString().contains("#char=");
    }
}
