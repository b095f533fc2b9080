package districtkg.reconcile.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.reconcile.ReconciliationIndex;
import districtkg.reconcile.ReconciliationQuery;
import districtkg.reconcile.ReconciliationResult;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** Batches of names. */
final class ReconciliationBatch {
    private static final int MOST = 100;
    private static final int USUAL = 5;

    private final GraphReader things;
    private final ReconciliationIndex index;

    ReconciliationBatch(GraphReader things, ReconciliationIndex index) {
        this.things = things;
        this.index = index;
    }

    /**
     * The answers to a batch, by the keys of its queries.
     *
     * @throws districtkg.problem.Refusal if a query is faulty
     */
    JsonNode answer(JsonNode batch, Language language) {
        if (batch.size() > MOST) {
            throw ReconciliationService.wrong(
                    "A batch has at most %d queries, not %d".formatted(MOST, batch.size()));
        }
        ObjectNode answers = ReconciliationService.object();
        for (Map.Entry<String, JsonNode> one : batch.properties()) {
            ArrayNode results = answers.putObject(one.getKey()).putArray("result");
            for (ReconciliationResult result : index.find(query(one.getKey(), one.getValue()))) {
                results.add(result(result, language));
            }
        }
        return answers;
    }

    private static ReconciliationQuery query(String key, JsonNode query) {
        JsonNode text = query.path("query");
        if (!text.isValueNode() || text.isNull()) {
            throw ReconciliationService.wrong("The query '%s' has no 'query'".formatted(key));
        }
        Map<String, List<String>> properties = new LinkedHashMap<>();
        for (JsonNode property : query.path("properties")) {
            String id = property.path("pid").asText(property.path("p").asText());
            properties.put(Ref.end(id), texts(property.path("v")));
        }
        return new ReconciliationQuery(
                text.asText(),
                texts(query.path("type")).stream().map(Ref::end).toList(),
                query.path("limit").asInt(USUAL),
                properties);
    }

    /** A value, or several, each a text, a number, a truth value or an object with an id. */
    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> texts.addAll(texts(one)));
        } else if (value.isObject()) {
            texts.add(value.path("id").asText());
        } else if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
            texts.add(value.asText());
        }
        return texts;
    }

    private JsonNode result(ReconciliationResult result, Language language) {
        Node thing = result.thing();
        ObjectNode one = ReconciliationService.object();
        one.put("id", ReconciliationService.id(thing));
        one.put("name", things.name(thing, language));
        one.put("description", description(thing, language));
        one.put("score", result.score());
        one.put("match", result.certain());
        ArrayNode types = one.putArray("type");
        types(thing)
                .forEach(
                        type ->
                                types.addObject()
                                        .put("id", Ref.end(type.getURI()))
                                        .put("name", things.name(type, language)));
        ArrayNode features = one.putArray("features");
        result.features()
                .forEach(
                        (name, value) -> {
                            ObjectNode feature = features.addObject().put("id", name);
                            if (value instanceof Boolean truth) {
                                feature.put("value", truth);
                            } else {
                                feature.put("value", new BigDecimal(value.toString()));
                            }
                        });
        return one;
    }

    private List<Node> types(Node thing) {
        return things.values(thing, RDF.type.asNode())
                .filter(type -> type.isURI() && type.getURI().startsWith(Dkg.NS))
                .toList();
    }

    /** What tells namesakes apart: the kind, the other name, the code and the areas around it. */
    private String description(Node thing, Language language) {
        Language other = language == Language.ZH ? Language.EN : Language.ZH;
        Stream<String> kind =
                things
                        .value(thing, Dkg.term("kind"))
                        .or(() -> things.value(thing, Dkg.term("mainType")))
                        .stream()
                        .map(one -> things.name(one, language));
        Stream<String> around =
                things.values(thing, Dkg.term("in")).map(area -> things.name(area, language));
        return Stream.of(
                        kind,
                        Stream.of(things.name(thing, other)),
                        Stream.of(things.text(thing, Dkg.term("divisionCode"))),
                        around)
                .flatMap(parts -> parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(language == Language.ZH ? "，" : ", "));
    }
}
