package districtkg.page;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.http.HttpAnswer;
import districtkg.query.BadQuery;
import districtkg.query.QueryReader;
import districtkg.query.UnknownTerms;
import districtkg.search.SearchHit;
import districtkg.search.SearchIndex;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.View;
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
    private final GraphReader things;
    private final QueryReader reader;
    private final SearchIndex index;

    QueryCheckPage(GraphReader things, QueryReader reader, SearchIndex index) {
        this.things = things;
        this.reader = reader;
        this.index = index;
    }

    @Override
    public HttpAnswer answer(PageRequest visit, View view) {
        JsonObject told = new JsonObject();
        try {
            Query query = reader.read(visit.parameter("query"));
            told.put("unknown", unknown(query, visit));
        } catch (BadQuery wrong) {
            told.put("message", wrong.what());
            told.put("line", wrong.line());
            told.put("column", wrong.column());
        }
        return HttpAnswer.text("application/json", JSON.toStringFlat(told));
    }

    private JsonArray unknown(Query query, PageRequest visit) {
        JsonArray list = new JsonArray();
        for (Node term : UnknownTerms.of(query, things.graph())) {
            JsonObject one = new JsonObject();
            String name = query.getPrefixMapping().shortForm(term.getURI());
            one.put("term", name);
            JsonArray nearest = new JsonArray();
            String end = Ref.end(term.getURI()).replaceAll("(?<=[a-z])(?=[A-Z])", " ");
            for (SearchHit hit : index.nearest(end, visit.language(), 3)) {
                nearest.add(query.getPrefixMapping().shortForm(hit.self().iri()));
            }
            one.put("nearest", nearest);
            list.add(one);
        }
        return list;
    }
}
