package districtkg.reconcile.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.reconcile.ReconciliationIndex;
import districtkg.reconcile.ReconciliationQuery;
import districtkg.reconcile.ReconciliationResult;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import districtkg.web.PageRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;

/** Things, types and properties whose names begin with what somebody types. */
final class ReconciliationSuggestions {
    private static final int MOST = 10;

    /** The types that people reconcile with first. */
    private static final List<String> USUAL =
            List.of("AdministrativeArea", "Project", "Facility", "Organization", "Indicator");

    private final GraphReader things;
    private final ReconciliationIndex index;

    ReconciliationSuggestions(GraphReader things, ReconciliationIndex index) {
        this.things = things;
        this.index = index;
    }

    /** The types that a client offers when it knows nothing better. */
    List<JsonNode> defaultTypes(Language language) {
        return USUAL.stream().map(type -> term(Dkg.term(type), language, false)).toList();
    }

    /** Suggestions of one sort: entity, type or property. */
    JsonNode of(String sort, PageRequest request) {
        String prefix = request.parameter("prefix");
        Language language = request.language();
        ObjectNode answer = ReconciliationService.object();
        ArrayNode found = answer.putArray("result");
        switch (sort) {
            case "entity" -> entities(prefix, language).forEach(found::add);
            case "type" -> named(types(), prefix, language).forEach(found::add);
            case "property" ->
                    named(index.properties().all().stream(), prefix, language).forEach(found::add);
            default ->
                    throw Refusal.of(
                            Reason.NOT_FOUND, "Suggestions are of entity, type and property");
        }
        return answer;
    }

    private Stream<Node> types() {
        return index.types().keySet().stream().map(Dkg::term);
    }

    private List<JsonNode> entities(String prefix, Language language) {
        if (prefix.isBlank()) {
            return List.of();
        }
        return index.find(new ReconciliationQuery(prefix, List.of(), MOST, Map.of())).stream()
                .map(ReconciliationResult::thing)
                .map(thing -> entity(thing, language))
                .toList();
    }

    private JsonNode entity(Node thing, Language language) {
        ObjectNode one = ReconciliationService.object();
        one.put("id", ReconciliationService.id(thing));
        one.put("name", things.name(thing, language));
        one.put(
                "description",
                things.name(thing, language == Language.ZH ? Language.EN : Language.ZH));
        ArrayNode notable = one.putArray("notable");
        things.value(thing, Dkg.term("mainType"))
                .ifPresent(type -> notable.add(term(type, language, false)));
        return one;
    }

    private List<JsonNode> named(Stream<Node> terms, String prefix, Language language) {
        String typed = prefix.toLowerCase(Locale.ROOT).strip();
        return terms.filter(term -> begins(term, typed))
                .limit(MOST)
                .map(term -> term(term, language, true))
                .toList();
    }

    private boolean begins(Node term, String typed) {
        return Stream.concat(
                        Stream.of(Language.values()).map(language -> things.name(term, language)),
                        Stream.of(Ref.end(term.getURI())))
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(typed));
    }

    private JsonNode term(Node term, Language language, boolean described) {
        ObjectNode one = ReconciliationService.object();
        one.put("id", Ref.end(term.getURI()));
        one.put("name", things.name(term, language));
        if (described) {
            one.put("description", things.text(term, SKOS.definition.asNode(), language));
        }
        return one;
    }
}
