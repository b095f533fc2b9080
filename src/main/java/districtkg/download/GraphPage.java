package districtkg.download;

import districtkg.graph.DatasetFingerprint;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.http.HttpAnswer;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Complete graphs: by name at {@code /graph/…}, and at {@code /data?graph=} and {@code
 * /data?default} (SPARQL Graph Store Protocol).
 */
public final class GraphPage implements PageHandler {
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private static final List<Formats> DATA =
            List.of(
                    Formats.TURTLE,
                    Formats.JSON_LD,
                    Formats.N_TRIPLES,
                    Formats.RDF_XML,
                    Formats.TRIG,
                    Formats.N_QUADS);

    private static final List<Formats> OFFER =
            Stream.concat(DATA.stream(), Stream.of(Formats.HTML)).toList();

    private final DatasetGraph data;
    private final RdfResponses rdf;

    /** Pages of the named graphs of a data set. */
    public GraphPage(DatasetGraph data, RdfResponses rdf) {
        this.data = data;
        this.rdf = rdf;
    }

    /** One graph at its own address. */
    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        Optional<Formats> named =
                graph(request.path()).isPresent()
                        ? Optional.empty()
                        : DescribedResource.named(request.path()).filter(OFFER::contains);
        String path =
                named.isPresent() ? DescribedResource.unnamed(request.path()) : request.path();
        Node name = Dkg.iri(ResourcePaths.iri(path));
        return graph(path)
                .map(
                        graph ->
                                new DescribedResource(
                                                name.getURI(), path, OFFER, true, rdf.licence())
                                        .answer(
                                                request,
                                                view,
                                                named,
                                                (form, shown) -> in(form, name, graph, shown)))
                .orElseGet(() -> ProblemResponses.of(Reason.NOT_FOUND, request, view));
    }

    /** The graph named by parameters; without one, all graphs. */
    public HttpAnswer byParameters(PageRequest request, View view) {
        String name = request.parameter("graph");
        if (!isGraphStoreRequest(request)) {
            Refusal refusal =
                    new Refusal(Reason.BAD_REQUEST, view.say("error.bad-request.graph"), Map.of());
            return ProblemResponses.of(refusal, request, view, List.of());
        }
        if (!name.isEmpty() && !data.containsGraph(Dkg.iri(name))) {
            return ProblemResponses.of(Reason.NOT_FOUND, request, view);
        }
        return Formats.accepted(request.accept(), DATA)
                .map(form -> name.isEmpty() ? all(form, request, view) : one(name, form, view))
                .orElseGet(
                        () -> ProblemResponses.of(notAcceptable(view), request, view, List.of()));
    }

    /** Whether the parameters name one graph by an absolute IRI, the default graph, or none. */
    private static boolean isGraphStoreRequest(PageRequest request) {
        String name = request.parameter("graph");
        return name.isEmpty()
                ? !request.asks("graph")
                : ABSOLUTE.matcher(name).lookingAt() && !request.asks("default");
    }

    private HttpAnswer all(Formats form, PageRequest request, View view) {
        Map<Node, Graph> graphs = request.asks("default") ? Map.of() : named();
        return rdf.whole(graphs, data.getDefaultGraph(), form, view);
    }

    private HttpAnswer one(String name, Formats form, View view) {
        Node node = Dkg.iri(name);
        return whole(node, data.getGraph(node), form, view);
    }

    private static Refusal notAcceptable(View view) {
        List<String> types = DATA.stream().map(Formats::type).toList();
        return new Refusal(
                Reason.NOT_ACCEPTABLE,
                view.say("error.not-acceptable.there", String.join(", ", types)),
                Map.of("available", types));
    }

    private HttpAnswer in(Formats form, Node name, Graph graph, View view) {
        return form == Formats.HTML
                ? Templates.page(
                        "graph",
                        view,
                        Map.of(
                                "name", name.getURI(),
                                "triples", graph.size(),
                                "forms", forms(view),
                                "document", document(name)))
                : whole(name, graph, form, view);
    }

    /** A complete graph. The ETag of a document starts with its fingerprint, which writers use. */
    private HttpAnswer whole(Node name, Graph graph, Formats form, View view) {
        HttpAnswer answer = rdf.whole(Map.of(name, graph), graph, form, view);
        return document(name).isEmpty() ? answer : answer.tagged(DatasetFingerprint.of(graph));
    }

    private static Map<String, String> forms(View view) {
        String path = DescribedResource.unnamed(view.path());
        Map<String, String> forms = new LinkedHashMap<>();
        DATA.forEach(form -> forms.put(form.title(), ResourcePaths.in(form, path)));
        return forms;
    }

    /** The document that a graph belongs to; empty for other graphs. */
    private String document(Node graph) {
        String document = Dkg.ID + Ref.end(graph.getURI());
        return new GraphReader(data.getDefaultGraph()).knows(Dkg.iri(document)) ? document : "";
    }

    private Optional<Graph> graph(String path) {
        Node name = Dkg.iri(ResourcePaths.iri(path));
        return data.containsGraph(name) ? Optional.of(data.getGraph(name)) : Optional.empty();
    }

    private Map<Node, Graph> named() {
        List<Node> names = new ArrayList<>();
        data.listGraphNodes().forEachRemaining(names::add);
        names.sort(GraphReader.BY_TEXT);
        Map<Node, Graph> named = new LinkedHashMap<>();
        names.forEach(name -> named.put(name, data.getGraph(name)));
        return named;
    }
}
