package districtkg.server;

import districtkg.edition.Edition;
import districtkg.query.QueryReader;
import districtkg.query.advice.QueryAdvice;
import districtkg.snapshot.PerformanceSettings;
import districtkg.snapshot.QueryCache;
import districtkg.snapshot.Snapshot;
import java.util.List;
import java.util.UUID;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;

/** Serves data that are no edition of the knowledge graph: they have no ontology and no pages. */
public final class Serving {
    private Serving() {}

    /** Lets a server answer queries from other data, and everything else as before. */
    public static void serve(Server server, DatasetGraph data) {
        PrefixMapping none = PrefixMapping.Factory.create();
        server.publish(
                new Snapshot(
                        new Edition(data, none, List.of(), UUID.randomUUID().toString()),
                        server.site(),
                        new QueryCache(
                                new QueryReader(none),
                                new QueryAdvice(data.getDefaultGraph()),
                                PerformanceSettings.DEFAULT.queries())),
                System.nanoTime());
    }
}
