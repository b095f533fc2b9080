package districtkg.source;

import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * The triples of one graph in one file. A file of quads gives several.
 *
 * @param path the path as the user gave it, so that messages can be clicked
 * @param graphName the named graph in which it is served
 * @param graph its triples; not to be changed
 */
public record SourceFile(Path path, Node graphName, SourceRole role, Graph graph) {
    /**
     * Whether its triples are validated with shapes: statements of tables are not, because their
     * rows were checked when they were read.
     */
    public boolean unchecked() {
        return role == SourceRole.OPEN_STATEMENTS
                || (role.visible() && role != SourceRole.STATEMENTS);
    }
}
