package districtkg.response;

import districtkg.edition.Edition;
import districtkg.graph.GraphReader;
import districtkg.graph.RdfSyntax;
import districtkg.graph.TripleOrder;
import districtkg.http.HttpAnswer;
import districtkg.jsonld.JsonLdContext;
import districtkg.jsonld.JsonLdWriter;
import districtkg.vocab.Dkg;
import districtkg.web.Formats;
import districtkg.web.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/** Serializes graphs of an edition. The same triples give the same bytes. */
public final class RdfResponses {
    private final Map<String, String> prefixes;
    private final JsonLdContext context;
    private final Optional<String> licence;
    private final String version;

    /** Responses from one edition. */
    public RdfResponses(Edition edition) {
        GraphReader things = edition.things();
        PrefixMapping known = edition.prefixes();
        this.prefixes = new TreeMap<>(known.getNsPrefixMap());
        this.context = new JsonLdContext(things, known);
        this.licence =
                things.value(Dkg.iri(Dkg.ROOT + "dataset"), DCTerms.license.asNode())
                        .filter(Node::isURI)
                        .map(Node::getURI);
        this.version = edition.version();
    }

    /** The JSON-LD context. */
    public JsonLdContext context() {
        return context;
    }

    /** The licence of the data; empty if none is stated. */
    public Optional<String> licence() {
        return licence;
    }

    /** The description of one thing. */
    public HttpAnswer of(Node thing, Graph graph, Formats form, View view) {
        return form == Formats.JSON_LD
                ? HttpAnswer.text(form.type(), jsonLd(view).of(thing, graph))
                : of(graph, form, view);
    }

    /** A graph built for this response. */
    public HttpAnswer of(Graph graph, Formats form, View view) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(Map.of(), graph, form, view, out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return HttpAnswer.bytes(type(form), out.toByteArray());
    }

    /** A complete graph, streamed. */
    public HttpAnswer whole(Graph graph, Formats form, View view) {
        return streamed(Map.of(), graph, form, view);
    }

    /**
     * Named graphs.
     *
     * @param all the union of the graphs, for formats without graph names
     */
    public HttpAnswer whole(Map<Node, Graph> named, Graph all, Formats form, View view) {
        return streamed(named, all, form, view);
    }

    private HttpAnswer streamed(Map<Node, Graph> named, Graph all, Formats form, View view) {
        return HttpAnswer.streamed(
                type(form),
                String.join(
                        " ",
                        version,
                        view.settings().version(),
                        view.absolute(view.path()),
                        view.parameters().toString()),
                out -> write(named, all, form, view, out));
    }

    private void write(Map<Node, Graph> named, Graph all, Formats form, View view, OutputStream out)
            throws IOException {
        switch (form) {
            case TURTLE -> stream(Map.of(), all, RdfSyntax.TURTLE, out);
            case N_TRIPLES -> stream(Map.of(), all, RdfSyntax.N_TRIPLES, out);
            case TRIG -> stream(named, all, RdfSyntax.TRIG, out);
            case N_QUADS -> stream(named, all, RdfSyntax.N_QUADS, out);
            case JSON_LD -> jsonLd(view).write(all, out);
            case RDF_XML -> {
                Graph sorted = GraphFactory.createDefaultGraph();
                TripleOrder.of(all).forEach(sorted::add);
                sorted.getPrefixMapping().setNsPrefixes(prefixes);
                RDFWriter.source(sorted).format(RdfSyntax.RDF_XML.format()).output(out);
            }
            case HTML, CSV -> throw new IllegalArgumentException(form + " is not RDF");
        }
    }

    private void stream(Map<Node, Graph> named, Graph all, RdfSyntax syntax, OutputStream out) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, syntax.format());
        writer.start();
        prefixes.forEach(writer::prefix);
        if (named.isEmpty()) {
            TripleOrder.of(all).forEach(writer::triple);
        }
        named.forEach(
                (name, graph) ->
                        TripleOrder.of(graph)
                                .forEach(triple -> writer.quad(Quad.create(name, triple))));
        writer.finish();
    }

    private JsonLdWriter jsonLd(View view) {
        return new JsonLdWriter(context, view.absolute(view.context()));
    }

    private static String type(Formats form) {
        return form.type().startsWith("text/") ? form.type() + "; charset=utf-8" : form.type();
    }
}
