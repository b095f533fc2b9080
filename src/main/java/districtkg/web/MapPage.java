package districtkg.web;

import districtkg.entity.Located;
import districtkg.store.Things;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;

/** {@code /map}: what has a position, and what is shown at the nearest place that has one. */
final class MapPage implements Handler {
    private final Things things;

    MapPage(Things things) {
        this.things = things;
    }

    @Override
    public Answer answer(Visit visit, View view) {
        List<Located> located = Located.all(things, visit.language());
        return Templates.page(
                "map",
                view,
                Map.of(
                        "exact", located.stream().filter(Located::exact).toList(),
                        "near", located.stream().filter(one -> !one.exact()).toList(),
                        "data", data(located, view, visit.parameter("at"))));
    }

    /**
     * What the script of the page draws.
     *
     * @param at the key of the thing whose mark is opened; empty for none
     */
    private static String data(List<Located> located, View view, String at) {
        JsonArray points = new JsonArray();
        for (Located one : located) {
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
