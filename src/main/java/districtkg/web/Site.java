package districtkg.web;

import districtkg.edition.Edition;
import districtkg.entity.Correction;
import districtkg.entity.Holdings;
import districtkg.entity.News;
import districtkg.entity.Overview;
import districtkg.indicator.Indicators;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.promise.Board;
import districtkg.query.QueryReader;
import districtkg.query.Questions.Question;
import districtkg.search.Index;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.store.Things;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.shared.PrefixMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All pages of an edition: which handler answers which address. */
public final class Site {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final String VARY = "Accept, Accept-Language";

    private static final Assets ASSETS = new Assets();

    private final Settings settings;
    private final Index index;
    private final Map<String, Handler> pages;
    private final Map<String, Handler> folders;
    private final Published published;
    private final Rdf rdf;

    /** Prepares the pages of an edition. */
    public Site(Edition edition, Settings settings) {
        Things things = edition.things();
        PrefixMapping known = edition.prefixes();
        List<Question> questions = edition.questions();
        this.settings = settings;
        this.index = new Index(things);
        SearchPage search = new SearchPage(index);
        this.rdf = new Rdf(edition);
        this.published = new Published(edition, rdf, settings.patience());
        ThingPage thing = new ThingPage(things, rdf, index, settings);
        GraphPage graph = new GraphPage(edition.data(), rdf);
        OntologyPage ontology = new OntologyPage(things, known, rdf);
        ContextPage context = new ContextPage(rdf.context());
        InBoth<List<Statement>> promises =
                new InBoth<>(language -> new Statements(things, language).promises());
        InBoth<Overview> overviews =
                new InBoth<>(language -> Overview.of(things, language, promises.in(language)));
        this.pages =
                Map.ofEntries(
                        Map.entry("/", new HomePage(overviews, questions)),
                        Map.entry("/promises", new PromisesPage(things, promises, rdf)),
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
                        Map.entry(Addresses.ONTOLOGY, ontology),
                        Map.entry(ContextPage.PATH, context),
                        Map.entry("/resolve", new ResolvePage()),
                        Map.entry(
                                "/errors",
                                Handler.page("errors", "reasons", new InBoth<>(Explained::all))),
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
                        Map.entry("/api/names", new NamesPage(things)),
                        Map.entry("/data", graph::byParameters));
        this.folders =
                Map.of(
                        Addresses.THINGS,
                        thing,
                        Addresses.LISTS,
                        thing,
                        Addresses.GRAPHS,
                        graph,
                        Addresses.ONTOLOGY + ".",
                        ontology,
                        ContextPage.FOLDER,
                        context,
                        Assets.OURS,
                        this::asset,
                        Assets.LIBRARIES,
                        this::asset);
    }

    /** Answers the request for a page. */
    public void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Visit visit = Visit.of(request);
        boolean reads = Set.of("GET", "HEAD").contains(request.getMethod());
        if (reads && sent(visit.path(), request, response)) {
            return;
        }
        View view = View.of(visit, settings, ContextPage.path(rdf.context()));
        RefusalPage.send(answer(visit, view, reads), request, response);
    }

    /** Tells why a request is not answered as it was asked; for pages and endpoints alike. */
    public void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        new RefusalPage(settings).send(refusal, request, response);
    }

    /** Sends a file for download; false where none has this address. */
    private boolean sent(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            return published.send(path, request, response);
        } catch (Refusal refused) {
            refuse(refused, request, response);
            return true;
        }
    }

    private Answer answer(Visit visit, View view, boolean reads) {
        if (!reads) {
            return Problems.of(Reason.METHOD_NOT_ALLOWED, visit, view).with("Allow", "GET, HEAD");
        }
        try {
            Handler page = pages.get(visit.path());
            if (page != null) {
                return page.answer(visit, view).with("Vary", VARY);
            }
            Optional<Handler> whole = published.at(visit.path());
            if (whole.isPresent()) {
                return whole.orElseThrow().answer(visit, view).with("Vary", VARY);
            }
            for (Map.Entry<String, Handler> folder : folders.entrySet()) {
                if (visit.path().startsWith(folder.getKey())) {
                    return folder.getValue().answer(visit, view).with("Vary", VARY);
                }
            }
            String last = visit.path().substring(visit.path().lastIndexOf('/') + 1);
            return Problems.of(
                    Refusal.of(Reason.NOT_FOUND),
                    visit,
                    view,
                    index.nearest(last, visit.language(), 5));
        } catch (RuntimeException ours) {
            LOG.error("{} failed", Visit.encoded(visit.path()), ours);
            return Problems.of(Reason.FAULT, visit, view);
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
        return ASSETS.at(visit.path()).orElseGet(() -> Problems.of(Reason.NOT_FOUND, visit, view));
    }
}
