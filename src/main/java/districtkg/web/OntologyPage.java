package districtkg.web;

import districtkg.ontology.Terms;
import districtkg.problem.Reason;
import districtkg.store.Things;
import districtkg.vocab.Dkg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;

/** {@code /ns}: the reference of the ontology, as a page or as data. */
final class OntologyPage implements Handler {
    private static final List<Formats> OFFER =
            List.of(
                    Formats.HTML,
                    Formats.TURTLE,
                    Formats.JSON_LD,
                    Formats.N_TRIPLES,
                    Formats.RDF_XML);
    private static final Node SELF = Dkg.iri(Dkg.ROOT + "ns");

    private final Graph ontology;
    private final Terms terms;
    private final Rdf rdf;

    OntologyPage(Things things, PrefixMapping known, Rdf rdf) {
        this.terms = new Terms(things, known);
        this.ontology = terms.graph();
        this.rdf = rdf;
    }

    @Override
    public Answer answer(Visit visit, View view) {
        Optional<Formats> named = Described.named(visit.path()).filter(OFFER::contains);
        String path = named.isPresent() ? Described.unnamed(visit.path()) : visit.path();
        if (!path.equals(Addresses.ONTOLOGY)) {
            return Problems.of(Reason.NOT_FOUND, visit, view);
        }
        return new Described(SELF.getURI(), path, OFFER, true, rdf.licence())
                .answer(visit, view, named, this::in);
    }

    private Answer in(Formats form, View view) {
        return form == Formats.HTML
                ? Templates.page(
                        "ontology",
                        view,
                        Map.of(
                                "classes", terms.classes(),
                                "properties", terms.properties(),
                                "words", terms.words()))
                : rdf.whole(ontology, form, view);
    }
}
