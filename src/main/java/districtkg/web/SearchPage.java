package districtkg.web;

import districtkg.search.Hit;
import districtkg.search.Index;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** {@code /search} and the suggestions of the box in every header. */
final class SearchPage implements Handler {
    private static final int MOST = 100;
    private static final int SUGGESTED = 8;

    private final Index index;

    SearchPage(Index index) {
        this.index = index;
    }

    @Override
    public Answer answer(Visit visit, View view) {
        List<Hit> hits = index.find(visit.parameter("q"), visit.language(), MOST);
        Map<String, List<Hit>> byKind =
                hits.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Hit::kind, LinkedHashMap::new, Collectors.toList()));
        return Templates.page("search", view, Map.of("byKind", byKind, "count", hits.size()));
    }

    /** The first hits as JSON: name, kind and address of each. */
    Answer suggest(Visit visit, View view) {
        JsonArray hits = new JsonArray();
        for (Hit hit : index.find(visit.parameter("q"), visit.language(), SUGGESTED)) {
            JsonObject one = new JsonObject();
            one.put("name", hit.self().name());
            one.put("other", hit.otherName());
            one.put("kind", hit.kind());
            one.put("href", view.href(hit.self().iri()));
            hits.add(one);
        }
        return Answer.text("application/json", JSON.toStringFlat(hits));
    }
}
