package districtkg.source;

import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What one file says of one graph. A file of quads gives several.
 *
 * @param path as the user named it, so that messages can be clicked
 * @param graphName the named graph that readers find it in
 * @param graph its triples; not to be changed
 */
public record SourceFile(Path path, Node graphName, SourceRole role, Graph graph) {}
