package districtkg.jsonld;

import districtkg.graph.ExpandedJsonLd;
import districtkg.graph.TripleOrder;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes graphs as JSON-LD with this context. The same triples give the same bytes.
 *
 * @param context the context
 * @param address where clients find the context
 */
public record JsonLdWriter(JsonLdContext context, String address) {
    /** Shared: each call of {@code Json} searches for its provider again. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String REVERSE = "reverse";
    private static final String INCLUDED = "included";

    /**
     * One object for a thing with its properties; {@code reverse} contains what refers to it,
     * {@code included} everything else that the graph describes.
     */
    public String of(Node thing, Graph graph) {
        JsonObjectBuilder expanded = JSON.createObjectBuilder(ExpandedJsonLd.node(thing, graph));
        Map<String, JsonArrayBuilder> reverse = new TreeMap<>();
        List<JsonObject> included = new ArrayList<>();
        for (Node subject : TripleOrder.subjects(graph)) {
            if (!subject.equals(thing)) {
                List<Triple> all = TripleOrder.of(subject, graph);
                if (all.stream().allMatch(triple -> onlyPointsTo(thing, triple))) {
                    all.forEach(
                            triple ->
                                    reverse.computeIfAbsent(
                                                    triple.getPredicate().getURI(),
                                                    none -> JSON.createArrayBuilder())
                                            .add(ExpandedJsonLd.reference(subject)));
                } else {
                    included.add(ordered(context.compacted(ExpandedJsonLd.node(subject, graph))));
                }
            }
        }
        if (!reverse.isEmpty()) {
            JsonObjectBuilder by = JSON.createObjectBuilder();
            reverse.forEach(by::add);
            expanded.add("@reverse", by);
        }
        JsonObjectBuilder document = JSON.createObjectBuilder().add("@context", address);
        ordered(context.compacted(expanded.build())).forEach(document::add);
        if (!included.isEmpty()) {
            document.add(INCLUDED, JSON.createArrayBuilder(included));
        }
        return JsonText.pretty(document.build());
    }

    /** A complete graph, node by node. */
    public void write(Graph graph, OutputStream out) throws IOException {
        String before = "{\n\"@context\":" + JSON.createValue(address) + ",\n\"@graph\":[";
        String between = "\n";
        out.write(before.getBytes(StandardCharsets.UTF_8));
        for (Node subject : TripleOrder.subjects(graph)) {
            JsonObject node = ordered(context.compacted(ExpandedJsonLd.node(subject, graph)));
            out.write((between + node).getBytes(StandardCharsets.UTF_8));
            between = ",\n";
        }
        out.write("\n]\n}\n".getBytes(StandardCharsets.UTF_8));
    }

    private static boolean onlyPointsTo(Node thing, Triple triple) {
        return triple.getObject().equals(thing) && !triple.getPredicate().equals(RDF.type.asNode());
    }

    /**
     * Orders the keys: type first, inverse properties last; a key without a definition becomes a
     * list.
     */
    private JsonObject ordered(JsonObject node) {
        JsonObjectBuilder ordered = JSON.createObjectBuilder();
        Consumer<String> put =
                key -> {
                    JsonValue value = node.get(key);
                    if (value != null) {
                        ordered.add(key, context.shapes(key) ? value : list(value));
                    }
                };
        put.accept(ID);
        put.accept(TYPE);
        node.keySet().stream()
                .filter(key -> !List.of(ID, TYPE, REVERSE).contains(key))
                .sorted()
                .forEach(put);
        JsonValue reverse = node.get(REVERSE);
        if (reverse != null) {
            ordered.add(REVERSE, ordered(reverse.asJsonObject()));
        }
        return ordered.build();
    }

    private static JsonArray list(JsonValue value) {
        return value instanceof JsonArray many
                ? many
                : JSON.createArrayBuilder().add(value).build();
    }
}
