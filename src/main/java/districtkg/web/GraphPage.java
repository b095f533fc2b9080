package districtkg.web;

import districtkg.problem.Reason;
import districtkg.vocab.Dkg;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;

/** {@code /data?graph=} and {@code /data?default}: whole graphs (SPARQL Graph Store Protocol). */
final class GraphPage implements Handler {
    private final DatasetGraph data;
    private final PrefixMapping known;

    GraphPage(DatasetGraph data, PrefixMapping known) {
        this.data = data;
        this.known = known;
    }

    @Override
    public Answer answer(Visit visit, View view) {
        Optional<Graph> graph = graph(visit);
        if (graph.isEmpty()) {
            return Problems.of(Reason.NOT_FOUND, visit, view);
        }
        Graph written = GraphFactory.createDefaultGraph();
        graph.orElseThrow().find().forEachRemaining(written::add);
        written.getPrefixMapping().setNsPrefixes(known);
        Formats format = Formats.accepted(visit.accept()).orElse(Formats.TURTLE);
        return switch (format) {
            case HTML, CSV, TURTLE ->
                    Rdf.of(written, RDFFormat.TURTLE_PRETTY, Formats.TURTLE.type());
            case JSON_LD -> Rdf.of(written, RDFFormat.JSONLD11, format.type());
            case N_TRIPLES -> Rdf.of(written, RDFFormat.NTRIPLES, format.type());
            case RDF_XML -> Rdf.of(written, RDFFormat.RDFXML_PLAIN, format.type());
        };
    }

    private Optional<Graph> graph(Visit visit) {
        String name = visit.parameter("graph");
        if (name.isEmpty()) {
            return Optional.of(data.getDefaultGraph());
        }
        Node node = Dkg.iri(name);
        return data.containsGraph(node) ? Optional.of(data.getGraph(node)) : Optional.empty();
    }
}
