package districtkg.page;

import districtkg.entity.MapPoint;
import districtkg.graph.GraphReader;
import districtkg.http.HttpAnswer;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;

/** {@code /map}: things with a position, and things at the nearest place that has one. */
final class MapPage implements PageHandler {
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
                        "near", located.stream().filter(one -> !one.exact()).toList(),
                        "data", data(located, view, request.parameter("at"))));
    }

    /**
     * The data for the page's script.
     *
     * @param at key of the thing whose marker is opened; empty for none
     */
    private static String data(List<MapPoint> located, View view, String at) {
        JsonArray points = new JsonArray();
        for (MapPoint one : located) {
            JsonObject point = new JsonObject();
            point.put("name", one.self().name());
            point.put("kind", one.kind());
            point.put("open", one.self().key().equals(at));
            point.put("href", view.href(one.self().iri()));
            point.put("longitude", JsonNumber.value(one.position().longitude()));
            point.put("latitude", JsonNumber.value(one.position().latitude()));
            point.put("at", one.exact() ? "" : one.position().at().name());
            points.add(point);
        }
        JsonObject data = new JsonObject();
        data.put("points", points);
        data.put("tiles", view.settings().tiles());
        return Templates.json(data);
    }
}
