package districtkg.page;

import districtkg.graph.GraphReader;
import districtkg.http.HttpAnswer;
import districtkg.place.PlaceProfile;
import districtkg.search.SearchHit;
import districtkg.search.SearchHit.Group;
import districtkg.search.SearchIndex;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** {@code /search} and the suggestions of the box in every header. */
final class SearchPage implements PageHandler {
    private static final int MOST = 100;
    private static final int SUGGESTED = 8;

    private static final List<String> PAGES =
            List.of("promises", "board", "indicators", "compare", "map", "query", "about");

    private final GraphReader things;
    private final SearchIndex index;

    SearchPage(GraphReader things, SearchIndex index) {
        this.things = things;
        this.index = index;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        List<SearchHit> hits = index.find(request.parameter("q"), request.language(), MOST);
        Map<Group, List<SearchHit>> groups =
                hits.stream()
                        .collect(
                                Collectors.groupingBy(
                                        SearchHit::group,
                                        () -> new EnumMap<>(Group.class),
                                        Collectors.toList()));
        return Templates.page(
                "search",
                view,
                Map.of(
                        "groups",
                        groups,
                        "count",
                        hits.size(),
                        "most",
                        MOST,
                        "pages",
                        pages(request.parameter("q"), view),
                        "places",
                        hits.isEmpty() ? PlaceProfile.all(things, request.language()) : List.of()));
    }

    /** The keys of the pages of this site whose names begin with some words. */
    private static List<String> pages(String words, View view) {
        String asked = words.strip().toLowerCase(Locale.ROOT);
        return asked.isEmpty()
                ? List.of()
                : PAGES.stream()
                        .filter(
                                key ->
                                        view.say(key).toLowerCase(Locale.ROOT).startsWith(asked)
                                                || key.startsWith(asked))
                        .toList();
    }

    /** The first results as JSON: name, kind and address of each. */
    HttpAnswer suggest(PageRequest request, View view) {
        JsonArray hits = new JsonArray();
        for (SearchHit hit : index.find(request.parameter("q"), request.language(), SUGGESTED)) {
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
