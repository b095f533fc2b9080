package districtkg.graph;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes expanded JSON-LD as a stream: one line per subject, no context to fetch. The graph need
 * not be in memory.
 */
final class JsonLdLinesWriter {
    /** Shared: each call of {@code Json} searches for its provider again. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private final OutputStream out;
    private String before = "[\n";

    JsonLdLinesWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes all triples of a subject. */
    void subject(List<Triple> triples) throws IOException {
        JsonObjectBuilder node =
                JSON.createObjectBuilder().add("@id", name(triples.getFirst().getSubject()));
        Map<String, JsonArrayBuilder> values = new LinkedHashMap<>();
        for (Triple triple : triples) {
            boolean type = triple.getPredicate().equals(RDF.type.asNode());
            JsonArrayBuilder list =
                    values.computeIfAbsent(
                            type ? "@type" : triple.getPredicate().getURI(),
                            key -> JSON.createArrayBuilder());
            if (type) {
                list.add(name(triple.getObject()));
            } else {
                list.add(value(triple.getObject()));
            }
        }
        values.forEach(node::add);
        put(before + node.build());
        before = ",\n";
    }

    void finish() throws IOException {
        put(before.equals("[\n") ? "[]\n" : "\n]\n");
    }

    private static JsonObjectBuilder value(Node node) {
        JsonObjectBuilder value = JSON.createObjectBuilder();
        if (!node.isLiteral()) {
            return value.add("@id", name(node));
        }
        value.add("@value", node.getLiteralLexicalForm());
        if (!node.getLiteralLanguage().isEmpty()) {
            value.add("@language", node.getLiteralLanguage());
        } else if (!node.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
            value.add("@type", node.getLiteralDatatypeURI());
        }
        return value;
    }

    private static String name(Node node) {
        return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.getURI();
    }

    private void put(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
