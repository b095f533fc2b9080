package districtkg.place;

import districtkg.entity.Descriptions;
import districtkg.entity.Position;
import districtkg.entity.RelatedGroup;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;

/**
 * What an administrative area is called, and where it is.
 *
 * @param self its IRI and name
 * @param other its name in the other language
 * @param kinds what it is: a district
 * @param code of the division; empty if it has none
 * @param aliases further names
 * @param founded when it was established; empty if unknown
 * @param dissolved when it was abolished; empty if it was not
 * @param facts its predecessors, successors and entries in registers, by relation
 * @param around the areas around it, largest first
 * @param position on the map
 */
public record PlaceName(
        Ref self,
        String other,
        List<Ref> kinds,
        String code,
        List<String> aliases,
        String founded,
        String dissolved,
        List<RelatedGroup> facts,
        List<Ref> around,
        Optional<Position> position) {
    private static final List<Node> FACTS =
            List.of(
                    DCTerms.replaces.asNode(),
                    DCTerms.isReplacedBy.asNode(),
                    SKOS.exactMatch.asNode(),
                    Dkg.term("maybeSame"),
                    DCTerms.source.asNode());

    /**
     * The place for search engines (schema.org).
     *
     * @param page the address of its page
     */
    public JsonObject schema(String page) {
        JsonObject place = new JsonObject();
        place.put("@context", "https://schema.org/");
        place.put("@type", "AdministrativeArea");
        place.put("@id", self.iri());
        place.put("name", self.name());
        place.put("alternateName", other);
        place.put("url", page);
        if (!code.isEmpty()) {
            place.put("identifier", code);
        }
        if (!around.isEmpty()) {
            JsonObject in = new JsonObject();
            in.put("@type", "AdministrativeArea");
            in.put("@id", around.getLast().iri());
            in.put("name", around.getLast().name());
            place.put("containedInPlace", in);
        }
        position.ifPresent(
                at -> {
                    JsonObject point = new JsonObject();
                    point.put("@type", "GeoCoordinates");
                    point.put("longitude", JsonNumber.value(at.longitude()));
                    point.put("latitude", JsonNumber.value(at.latitude()));
                    place.put("geo", point);
                });
        return place;
    }

    /** Reads the name of a place. */
    public static PlaceName of(GraphReader things, Language language, Node place) {
        Descriptions descriptions = new Descriptions(things, language);
        return new PlaceName(
                things.ref(place, language),
                things.name(place, language == Language.ZH ? Language.EN : Language.ZH),
                things.refs(place, Dkg.term("mainType"), language),
                things.text(place, Dkg.term("divisionCode")),
                things.values(place, SKOS.altLabel.asNode())
                        .map(GraphReader::text)
                        .distinct()
                        .toList(),
                things.text(place, SchemaDO.foundingDate.asNode()),
                things.text(place, SchemaDO.dissolutionDate.asNode()),
                FACTS.stream()
                        .map(
                                fact ->
                                        new RelatedGroup(
                                                Ref.end(fact.getURI()),
                                                things.refs(place, fact, language),
                                                (int) things.values(place, fact).count()))
                        .filter(one -> one.all() > 0)
                        .toList(),
                descriptions.breadcrumb(place),
                descriptions.position(place));
    }
}
