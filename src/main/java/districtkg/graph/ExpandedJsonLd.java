package districtkg.graph;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/** Triples in the expanded form of JSON-LD 1.1, which needs no context. */
public final class ExpandedJsonLd {
    /** Shared, because each call of {@code Json} searches for its provider again. */
    private static final JsonProvider JSON = JsonProvider.provider();

    /** Integers that every JSON parser reads exactly. */
    private static final Pattern EXACT = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private ExpandedJsonLd() {}

    /** Writes a graph as an array, one line for each subject; the graph need not be copied. */
    static void write(Graph graph, OutputStream out) throws IOException {
        String before = "[\n";
        for (Node subject : TripleOrder.subjects(graph)) {
            put(before + node(subject, graph), out);
            before = ",\n";
        }
        put(before.equals("[\n") ? "[]\n" : "\n]\n", out);
    }

    /** All that a graph says of a subject. */
    public static JsonObject node(Node subject, Graph graph) {
        Map<String, JsonArrayBuilder> values = new LinkedHashMap<>();
        for (Triple triple : TripleOrder.of(subject, graph)) {
            boolean type = triple.getPredicate().equals(RDF.type.asNode());
            values.computeIfAbsent(
                            type ? "@type" : triple.getPredicate().getURI(),
                            none -> JSON.createArrayBuilder())
                    .add(
                            type
                                    ? JSON.createValue(name(triple.getObject()))
                                    : value(triple.getObject()));
        }
        JsonObjectBuilder node = JSON.createObjectBuilder().add("@id", name(subject));
        values.forEach(node::add);
        return node.build();
    }

    /** A node that is only named. */
    public static JsonObject reference(Node node) {
        return JSON.createObjectBuilder().add("@id", name(node)).build();
    }

    private static String name(Node node) {
        return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.getURI();
    }

    private static JsonObject value(Node node) {
        if (!node.isLiteral()) {
            return reference(node);
        }
        String written = node.getLiteralLexicalForm();
        String type = node.getLiteralDatatypeURI();
        JsonObjectBuilder value = JSON.createObjectBuilder();
        if (!node.getLiteralLanguage().isEmpty()) {
            value.add("@language", node.getLiteralLanguage()).add("@value", written);
        } else if (type.equals(XSD.xstring.getURI())) {
            value.add("@value", written);
        } else if (type.equals(XSD.xboolean.getURI()) && written.matches("true|false")) {
            value.add("@value", written.equals("true") ? JsonValue.TRUE : JsonValue.FALSE);
        } else if (type.equals(XSD.integer.getURI()) && EXACT.matcher(written).matches()) {
            value.add("@value", Long.parseLong(written));
        } else {
            value.add("@type", type).add("@value", written);
        }
        return value.build();
    }

    private static void put(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
