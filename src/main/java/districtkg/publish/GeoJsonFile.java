package districtkg.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import districtkg.entity.MapPoint;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.tidy.TableDescriptions;
import districtkg.tidy.TidyTableWriter;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * The things that have a point of their own, as GeoJSON (RFC 7946). How many things have none is
 * told beside them, so that nobody takes the map for complete.
 */
final class GeoJsonFile {
    private GeoJsonFile() {}

    static void write(GraphReader things, OutputStream out) throws IOException {
        List<MapPoint> points =
                MapPoint.all(things, Language.EN).stream().filter(MapPoint::exact).toList();
        long all =
                things.all(Dkg.term("Entity")).filter(one -> !things.is(one, Dkg.DOCUMENT)).count();
        try (JsonGenerator json = TidyTableWriter.generator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("license", TableDescriptions.LICENSE);
            json.writeNumberField("with_point", points.size());
            json.writeNumberField("without_point", all - points.size());
            json.writeArrayFieldStart("features");
            for (MapPoint point : points) {
                feature(things, point, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void feature(GraphReader things, MapPoint point, JsonGenerator json)
            throws IOException {
        Node thing = Dkg.iri(point.self().iri());
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", point.self().iri());
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writeNumber(point.position().longitude());
        json.writeNumber(point.position().latitude());
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("name_en", things.name(thing, Language.EN));
        json.writeStringField("name_zh", things.name(thing, Language.ZH));
        key(things, thing, "type", "mainType", json);
        key(things, thing, "category", "kind", json);
        key(things, thing, "current_status", "currentStatus", json);
        key(things, thing, "delivery_verdict", "deliveryVerdict", json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void key(
            GraphReader things, Node thing, String name, String property, JsonGenerator json)
            throws IOException {
        String value =
                things.value(thing, Dkg.term(property))
                        .map(one -> Ref.end(one.toString()))
                        .orElse("");
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
