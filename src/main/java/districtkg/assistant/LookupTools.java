package districtkg.assistant;

import static districtkg.assistant.ToolParameter.integer;
import static districtkg.assistant.ToolParameter.needed;

import districtkg.entity.Description;
import districtkg.entity.Descriptions;
import districtkg.entity.RelatedGroup;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.search.SearchHit;
import districtkg.search.SearchIndex;
import districtkg.statement.Statement;
import districtkg.vocab.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tools that find a thing and describe it. */
final class LookupTools {
    private static final int USUAL = 8;
    private static final int MOST = 25;
    private static final int VALUES = 8;

    private final GraphReader things;
    private final SearchIndex search;
    private final GraphLookup lookup;

    LookupTools(GraphReader things, SearchIndex search, GraphLookup lookup) {
        this.things = things;
        this.search = search;
        this.lookup = lookup;
    }

    List<AssistantTool> tools() {
        return List.of(
                new AssistantTool(
                        "search",
                        "Search by name",
                        "Finds places, projects, organisations, indicators, documents and"
                                + " statements by name: Chinese, pinyin or English. Call it first"
                                + " to get the IRI that other tools take.",
                        List.of(
                                needed("text", "The name, or a part of it."),
                                integer("limit", "The greatest number of results, at most 25."),
                                AssistantTools.LANGUAGE),
                        (arguments, queries) -> search(arguments)),
                new AssistantTool(
                        "describe",
                        "Describe a thing",
                        "What the graph says of one place, project, organisation, indicator or"
                                + " document: names, kind, location, status, relations, and its"
                                + " newest statements.",
                        List.of(
                                needed("thing", "Its IRI, its code or its name."),
                                AssistantTools.LANGUAGE),
                        (arguments, queries) -> describe(arguments)));
    }

    private Map<String, Object> search(ToolArguments arguments) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "results",
                search
                        .find(
                                arguments.text("text"),
                                arguments.language(),
                                arguments.limit(USUAL, MOST))
                        .stream()
                        .map(LookupTools::hit)
                        .toList());
        answer.put("caveats", Caveat.texts(Caveat.COVERAGE));
        return answer;
    }

    private static Map<String, Object> hit(SearchHit one) {
        Map<String, Object> hit = new LinkedHashMap<>();
        hit.put("iri", one.self().iri());
        hit.put("name", one.self().name());
        StatementAnswer.put(hit, "other_name", one.otherName());
        StatementAnswer.put(hit, "kind", one.kind());
        hit.put("group", one.group().key());
        one.verdict().ifPresent(verdict -> hit.put("verdict", verdict.key()));
        return hit;
    }

    private Map<String, Object> describe(ToolArguments arguments) {
        Language language = arguments.language();
        Description told =
                new Descriptions(things, language)
                        .of(lookup.thing(arguments.text("thing"), language));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("iri", told.self().iri());
        answer.put("name", told.self().name());
        StatementAnswer.put(answer, "other_name", told.otherName());
        if (!told.aliases().isEmpty()) {
            answer.put("also_called", told.aliases().stream().limit(VALUES).toList());
        }
        StatementAnswer.put(answer, "definition", told.definition());
        answer.put("kinds", told.kinds().stream().map(Ref::name).toList());
        answer.put("in", told.breadcrumb().stream().map(Ref::name).toList());
        if (!told.status().isEmpty()) {
            answer.put("status", told.status().stream().map(Ref::name).toList());
            StatementAnswer.put(answer, "as_of", told.asOf());
        }
        answer.put("relations", relations(told));
        List<Statement> history = told.history();
        answer.put("number_of_statements", history.size());
        StatementAnswer statements = new StatementAnswer(things, language);
        answer.put(
                "newest_statements",
                history.reversed().stream().limit(VALUES).map(statements::brief).toList());
        answer.put("caveats", Caveat.texts(Caveat.STATED, Caveat.COVERAGE, Caveat.DRAFT));
        return answer;
    }

    private static Map<String, Object> relations(Description told) {
        Map<String, Object> relations = new LinkedHashMap<>();
        Stream.concat(told.facts().stream(), told.links().stream())
                .forEach(
                        (RelatedGroup one) ->
                                relations.put(
                                        one.relation(),
                                        one.values().stream()
                                                .limit(VALUES)
                                                .map(Ref::name)
                                                .toList()));
        return relations;
    }
}
