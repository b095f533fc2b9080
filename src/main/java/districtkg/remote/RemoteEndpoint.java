package districtkg.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.util.FmtUtils;

/**
 * A SPARQL 1.1 endpoint of another store, asked by GET without credentials. Redirects are not
 * followed. The bytes of all answers together are bounded. Calls end when their thread is
 * interrupted. For one thread.
 */
final class RemoteEndpoint implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final URI address;
    private long bytesLeft;
    private Optional<IOException> failure = Optional.empty();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .build();

    /**
     * An endpoint.
     *
     * @param mostBytes of all answers
     */
    RemoteEndpoint(URI address, long mostBytes) {
        this.address = address;
        this.bytesLeft = mostBytes;
    }

    /** The answers together have more bytes than are accepted. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException() {
            super("its data exceed the limit");
        }
    }

    /**
     * The named graphs whose name begins so, each with the number of its triples.
     *
     * @throws IOException if the endpoint cannot be reached or does not answer the query
     */
    Map<String, Long> graphs(String prefix) throws IOException, InterruptedException {
        String query =
                "SELECT ?graph (COUNT(*) AS ?triples) WHERE { GRAPH ?graph { ?s ?p ?o }"
                        + " FILTER(STRSTARTS(STR(?graph), \""
                        + prefix
                        + "\")) } GROUP BY ?graph ORDER BY ?graph";
        try (InputStream in = ask(query, WebContent.contentTypeResultsJSON)) {
            Map<String, Long> graphs = new LinkedHashMap<>();
            ResultSet rows = ResultSetFactory.fromJSON(in);
            while (rows.hasNext()) {
                QuerySolution row = rows.next();
                if (row.contains("graph")) {
                    graphs.put(
                            row.getResource("graph").getURI(), row.getLiteral("triples").getLong());
                }
            }
            return graphs;
        }
    }

    /**
     * The triples of a graph, as N-Triples.
     *
     * @throws IOException if the endpoint cannot be reached or does not answer the query
     */
    InputStream triples(Node graph) throws IOException, InterruptedException {
        return ask(
                "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH "
                        + FmtUtils.stringForNode(graph)
                        + " { ?s ?p ?o } }",
                WebContent.contentTypeNTriples);
    }

    /**
     * Whether a graph describes a thing whose IRI ends so.
     *
     * @throws IOException if the endpoint cannot be reached or does not answer the query
     */
    boolean describes(Node graph, String ending) throws IOException, InterruptedException {
        String query =
                "SELECT ?thing WHERE { GRAPH "
                        + FmtUtils.stringForNode(graph)
                        + " { ?thing ?p ?o } FILTER(STRENDS(STR(?thing), \""
                        + ending
                        + "\")) } LIMIT 1";
        try (InputStream in = ask(query, WebContent.contentTypeResultsJSON)) {
            return ResultSetFactory.fromJSON(in).hasNext();
        }
    }

    /**
     * Why reading the last answer failed; empty if it did not. Parsers replace the exception by
     * their own.
     */
    Optional<IOException> failure() {
        return failure;
    }

    private InputStream ask(String query, String type) throws IOException, InterruptedException {
        String joint = address.getRawQuery() == null ? "?" : "&";
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        address
                                                + joint
                                                + "query="
                                                + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                        .header("Accept", type)
                        .build();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        InputStream body = new Bounded(response.body());
        String answered = response.headers().firstValue("Content-Type").orElse("nothing");
        if (response.statusCode() != 200) {
            body.close();
            throw new IOException("it answers " + response.statusCode());
        }
        if (!answered.split(";", 2)[0].strip().equals(type)) {
            body.close();
            throw new IOException("it answers " + answered + " instead of " + type);
        }
        return body;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** Counts what is read against the bytes that are left. */
    private final class Bounded extends FilterInputStream {
        Bounded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int read = super.read(buffer, offset, length);
                bytesLeft -= Math.max(read, 0);
                if (bytesLeft < 0) {
                    throw new TooLargeException();
                }
                return read;
            } catch (IOException failed) {
                failure = Optional.of(failed);
                throw failed;
            }
        }
    }
}
