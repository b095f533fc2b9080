package districtkg.page;

import districtkg.graph.GraphReader;
import districtkg.http.HttpAnswer;
import districtkg.ontology.Terms;
import districtkg.problem.Reason;
import districtkg.response.DescribedResource;
import districtkg.response.ProblemResponses;
import districtkg.response.RdfResponses;
import districtkg.vocab.Dkg;
import districtkg.web.Formats;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.ResourcePaths;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;

/** {@code /ns}: the ontology, as a page or as RDF. */
final class OntologyPage implements PageHandler {
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
    private final RdfResponses rdf;

    OntologyPage(GraphReader things, PrefixMapping known, RdfResponses rdf) {
        this.terms = new Terms(things, known);
        this.ontology = terms.graph();
        this.rdf = rdf;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        Optional<Formats> named = DescribedResource.named(request.path()).filter(OFFER::contains);
        String path =
                named.isPresent() ? DescribedResource.unnamed(request.path()) : request.path();
        if (!path.equals(ResourcePaths.ONTOLOGY)) {
            return ProblemResponses.of(Reason.NOT_FOUND, request, view);
        }
        return new DescribedResource(SELF.getURI(), path, OFFER, true, rdf.licence())
                .answer(request, view, named, this::in);
    }

    private HttpAnswer in(Formats form, View view) {
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
