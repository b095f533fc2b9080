package districtkg.server;

import districtkg.edition.Edition;
import districtkg.query.CheckedQueries;
import districtkg.query.KnownTerms;
import districtkg.query.QueryReader;
import districtkg.web.Settings;
import districtkg.web.Site;
import jakarta.servlet.http.HttpServletRequest;

/**
 * An edition with all that was prepared of it, so that a request meets one state of everything.
 *
 * @param edition what is served
 * @param site its pages
 * @param queries reads what it is asked
 */
record Live(Edition edition, Site site, CheckedQueries queries) {
    private static final String ATTRIBUTE = Live.class.getName();

    static Live of(Edition edition, Settings settings, Tuning tuning) {
        return new Live(
                edition,
                new Site(edition, settings),
                new CheckedQueries(
                        new QueryReader(edition.prefixes()),
                        new KnownTerms(edition.data().getDefaultGraph()),
                        tuning.queries()));
    }

    /** What answers a request. */
    static Live of(HttpServletRequest request) {
        return (Live) request.getAttribute(ATTRIBUTE);
    }

    void bind(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
