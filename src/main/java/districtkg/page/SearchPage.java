package districtkg.page;

import districtkg.graph.GraphReader;
import districtkg.http.HttpAnswer;
import districtkg.place.PlaceProfile;
import districtkg.search.SearchHit;
import districtkg.search.SearchHit.Group;
import districtkg.search.SearchIndex;
import districtkg.vocab.Language;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.Templates;
import districtkg.web.View;
import districtkg.web.message.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** {@code /search} and the suggestions of the box in every header. */
final class SearchPage implements PageHandler {
    /** Maximum number of results that are counted. */
    private static final int SEARCHED = 300;

    private static final int MOST = 100;
    private static final int SUGGESTED = 8;

    private static final List<String> PAGES =
            List.of(
                    "promises",
                    "board",
                    "indicators",
                    "compare",
                    "build",
                    "map",
                    "query",
                    "about",
                    "methods");

    private final GraphReader things;
    private final SearchIndex index;

    SearchPage(GraphReader things, SearchIndex index) {
        this.things = things;
        this.index = index;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        List<SearchHit> all = index.find(request.parameter("q"), request.language(), SEARCHED);
        Map<Group, Long> facets =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        SearchHit::group,
                                        () -> new EnumMap<>(Group.class),
                                        Collectors.counting()));
        String chosen = request.parameter("group");
        List<SearchHit> hits =
                all.stream()
                        .filter(one -> chosen.isEmpty() || one.group().key().equals(chosen))
                        .limit(MOST)
                        .toList();
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
                        "facets",
                        facets,
                        "count",
                        all.size(),
                        "most",
                        SEARCHED,
                        "pages",
                        pages(request.parameter("q"), view),
                        "places",
                        all.isEmpty() ? PlaceProfile.all(things, request.language()) : List.of()));
    }

    /** The keys of the pages of this site that some words name, in either language. */
    private static List<String> pages(String words, View view) {
        String asked = words.strip().toLowerCase(Locale.ROOT);
        return asked.isEmpty()
                ? List.of()
                : PAGES.stream()
                        .filter(key -> !key.equals("map") || view.mapped())
                        .filter(
                                key ->
                                        key.startsWith(asked)
                                                || names(key)
                                                        .anyMatch(one -> one.startsWith(asked)))
                        .toList();
    }

    /** The name of a page, and the words of the model that lead to it, in all languages. */
    private static Stream<String> names(String key) {
        return Stream.of(Language.values())
                .map(Messages::in)
                .flatMap(
                        one ->
                                Stream.concat(
                                        Stream.of(one.say(key)),
                                        Stream.of(one.say("search.words." + key).split(", "))))
                .map(one -> one.toLowerCase(Locale.ROOT));
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
