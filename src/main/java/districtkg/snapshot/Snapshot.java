package districtkg.snapshot;

import districtkg.edition.Edition;
import districtkg.page.Site;
import districtkg.query.QueryReader;
import districtkg.query.advice.QueryAdvice;
import districtkg.web.PageSettings;
import jakarta.servlet.http.HttpServletRequest;

/**
 * An edition with everything prepared to answer requests, so that each request sees one consistent
 * state.
 *
 * @param edition the data
 * @param site the pages
 * @param queries the cache of parsed queries
 */
public record Snapshot(Edition edition, Site site, QueryCache queries) {
    private static final String ATTRIBUTE = Snapshot.class.getName();

    /** Prepares the pages and an empty query cache. */
    public static Snapshot of(Edition edition, PageSettings settings, PerformanceSettings tuning) {
        return new Snapshot(
                edition,
                new Site(edition, settings),
                new QueryCache(
                        new QueryReader(edition.prefixes()),
                        new QueryAdvice(edition.data().getDefaultGraph()),
                        tuning.queries()));
    }

    /** The snapshot that answers a request. */
    public static Snapshot of(HttpServletRequest request) {
        return (Snapshot) request.getAttribute(ATTRIBUTE);
    }

    /** Stores this snapshot in a request, for {@link #of(HttpServletRequest)}. */
    public void bind(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
