package districtkg.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** A store that has loaded an export, and answers questions. */
interface QuestionStore extends AutoCloseable {
    /** The answer to a complete SELECT query, in the JSON of SPARQL. */
    byte[] ask(String query) throws IOException;

    @Override
    void close() throws IOException, InterruptedException;

    /**
     * TDB2 in memory, with the union of the graphs as default graph.
     *
     * @param quads an export in N-Quads
     */
    static QuestionStore tdb2(Path quads) {
        DatasetGraph data = DatabaseMgr.createDatasetGraph();
        data.getContext().set(TDB2.symUnionDefaultGraph, true);
        StreamRDF loader = StreamRDFLib.dataset(data);
        Txn.executeWrite(data, () -> RDFParser.source(quads).parse(loader));
        return new QuestionStore() {
            @Override
            public byte[] ask(String query) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                Txn.executeRead(
                        data,
                        () -> {
                            try (QueryExec run = QueryExec.dataset(data).query(query).build()) {
                                ResultSetFormatter.outputAsJSON(out, ResultSet.adapt(run.select()));
                            }
                        });
                return out.toByteArray();
            }

            @Override
            public void close() {
                data.close();
            }
        };
    }

    /**
     * RDF4J in memory.
     *
     * @param triples an export in N-Triples
     */
    static QuestionStore rdf4j(Path triples) throws IOException {
        Repository store = new SailRepository(new MemoryStore());
        try (RepositoryConnection loading = store.getConnection();
                InputStream in = Files.newInputStream(triples)) {
            loading.add(in, RDFFormat.NTRIPLES);
        }
        return new QuestionStore() {
            @Override
            public byte[] ask(String query) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (RepositoryConnection asking = store.getConnection()) {
                    asking.prepareTupleQuery(query).evaluate(new SPARQLResultsJSONWriter(out));
                }
                return out.toByteArray();
            }

            @Override
            public void close() {
                store.shutDown();
            }
        };
    }

    /** A SPARQL endpoint. */
    static QuestionStore endpoint(URI endpoint) {
        return new QuestionStore() {
            @Override
            public byte[] ask(String query) throws IOException {
                try (RawHttpClient wire = new RawHttpClient(endpoint, 0)) {
                    RawHttpClient.Reply reply = wire.ask(query, false);
                    if (reply.status() != 200) {
                        throw new IOException(
                                reply.status() + " " + reply.text().replaceAll("\\s+", " "));
                    }
                    return reply.body();
                }
            }

            @Override
            public void close() {
                // the server is closed by who started it
            }
        };
    }
}
