package districtkg.web;

import districtkg.edition.Edition;
import districtkg.graph.GraphReader;
import districtkg.http.HttpAnswer;
import districtkg.jsonld.JsonLdContext;
import districtkg.jsonld.JsonLdWriter;
import districtkg.vocab.Dkg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/** Graphs of an edition as files. The same triples give the same bytes. */
public final class RdfResponses {
    private static final Comparator<Triple> ORDER =
            Comparator.comparing(Triple::getPredicate, GraphReader.BY_TEXT)
                    .thenComparing(Triple::getObject, GraphReader.BY_TEXT);

    private final Map<String, String> prefixes;
    private final JsonLdContext context;
    private final Optional<String> licence;
    private final String version;

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

    /** What the keys of its JSON-LD mean. */
    public JsonLdContext context() {
        return context;
    }

    /** Under which the data may be used. */
    public Optional<String> licence() {
        return licence;
    }

    /** What is known of one thing. */
    public HttpAnswer of(Node thing, Graph graph, Formats form, View view) {
        return form == Formats.JSON_LD
                ? HttpAnswer.text(form.type(), jsonLd(view).of(thing, graph))
                : of(graph, form, view);
    }

    /** A graph that is made for the answer. */
    public HttpAnswer of(Graph graph, Formats form, View view) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(Map.of(), graph, form, view, out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return HttpAnswer.bytes(type(form), out.toByteArray());
    }

    /** A whole graph, however large. */
    public HttpAnswer whole(Graph graph, Formats form, View view) {
        return streamed(Map.of(), graph, form, view);
    }

    /**
     * Graphs by their names.
     *
     * @param all the triples of all, for forms that have no names
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
            case TURTLE -> stream(Map.of(), all, RDFFormat.TURTLE_BLOCKS, out);
            case N_TRIPLES -> stream(Map.of(), all, RDFFormat.NTRIPLES, out);
            case TRIG -> stream(named, all, RDFFormat.TRIG_BLOCKS, out);
            case N_QUADS -> stream(named, all, RDFFormat.NQUADS, out);
            case JSON_LD -> jsonLd(view).write(all, out);
            case RDF_XML -> {
                Graph sorted = GraphFactory.createDefaultGraph();
                triples(all).forEach(sorted::add);
                sorted.getPrefixMapping().setNsPrefixes(prefixes);
                RDFWriter.source(sorted).format(RDFFormat.RDFXML_PLAIN).output(out);
            }
            case HTML, CSV -> throw new IllegalArgumentException(form + " is not RDF");
        }
    }

    private void stream(Map<Node, Graph> named, Graph all, RDFFormat format, OutputStream out) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
        writer.start();
        prefixes.forEach(writer::prefix);
        if (named.isEmpty()) {
            triples(all).forEach(writer::triple);
        }
        named.forEach(
                (name, graph) ->
                        triples(graph).forEach(triple -> writer.quad(Quad.create(name, triple))));
        writer.finish();
    }

    /** Subject by subject, so that no more than the subjects of a graph is held. */
    private static Stream<Triple> triples(Graph graph) {
        return graph.stream()
                .map(Triple::getSubject)
                .distinct()
                .sorted(GraphReader.BY_TEXT)
                .flatMap(subject -> graph.stream(subject, Node.ANY, Node.ANY).sorted(ORDER));
    }

    private JsonLdWriter jsonLd(View view) {
        return new JsonLdWriter(context, view.absolute(view.context()));
    }

    private static String type(Formats form) {
        return form.type().startsWith("text/") ? form.type() + "; charset=utf-8" : form.type();
    }
}
