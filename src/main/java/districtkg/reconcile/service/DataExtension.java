package districtkg.reconcile.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.reconcile.ReconciliationProperties;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import districtkg.web.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;

/** Values of properties for things that were reconciled. */
final class DataExtension {
    private static final int MOST_THINGS = 1000;
    private static final int MOST_VALUES = 20;

    private final GraphReader things;
    private final ReconciliationProperties properties;

    DataExtension(GraphReader things, ReconciliationProperties properties) {
        this.things = things;
        this.properties = properties;
    }

    /** The properties of a type, for a client that asks what to fetch. */
    JsonNode proposed(PageRequest request) {
        String type = Ref.end(request.parameter("type"));
        ObjectNode answer = ReconciliationService.object();
        answer.put("type", type);
        ArrayNode proposed = answer.putArray("properties");
        for (Node property : properties.of(type)) {
            proposed.addObject()
                    .put("id", Ref.end(property.getURI()))
                    .put("name", things.name(property, request.language()));
        }
        return answer;
    }

    /**
     * The values that were asked for.
     *
     * @throws districtkg.problem.Refusal if a property is unknown, or too many things are asked for
     */
    JsonNode answer(JsonNode asked, Language language) {
        List<Node> wanted = new ArrayList<>();
        for (JsonNode one : asked.path("properties")) {
            String id = Ref.end(one.path("id").asText());
            wanted.add(
                    properties
                            .named(id)
                            .orElseThrow(
                                    () ->
                                            ReconciliationService.wrong(
                                                    "There is no property '%s'".formatted(id))));
        }
        if (asked.path("ids").size() > MOST_THINGS) {
            throw ReconciliationService.wrong("At most %d ids at once".formatted(MOST_THINGS));
        }
        ObjectNode answer = ReconciliationService.object();
        ArrayNode meta = answer.putArray("meta");
        for (Node property : wanted) {
            ObjectNode one =
                    meta.addObject()
                            .put("id", Ref.end(property.getURI()))
                            .put("name", things.name(property, language));
            if (property.equals(Dkg.term("in")) || property.equals(Dkg.term("currentPlace"))) {
                one.putObject("type")
                        .put("id", "AdministrativeArea")
                        .put("name", things.name(Dkg.term("AdministrativeArea"), language));
            }
        }
        ObjectNode rows = answer.putObject("rows");
        for (JsonNode id : asked.path("ids")) {
            ObjectNode row = rows.putObject(id.asText());
            Node thing = ReconciliationService.thing(id.asText());
            for (Node property : wanted) {
                ArrayNode cells = row.putArray(Ref.end(property.getURI()));
                properties.values(thing, property).stream()
                        .limit(MOST_VALUES)
                        .forEach(value -> cells.add(cell(value, language)));
            }
        }
        return answer;
    }

    private JsonNode cell(Node value, Language language) {
        ObjectNode cell = ReconciliationService.object();
        if (!value.isLiteral()) {
            return cell.put("id", ReconciliationService.id(value))
                    .put("name", things.name(value, language));
        }
        return value.getLiteralValue() instanceof Integer number
                ? cell.put("int", number)
                : cell.put("str", GraphReader.text(value));
    }
}
