package districtkg.page;

import districtkg.http.HttpAnswer;
import districtkg.search.SearchHit;
import districtkg.search.SearchIndex;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** {@code /search} and the suggestions of the box in every header. */
final class SearchPage implements PageHandler {
    private static final int MOST = 100;
    private static final int SUGGESTED = 8;

    private final SearchIndex index;

    SearchPage(SearchIndex index) {
        this.index = index;
    }

    @Override
    public HttpAnswer answer(PageRequest visit, View view) {
        List<SearchHit> hits = index.find(visit.parameter("q"), visit.language(), MOST);
        Map<String, List<SearchHit>> byKind =
                hits.stream()
                        .collect(
                                Collectors.groupingBy(
                                        SearchHit::kind, LinkedHashMap::new, Collectors.toList()));
        return Templates.page("search", view, Map.of("byKind", byKind, "count", hits.size()));
    }

    /** The first results as JSON: name, kind and address of each. */
    HttpAnswer suggest(PageRequest visit, View view) {
        JsonArray hits = new JsonArray();
        for (SearchHit hit : index.find(visit.parameter("q"), visit.language(), SUGGESTED)) {
            JsonObject one = new JsonObject();
            one.put("name", hit.self().name());
            one.put("other", hit.otherName());
            one.put("kind", hit.kind());
            one.put("href", view.href(hit.self().iri()));
            hits.add(one);
        }
        return HttpAnswer.text("application/json", JSON.toStringFlat(hits));
    }
}
