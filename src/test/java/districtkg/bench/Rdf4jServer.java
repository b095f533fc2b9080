package districtkg.bench;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.GraphQuery;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLBooleanJSONWriter;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/**
 * RDF4J's store in memory behind the least HTTP there can be: no limits, no negotiation, no headers
 * but those that it must send. A peer to be measured against, in a process of its own.
 */
final class Rdf4jServer extends Handler.Abstract {
    private final Repository store;

    private Rdf4jServer(Repository store) {
        this.store = store;
    }

    /** Serves on a port, at every path, the triples of an N-Triples file that gzip has packed. */
    public static void main(String[] words) throws Exception {
        Repository store = new SailRepository(new MemoryStore());
        try (RepositoryConnection loading = store.getConnection();
                InputStream triples =
                        new GZIPInputStream(Files.newInputStream(Path.of(words[1])))) {
            loading.begin(IsolationLevels.NONE);
            loading.add(triples, RDFFormat.NTRIPLES);
            loading.commit();
        }
        Server server = new Server(new InetSocketAddress("127.0.0.1", Integer.parseInt(words[0])));
        server.setHandler(new Rdf4jServer(store));
        server.start();
        server.join();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String query = Request.extractQueryParameters(request).getValue("query");
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (RepositoryConnection asking = store.getConnection()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, write(asking, query, answer));
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.size());
        response.write(true, ByteBuffer.wrap(answer.toByteArray()), callback);
        return true;
    }

    /** Answers a query, and returns the media type. */
    private static String write(RepositoryConnection asking, String text, OutputStream out) {
        Query query = asking.prepareQuery(text);
        switch (query) {
            case TupleQuery select -> select.evaluate(new SPARQLResultsJSONWriter(out));
            case GraphQuery construct -> construct.evaluate(new NTriplesWriter(out));
            case BooleanQuery ask -> new SPARQLBooleanJSONWriter(out).handleBoolean(ask.evaluate());
            default -> throw new IllegalArgumentException("no query: " + text);
        }
        return query instanceof GraphQuery
                ? "application/n-triples"
                : "application/sparql-results+json";
    }
}
