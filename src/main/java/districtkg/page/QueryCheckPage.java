package districtkg.page;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.http.HttpAnswer;
import districtkg.query.BadQuery;
import districtkg.query.QueryReader;
import districtkg.query.SyntaxAdvice;
import districtkg.query.advice.Advice;
import districtkg.query.advice.QueryAdvice;
import districtkg.query.advice.UnknownTerms;
import districtkg.search.SearchHit;
import districtkg.search.SearchIndex;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.View;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

/**
 * {@code /api/check?query=}: what is wrong with a query, by Jena's own line and column, and which
 * of its terms the graph does not know.
 */
final class QueryCheckPage implements PageHandler {
    /** The order of the parameters of a message. */
    private static final List<String> FACTS =
            List.of("term", "nearest", "property", "written", "right", "indicator", "over");

    /** Maximum number of unknown terms in an answer. */
    private static final int MOST = 20;

    /** Characters of a name for which others like it are looked for. */
    private static final int LONGEST = 100;

    private final GraphReader things;
    private final QueryReader reader;
    private final SearchIndex index;
    private final QueryAdvice advice;

    QueryCheckPage(GraphReader things, QueryReader reader, SearchIndex index) {
        this.things = things;
        this.reader = reader;
        this.index = index;
        this.advice = new QueryAdvice(things.graph());
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        JsonObject told = new JsonObject();
        try {
            Query query = reader.read(request.parameter("query"));
            told.put("unknown", unknown(query, request));
            told.put("advice", advice(query, view));
        } catch (BadQuery wrong) {
            told.put("message", wrong.what());
            told.put("hint", hint(wrong, request, view));
            told.put("line", wrong.line());
            told.put("column", wrong.column());
        }
        return HttpAnswer.text("application/json", JSON.toStringFlat(told));
    }

    private static String hint(BadQuery wrong, PageRequest request, View view) {
        return SyntaxAdvice.on(wrong, request.parameter("query")).stream()
                .findFirst()
                .map(one -> view.say("syntax." + one.key(), one.term()))
                .orElse("");
    }

    private JsonArray advice(Query query, View view) {
        JsonArray list = new JsonArray();
        for (Advice one : advice.on(query)) {
            Map<String, String> facts = one.facts();
            JsonObject told = new JsonObject();
            told.put("code", one.kind().code());
            told.put(
                    "text",
                    view.say(
                            "advice." + one.kind().code(),
                            FACTS.stream().map(name -> over(name, facts, view)).toArray()));
            list.add(told);
        }
        return list;
    }

    private static String over(String name, Map<String, String> facts, View view) {
        String fact = facts.getOrDefault(name, "");
        return name.equals("over") && !fact.isEmpty()
                ? String.join(
                        view.say("advice.and"),
                        Stream.of(fact.split(", ", -1))
                                .map(one -> view.say("advice.over." + one))
                                .toList())
                : fact;
    }

    private JsonArray unknown(Query query, PageRequest request) {
        JsonArray list = new JsonArray();
        for (Node term : UnknownTerms.of(query, things.graph()).stream().limit(MOST).toList()) {
            JsonObject one = new JsonObject();
            String name = query.getPrefixMapping().shortForm(term.getURI());
            one.put("term", name);
            JsonArray nearest = new JsonArray();
            String all = Ref.end(term.getURI());
            String end =
                    all.substring(0, Math.min(all.length(), LONGEST))
                            .replaceAll("(?<=[a-z])(?=[A-Z])", " ");
            for (SearchHit hit : index.nearest(end, request.language(), 3)) {
                nearest.add(query.getPrefixMapping().shortForm(hit.self().iri()));
            }
            one.put("nearest", nearest);
            list.add(one);
        }
        return list;
    }
}
