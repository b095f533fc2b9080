package districtkg.page;

import districtkg.api.ApiPages;
import districtkg.api.WidePages;
import districtkg.assistant.AssistantTools;
import districtkg.download.ContextPage;
import districtkg.download.DatasetPages;
import districtkg.download.GraphPage;
import districtkg.download.SitemapPage;
import districtkg.edition.Edition;
import districtkg.embed.EmbedPages;
import districtkg.entity.Correction;
import districtkg.entity.DatasetSummary;
import districtkg.entity.FeedEntry;
import districtkg.entity.MapPoint;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.home.HomeSummary;
import districtkg.http.HttpAnswer;
import districtkg.http.Paths;
import districtkg.indicator.Indicators;
import districtkg.jsonld.JsonLdContext;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.promise.Deadline;
import districtkg.query.QueryReader;
import districtkg.question.Questions.Question;
import districtkg.reconcile.service.ReconciliationService;
import districtkg.response.ProblemResponses;
import districtkg.response.RdfResponses;
import districtkg.response.RefusalPage;
import districtkg.search.SearchIndex;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.tidy.Codebook;
import districtkg.tidy.Tables;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import districtkg.web.Assets;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.PageSettings;
import districtkg.web.PerLanguage;
import districtkg.web.ResourcePaths;
import districtkg.web.Templates;
import districtkg.web.View;
import districtkg.web.message.ErrorExplanation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.shared.PrefixMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All pages of an edition, and which handler answers which address. Thread-safe. */
public final class Site {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final String VARY = "Accept, Accept-Language";

    private static final Assets ASSETS = new Assets();

    private final PageSettings settings;
    private final SearchIndex index;
    private final Map<String, PageHandler> pages;
    private final Map<String, PageHandler> folders;
    private final AssistantTools assistant;
    private final DatasetPages published;
    private final RdfResponses rdf;
    private final boolean mapped;

    /** Creates the pages of an edition. */
    public Site(Edition edition, PageSettings settings) {
        GraphReader things = edition.things();
        PrefixMapping known = edition.prefixes();
        List<Question> questions = edition.questions();
        this.settings = settings;
        this.mapped = MapPoint.any(things);
        this.index = new SearchIndex(things);
        SearchPage search = new SearchPage(things, index);
        QueryPage query = new QueryPage(questions);
        PerLanguage<List<Ref>> verdicts = new PerLanguage<>(language -> verdicts(things, language));
        Tables tables = new Tables(things);
        WidePages wide = new WidePages(tables);
        ReconciliationService reconciliation = new ReconciliationService(things);
        this.assistant = new AssistantTools(things, index, tables);
        this.rdf = new RdfResponses(edition);
        this.published = new DatasetPages(edition, rdf, tables, settings);
        ThingPage thing = new ThingPage(things, rdf, index, settings);
        GraphPage graph = new GraphPage(edition.data(), rdf);
        OntologyPage ontology = new OntologyPage(things, known, rdf);
        ContextPage context = new ContextPage(rdf.context());
        PerLanguage<List<Statement>> promises =
                new PerLanguage<>(language -> new Statements(things, language).promises());
        PerLanguage<List<Deadline>> deadlines =
                new PerLanguage<>(language -> Deadline.all(things, promises.in(language)));
        EmbedPages embed = new EmbedPages(things, deadlines);
        PerLanguage<DatasetSummary> holdings =
                new PerLanguage<>(language -> DatasetSummary.of(things, language));
        this.pages =
                Map.ofEntries(
                        Map.entry(
                                "/",
                                new HomePage(
                                        new PerLanguage<>(
                                                language -> HomeSummary.of(things, language)),
                                        questions)),
                        Map.entry("/promises", new PromisesPage(things, promises, rdf)),
                        Map.entry("/board", new BoardPage(deadlines)),
                        Map.entry(
                                "/indicators",
                                PageHandler.page(
                                        "indicators",
                                        "rows",
                                        new PerLanguage<>(
                                                language ->
                                                        new Indicators(things, language).rows()))),
                        Map.entry("/query", query),
                        Map.entry("/api/examples", query::examples),
                        Map.entry(ComparePage.PATH, new ComparePage(things)),
                        Map.entry(BuilderPage.PATH, new BuilderPage(things)),
                        Map.entry("/methods", PageHandler.page("methods", "verdicts", verdicts)),
                        Map.entry(EmbedPages.OEMBED, embed::description),
                        Map.entry("/search", search),
                        Map.entry(Paths.RECONCILE, reconciliation),
                        Map.entry("/api/suggest", search::suggest),
                        Map.entry("/map", new MapPage(things)),
                        Map.entry(ResourcePaths.ONTOLOGY, ontology),
                        Map.entry(ContextPage.PATH, context),
                        Map.entry("/resolve", new ResolvePage()),
                        Map.entry(
                                "/errors",
                                PageHandler.page(
                                        "errors",
                                        "reasons",
                                        new PerLanguage<>(ErrorExplanation::all))),
                        Map.entry("/about", new AboutPage(holdings)),
                        Map.entry(
                                "/corrections",
                                PageHandler.page(
                                        "corrections",
                                        "corrections",
                                        new PerLanguage<>(
                                                language -> Correction.all(things, language)))),
                        Map.entry(
                                "/feed.atom",
                                feed(
                                        new PerLanguage<>(
                                                language -> FeedEntry.all(things, language)))),
                        Map.entry("/sitemap.xml", new SitemapPage(things)),
                        Map.entry("/robots.txt", SitemapPage::robots),
                        Map.entry(
                                "/api/check",
                                new QueryCheckPage(things, new QueryReader(known), index)),
                        Map.entry("/api/vocabulary", new VocabularyPage(things, known)),
                        Map.entry("/api/names", new NamesPage(things)),
                        Map.entry("/data", graph::byParameters));
        this.folders =
                Map.ofEntries(
                        Map.entry(
                                ApiPages.FOLDER, new ApiPages(tables, new Codebook(things), index)),
                        Map.entry(ResourcePaths.THINGS, thing),
                        Map.entry(ResourcePaths.LISTS, thing),
                        Map.entry(IndicatorPage.FOLDER, wide.or(new IndicatorPage(things))),
                        Map.entry(WidePages.PLACES, wide),
                        Map.entry(Paths.RECONCILE + "/", reconciliation),
                        Map.entry(ResourcePaths.GRAPHS, graph),
                        Map.entry(ResourcePaths.ONTOLOGY + ".", ontology),
                        Map.entry(ContextPage.FOLDER, context),
                        Map.entry(Assets.OURS, this::asset),
                        Map.entry(Assets.LIBRARIES, this::asset),
                        Map.entry(EmbedPages.FOLDER, embed));
    }

    /** All verdicts that the ontology knows, by IRI. */
    private static List<Ref> verdicts(GraphReader things, Language language) {
        return things.all(Dkg.term("Verdict"))
                .map(one -> things.ref(one, language))
                .sorted(Comparator.comparing(Ref::iri))
                .toList();
    }

    /** The JSON-LD context of its answers. */
    public JsonLdContext context() {
        return rdf.context();
    }

    /** The tools for assistants. */
    public AssistantTools assistant() {
        return assistant;
    }

    /** Answers a request for a page. */
    public void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        PageRequest pageRequest = PageRequest.of(request);
        boolean asks =
                request.getMethod().equals("POST") && pageRequest.path().equals(Paths.RECONCILE);
        if (asks) {
            pageRequest = pageRequest.with(form(request));
        }
        boolean reads = asks || Set.of("GET", "HEAD").contains(request.getMethod());
        if (reads && sent(pageRequest.path(), request, response)) {
            return;
        }
        View view = View.of(pageRequest, settings, ContextPage.path(rdf.context()), mapped);
        RefusalPage.send(answer(pageRequest, view, reads), request, response);
    }

    /** The parameters of a form. */
    private static Map<String, String> form(HttpServletRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> parameters.put(name, values.length > 0 ? values[0] : ""));
        return parameters;
    }

    /** Sends an error response, for pages and the endpoint. */
    public void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        new RefusalPage(settings).send(refusal, request, response);
    }

    /** Sends a file for download; false if there is none at this address. */
    private boolean sent(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            return published.send(path, request, response);
        } catch (Refusal refused) {
            refuse(refused, request, response);
            return true;
        }
    }

    private HttpAnswer answer(PageRequest pageRequest, View view, boolean reads) {
        if (!reads) {
            return ProblemResponses.of(Reason.METHOD_NOT_ALLOWED, pageRequest, view)
                    .with("Allow", "GET, HEAD");
        }
        try {
            PageHandler page = pages.get(pageRequest.path());
            if (page != null) {
                return page.answer(pageRequest, view).with("Vary", VARY);
            }
            Optional<PageHandler> whole = published.at(pageRequest.path());
            if (whole.isPresent()) {
                return whole.orElseThrow().answer(pageRequest, view).with("Vary", VARY);
            }
            for (Map.Entry<String, PageHandler> folder : folders.entrySet()) {
                if (pageRequest.path().startsWith(folder.getKey())) {
                    return folder.getValue().answer(pageRequest, view).with("Vary", VARY);
                }
            }
            String last = pageRequest.path().substring(pageRequest.path().lastIndexOf('/') + 1);
            return ProblemResponses.of(
                    Refusal.of(Reason.NOT_FOUND),
                    pageRequest,
                    view,
                    index.nearest(last, pageRequest.language(), 5));
        } catch (RuntimeException ours) {
            LOG.error("{} failed", PageRequest.encoded(pageRequest.path()), ours);
            return ProblemResponses.of(Reason.FAULT, pageRequest, view);
        }
    }

    /** The feed of new documents, corrections and verdicts (RFC 4287). */
    private static PageHandler feed(PerLanguage<List<FeedEntry>> news) {
        return (pageRequest, view) ->
                Templates.file(
                        "application/atom+xml; charset=utf-8",
                        "feed",
                        view,
                        Map.of("news", news.in(pageRequest.language())));
    }

    private HttpAnswer asset(PageRequest pageRequest, View view) {
        return ASSETS.at(pageRequest.path())
                .orElseGet(() -> ProblemResponses.of(Reason.NOT_FOUND, pageRequest, view));
    }
}
