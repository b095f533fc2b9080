package districtkg.place;

import districtkg.entity.Descriptions;
import districtkg.entity.Position;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * What an administrative area is called, and where it is.
 *
 * @param self its IRI and name
 * @param other its name in the other language
 * @param kinds what it is: a district
 * @param code of the division; empty if it has none
 * @param around the areas around it, largest first
 * @param position on the map
 */
public record PlaceName(
        Ref self,
        String other,
        List<Ref> kinds,
        String code,
        List<Ref> around,
        Optional<Position> position) {

    /** Reads the name of a place. */
    public static PlaceName of(GraphReader things, Language language, Node place) {
        Descriptions descriptions = new Descriptions(things, language);
        return new PlaceName(
                things.ref(place, language),
                things.name(place, language == Language.ZH ? Language.EN : Language.ZH),
                things.refs(place, Dkg.term("mainType"), language),
                things.text(place, Dkg.term("divisionCode")),
                descriptions.breadcrumb(place),
                descriptions.position(place));
    }
}
