package districtkg.web;

import java.io.ByteArrayOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;

/** Graphs as files. */
final class Rdf {
    private Rdf() {}

    static Answer of(Graph graph, RDFFormat format, String type) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(format).output(out);
        return Answer.bytes(
                type.startsWith("text/") ? type + "; charset=utf-8" : type, out.toByteArray());
    }
}
