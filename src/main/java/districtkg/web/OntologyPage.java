package districtkg.web;

import districtkg.ontology.Terms;
import districtkg.store.Things;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.shared.PrefixMapping;

/** {@code /ns}: the reference of the ontology, as a page or as data. */
final class OntologyPage implements Handler {
    private final Graph ontology;
    private final Terms terms;

    OntologyPage(Things things, PrefixMapping known) {
        this.terms = new Terms(things, known);
        this.ontology = terms.graph();
        ontology.getPrefixMapping().setNsPrefixes(known);
    }

    @Override
    public Answer answer(Visit visit, View view) {
        Formats format = Formats.accepted(visit.accept()).orElse(Formats.TURTLE);
        return switch (format) {
            case HTML, CSV ->
                    Templates.page(
                            "ontology",
                            view,
                            Map.of(
                                    "classes", terms.classes(),
                                    "properties", terms.properties(),
                                    "words", terms.words()));
            case TURTLE -> Rdf.of(ontology, RDFFormat.TURTLE_PRETTY, format.type());
            case JSON_LD -> Rdf.of(ontology, RDFFormat.JSONLD11, format.type());
            case N_TRIPLES -> Rdf.of(ontology, RDFFormat.NTRIPLES, format.type());
            case RDF_XML -> Rdf.of(ontology, RDFFormat.RDFXML_PLAIN, format.type());
        };
    }
}
