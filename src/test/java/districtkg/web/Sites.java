package districtkg.web;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.server.Server;
import districtkg.store.Sources;

/** Servers with all pages, for tests. */
final class Sites {
    private Sites() {}

    static Server serve(Sources sources, Settings settings) {
        return Server.start("127.0.0.1", 0, Edition.trusting(sources, Fixture.ONTOLOGY), settings);
    }
}
