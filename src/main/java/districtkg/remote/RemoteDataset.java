package districtkg.remote;

import districtkg.edition.Edition;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.vocab.Dkg;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An export that was loaded into another store. It is fetched whole, graph by graph, over SPARQL
 * 1.1, and an edition is built from it, so that all answers come from the same state. Thread-safe.
 *
 * @param endpoint the address of the SPARQL endpoint; it may have parameters
 * @param time how long fetching may take
 * @param mostBytes how many bytes the answers of the endpoint may have together
 */
public record RemoteDataset(URI endpoint, Duration time, long mostBytes) {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteDataset.class);

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is not {@code http} or {@code https}, or has a
     *     fragment
     */
    public RemoteDataset {
        if (endpoint.getHost() == null
                || endpoint.getRawFragment() != null
                || !("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))) {
            throw new IllegalArgumentException(
                    endpoint
                            + " is no address of an endpoint, such as http://127.0.0.1:8890/sparql");
        }
    }

    /**
     * Fetches the data and builds an edition.
     *
     * @param ontology a folder with {@code questions/} for the pages; it need not exist
     * @throws Problem {@code remote-unreachable} if the endpoint does not answer in time, {@code
     *     remote-refused} if it does not hold a complete export or holds more than is accepted
     */
    public Edition edition(Path ontology) {
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        Future<Edition> fetched = executor.submit(() -> fetch(ontology));
        try {
            return fetched.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw unreachable("it took longer than " + time.toSeconds() + " s");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted");
        } catch (ExecutionException failed) {
            throw explained(failed.getCause() == null ? failed : failed.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private Edition fetch(Path ontology) throws IOException, InterruptedException {
        Path file = Files.createTempFile("districtkg-", ".nq");
        try (RemoteEndpoint store = new RemoteEndpoint(endpoint, mostBytes)) {
            Map<String, Long> graphs = store.graphs(Dkg.GRAPH);
            if (!graphs.containsKey(Dkg.DERIVED.getURI())) {
                throw refused(
                        "it has no graph " + Dkg.DERIVED.getURI() + ", so it holds no export",
                        "load what  export districtkg.nq  writes, with its named graphs");
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                StreamRDF quads = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
                quads.start();
                for (Map.Entry<String, Long> graph : graphs.entrySet()) {
                    copy(store, Dkg.iri(graph.getKey()), graph.getValue(), quads);
                }
                quads.finish();
            }
            Edition edition = Edition.prepared(List.of(file), UnaryOperator.identity(), ontology);
            if (!store.describes(Dkg.VOID, edition.version())) {
                LOG.warn(
                        "{} does not return the data that it describes: it writes values in another form, or was changed since it was loaded",
                        endpoint);
            }
            return edition;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void copy(RemoteEndpoint store, Node name, long stated, StreamRDF quads)
            throws IOException, InterruptedException {
        class Copy extends StreamRDFBase {
            private long count;

            @Override
            public void triple(Triple triple) {
                count++;
                quads.quad(org.apache.jena.sparql.core.Quad.create(name, triple));
            }
        }
        Copy copy = new Copy();
        try (InputStream in = store.triples(name)) {
            RDFParser.source(in)
                    .lang(Lang.NTRIPLES)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(copy);
        } catch (RiotException malformed) {
            if (store.failure().isPresent()) {
                throw store.failure().get();
            }
            throw malformed;
        }
        if (copy.count != stated) {
            throw refused(
                    "it returned %,d of the %,d triples of %s"
                            .formatted(copy.count, stated, name.getURI()),
                    "raise its limit on the rows of an answer (Virtuoso: ResultSetMaxRows), and do not change its data meanwhile");
        }
    }

    private Problem explained(Throwable cause) {
        Throwable last = cause;
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof Problem problem) {
                return problem;
            }
            if (at instanceof RemoteEndpoint.TooLargeException) {
                return refused(
                        "its data exceed %,d MB".formatted(mostBytes >> 20),
                        "give a higher --remote-limit, and a heap in which the data fit");
            }
            last = at;
        }
        if (cause instanceof RiotException || last instanceof RiotException) {
            return refused(
                    "its answer is not what SPARQL 1.1 prescribes: " + last.getMessage(),
                    "check that the address is that of a SPARQL 1.1 endpoint");
        }
        if (last instanceof IOException) {
            return unreachable(
                    last.getMessage() == null ? "the connection failed" : last.getMessage());
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("reading a remote data set failed", cause);
    }

    private Problem unreachable(String why) {
        return new Problem(
                Fault.of(
                        "remote-unreachable",
                        endpoint + " cannot be read: " + why,
                        "check the address and that the endpoint answers without a password; give a slow one more time by --remote-timeout"));
    }

    private Problem refused(String why, String fix) {
        return new Problem(Fault.of("remote-refused", endpoint + " cannot be served: " + why, fix));
    }
}
