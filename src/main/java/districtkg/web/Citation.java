package districtkg.web;

import districtkg.graph.Ref;
import districtkg.web.message.Messages;

/**
 * How to cite a thing or the data set. Immutable.
 *
 * @param iri of what is cited
 * @param name of what is cited
 * @param version of DistrictKG
 * @param words the language of the sentence
 */
public record Citation(String iri, String name, String version, Messages words) {
    /** One sentence with the name, the version and the IRI. */
    public String sentence() {
        return words.say("citation", name, version, iri);
    }

    /** A BibTeX entry. */
    public String bibtex() {
        return "@misc{districtkg-%s,\n  title = {%s},\n  howpublished = {DistrictKG, version %s},\n  url = {%s}\n}"
                .formatted(new Ref(iri, name).key(), name, version, iri);
    }
}
