package districtkg.page;

import districtkg.entity.MapPoint;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.http.HttpAnswer;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;

/** {@code /map}: things with a position, and things at the nearest place that has one. */
final class MapPage implements PageHandler {
    /** Things without a position of their own that a marker names; the others are counted. */
    private static final int NAMED = 12;

    private final GraphReader things;

    MapPage(GraphReader things) {
        this.things = things;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        List<MapPoint> located = MapPoint.all(things, request.language());
        return Templates.page(
                "map",
                view,
                Map.of(
                        "exact", located.stream().filter(MapPoint::exact).toList(),
                        "near",
                                near(located).entrySet().stream()
                                        .sorted(
                                                Comparator.comparing(
                                                        (Map.Entry<Ref, List<MapPoint>> one) ->
                                                                -one.getValue().size()))
                                        .toList(),
                        "data", data(located, view, request.parameter("at"))));
    }

    /** Things without a position of their own, by the place around them that has one. */
    private static Map<Ref, List<MapPoint>> near(List<MapPoint> located) {
        return located.stream()
                .filter(one -> !one.exact())
                .collect(
                        Collectors.groupingBy(
                                one -> one.position().at(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /**
     * The data for the page's script.
     *
     * @param at key of the thing whose marker is opened; empty for none
     */
    private static String data(List<MapPoint> located, View view, String at) {
        JsonArray points = new JsonArray();
        JsonArray more = new JsonArray();
        List<MapPoint> named = new ArrayList<>(located.stream().filter(MapPoint::exact).toList());
        for (List<MapPoint> around : near(located).values()) {
            List<MapPoint> first =
                    around.stream()
                            .sorted(
                                    Comparator.comparing(
                                            (MapPoint one) -> !one.self().key().equals(at)))
                            .limit(NAMED)
                            .toList();
            named.addAll(first);
            if (around.size() > first.size()) {
                JsonObject rest = new JsonObject();
                put(rest, around.getFirst());
                rest.put("count", around.size() - first.size());
                more.add(rest);
            }
        }
        for (MapPoint one : named) {
            JsonObject point = new JsonObject();
            point.put("name", one.self().name());
            point.put("kind", one.kind());
            point.put("open", one.self().key().equals(at));
            point.put("href", view.href(one.self().iri()));
            put(point, one);
            point.put("at", one.exact() ? "" : one.position().at().name());
            points.add(point);
        }
        JsonObject data = new JsonObject();
        data.put("points", points);
        data.put("more", more);
        data.put("tiles", view.settings().tiles());
        return Templates.json(data);
    }

    private static void put(JsonObject json, MapPoint one) {
        json.put("longitude", JsonNumber.value(one.position().longitude()));
        json.put("latitude", JsonNumber.value(one.position().latitude()));
    }
}
