package districtkg.entity;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A thing on a map.
 *
 * @param self the thing
 * @param kind its kind
 * @param position its own position, or that of the nearest surrounding place
 * @param exact whether the position is its own
 */
public record MapPoint(Ref self, String kind, Position position, boolean exact) {
    private static final Node WKT = Dkg.iri("http://www.opengis.net/ont/geosparql#asWKT");

    /** Whether anything has a position. */
    public static boolean any(GraphReader things) {
        return things.graph().contains(Node.ANY, WKT, Node.ANY);
    }

    /** All places and projects with a position, exact ones first. */
    public static List<MapPoint> all(GraphReader things, Language language) {
        Descriptions descriptions = new Descriptions(things, language);
        return things.all(Dkg.term("Entity"))
                .filter(thing -> !things.is(thing, Dkg.DOCUMENT))
                .flatMap(
                        thing ->
                                descriptions.position(thing).stream()
                                        .map(
                                                position ->
                                                        located(things, language, thing, position)))
                .sorted(
                        Comparator.comparing((MapPoint one) -> !one.exact())
                                .thenComparing(one -> one.self().name()))
                .toList();
    }

    private static MapPoint located(
            GraphReader things, Language language, Node thing, Position position) {
        return new MapPoint(
                things.ref(thing, language),
                things.value(thing, Dkg.term("kind"))
                        .map(kind -> things.name(kind, language))
                        .orElse(""),
                position,
                position.at().iri().equals(thing.getURI()));
    }
}
