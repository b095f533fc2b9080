package districtkg.web;

import districtkg.Fixture;
import districtkg.query.Questions;
import districtkg.server.Server;
import districtkg.store.Served;
import districtkg.store.Sources;
import districtkg.store.Things;
import org.apache.jena.sparql.core.DatasetGraph;

/** Servers with all pages, for tests. */
final class Sites {
    private Sites() {}

    static Server serve(Sources sources, Settings settings) {
        DatasetGraph data = Served.of(sources, Fixture.derived(sources));
        return Server.start(
                "127.0.0.1",
                0,
                data,
                sources.prefixes(),
                new Site(
                        new Things(data.getDefaultGraph()),
                        sources.prefixes(),
                        Questions.in(Fixture.ONTOLOGY.resolve("questions")),
                        settings));
    }
}
