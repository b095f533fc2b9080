package districtkg.web;

import districtkg.entity.Correction;
import districtkg.entity.Holdings;
import districtkg.entity.News;
import districtkg.entity.Overview;
import districtkg.indicator.Indicators;
import districtkg.promise.Board;
import districtkg.query.QueryReader;
import districtkg.query.Questions.Question;
import districtkg.search.Index;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.store.Things;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.shared.PrefixMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All pages: which handler answers which address. What is not a page goes on to Fuseki. */
public final class Site extends HttpFilter {
    @Serial private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final Set<String> FUSEKI = Set.of("/sparql", "/data");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final transient Assets assets = new Assets();
    private final transient Settings settings;
    private final transient Index index;
    private final transient Map<String, Handler> pages;
    private final transient Map<String, Handler> folders;

    /**
     * Prepares the pages.
     *
     * @param things the served graph
     * @param known prefixes that queries may leave out
     * @param questions the example questions
     */
    public Site(Things things, PrefixMapping known, List<Question> questions, Settings settings) {
        this.settings = settings;
        this.index = new Index(things);
        SearchPage search = new SearchPage(index);
        ThingPage thing = new ThingPage(things, known, index, settings);
        InBoth<List<Statement>> promises =
                new InBoth<>(language -> new Statements(things, language).promises());
        InBoth<Overview> overviews =
                new InBoth<>(language -> Overview.of(things, language, promises.in(language)));
        this.pages =
                Map.ofEntries(
                        Map.entry("/", new HomePage(overviews, questions)),
                        Map.entry("/promises", new PromisesPage(things, promises)),
                        Map.entry(
                                "/board",
                                Handler.page(
                                        "board",
                                        "board",
                                        new InBoth<>(
                                                language ->
                                                        Board.of(things, promises.in(language))))),
                        Map.entry(
                                "/indicators",
                                Handler.page(
                                        "indicators",
                                        "rows",
                                        new InBoth<>(
                                                language ->
                                                        new Indicators(things, language).rows()))),
                        Map.entry("/query", new QueryPage(questions)),
                        Map.entry("/search", search),
                        Map.entry("/api/suggest", search::suggest),
                        Map.entry("/map", new MapPage(things)),
                        Map.entry("/ns", new OntologyPage(things, known)),
                        Map.entry(
                                "/about",
                                Handler.page(
                                        "about",
                                        "holdings",
                                        new InBoth<>(language -> Holdings.of(things, language)))),
                        Map.entry(
                                "/corrections",
                                Handler.page(
                                        "corrections",
                                        "corrections",
                                        new InBoth<>(
                                                language -> Correction.all(things, language)))),
                        Map.entry(
                                "/feed.atom",
                                feed(new InBoth<>(language -> News.all(things, language)))),
                        Map.entry("/sitemap.xml", new SitemapPage(things)),
                        Map.entry("/robots.txt", SitemapPage::robots),
                        Map.entry(
                                "/api/check", new CheckPage(things, new QueryReader(known), index)),
                        Map.entry("/api/vocabulary", new VocabularyPage(things, known)),
                        Map.entry("/api/names", new NamesPage(things)));
        this.folders =
                Map.of(
                        Addresses.THINGS,
                        thing,
                        Addresses.LISTS,
                        thing,
                        Assets.OURS,
                        this::asset,
                        Assets.LIBRARIES,
                        this::asset);
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain others)
            throws IOException, ServletException {
        headers(response);
        if (FUSEKI.contains(request.getRequestURI())) {
            others.doFilter(request, response);
            return;
        }
        String nonce = nonce();
        policy(response, nonce);
        Visit visit = Visit.of(request);
        boolean reads = Set.of("GET", "HEAD").contains(request.getMethod());
        answer(visit, new View(visit, assets, settings, nonce), reads)
                .send(response, !request.getMethod().equals("HEAD"));
    }

    private Answer answer(Visit visit, View view, boolean reads) {
        if (!reads) {
            return Failures.of(405, visit, view, List.of()).with("Allow", "GET, HEAD");
        }
        try {
            Handler page = pages.get(visit.path());
            if (page != null) {
                return page.answer(visit, view).with("Vary", "Accept, Accept-Language");
            }
            for (Map.Entry<String, Handler> folder : folders.entrySet()) {
                if (visit.path().startsWith(folder.getKey())) {
                    return folder.getValue().answer(visit, view);
                }
            }
            String last = visit.path().substring(visit.path().lastIndexOf('/') + 1);
            return Failures.of(404, visit, view, index.nearest(last, visit.language(), 5));
        } catch (RuntimeException ours) {
            LOG.error("{} failed", Visit.encoded(visit.path()), ours);
            return Failures.of(500, visit, view, List.of());
        }
    }

    /** New documents, corrections and verdicts (RFC 4287). */
    private static Handler feed(InBoth<List<News>> news) {
        return (visit, view) ->
                Templates.file(
                        "application/atom+xml; charset=utf-8",
                        "feed",
                        view,
                        Map.of("news", news.in(visit.language())));
    }

    private Answer asset(Visit visit, View view) {
        return assets.at(visit.path()).orElseGet(() -> Failures.of(404, visit, view, List.of()));
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    }

    /**
     * Nothing from other hosts but the map tiles that are configured; no script without our nonce
     * or file.
     */
    private void policy(HttpServletResponse response, String nonce) {
        String images = settings.tilesOrigin();
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self' 'nonce-"
                        + nonce
                        + "'; style-src 'self' 'nonce-"
                        + nonce
                        + "'; img-src 'self' data: "
                        + images
                        + "; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("X-Frame-Options", "DENY");
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
