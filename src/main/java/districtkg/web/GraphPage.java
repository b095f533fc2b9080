package districtkg.web;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.store.Fingerprint;
import districtkg.store.Ref;
import districtkg.store.Things;
import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Whole graphs: at {@code /graph/…} by their name, and at {@code /data?graph=} and {@code
 * /data?default} (SPARQL Graph Store Protocol).
 */
final class GraphPage implements Handler {
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
    private final Rdf rdf;

    GraphPage(DatasetGraph data, Rdf rdf) {
        this.data = data;
        this.rdf = rdf;
    }

    /** One graph at its own address. */
    @Override
    public Answer answer(Visit visit, View view) {
        Optional<Formats> named =
                graph(visit.path()).isPresent()
                        ? Optional.empty()
                        : Described.named(visit.path()).filter(OFFER::contains);
        String path = named.isPresent() ? Described.unnamed(visit.path()) : visit.path();
        Node name = Dkg.iri(Addresses.iri(path));
        return graph(path)
                .map(
                        graph ->
                                new Described(name.getURI(), path, OFFER, true, rdf.licence())
                                        .answer(
                                                visit,
                                                view,
                                                named,
                                                (form, shown) -> in(form, name, graph, shown)))
                .orElseGet(() -> Problems.of(Reason.NOT_FOUND, visit, view));
    }

    /** The graph that parameters name; without one all of them. */
    Answer byParameters(Visit visit, View view) {
        String name = visit.parameter("graph");
        if (!name.isEmpty() && !data.containsGraph(Dkg.iri(name))) {
            return Problems.of(Reason.NOT_FOUND, visit, view);
        }
        return Formats.accepted(visit.accept(), DATA)
                .map(form -> name.isEmpty() ? all(form, visit, view) : one(name, form, view))
                .orElseGet(() -> Problems.of(notAcceptable(view), visit, view, List.of()));
    }

    private Answer all(Formats form, Visit visit, View view) {
        Map<Node, Graph> graphs = visit.asks("default") ? Map.of() : named();
        return rdf.whole(graphs, data.getDefaultGraph(), form, view);
    }

    private Answer one(String name, Formats form, View view) {
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

    private Answer in(Formats form, Node name, Graph graph, View view) {
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

    /** Of a document the tag begins with its fingerprint, by which writers know it. */
    private Answer whole(Node name, Graph graph, Formats form, View view) {
        Answer answer = rdf.whole(Map.of(name, graph), graph, form, view);
        return document(name).isEmpty() ? answer : answer.tagged(Fingerprint.of(graph));
    }

    private static Map<String, String> forms(View view) {
        String path = Described.unnamed(view.path());
        Map<String, String> forms = new LinkedHashMap<>();
        DATA.forEach(form -> forms.put(form.title(), Addresses.in(form, path)));
        return forms;
    }

    /** The document whose statements a graph holds; empty where it holds others. */
    private String document(Node graph) {
        String document = Dkg.ID + Ref.end(graph.getURI());
        return new Things(data.getDefaultGraph()).knows(Dkg.iri(document)) ? document : "";
    }

    private Optional<Graph> graph(String path) {
        Node name = Dkg.iri(Addresses.iri(path));
        return data.containsGraph(name) ? Optional.of(data.getGraph(name)) : Optional.empty();
    }

    private Map<Node, Graph> named() {
        List<Node> names = new ArrayList<>();
        data.listGraphNodes().forEachRemaining(names::add);
        names.sort(Things.BY_TEXT);
        Map<Node, Graph> named = new LinkedHashMap<>();
        names.forEach(name -> named.put(name, data.getGraph(name)));
        return named;
    }
}
