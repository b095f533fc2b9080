package districtkg.web;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.server.Server;
import districtkg.source.Sources;

/** Servers with all pages, for tests. */
public final class Sites {
    private Sites() {}

    /** A server of sources that need not be valid. */
    public static Server serve(Sources sources, PageSettings settings) {
        return serve(Edition.trusting(sources, Fixture.ONTOLOGY), settings);
    }

    public static Server serve(Edition edition, PageSettings settings) {
        return Server.start("127.0.0.1", 0, edition, settings);
    }
}
