package districtkg.page;

import districtkg.entity.Description;
import districtkg.entity.Description.Sort;
import districtkg.entity.Descriptions;
import districtkg.entity.Excerpt;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.graph.Subgraph;
import districtkg.http.HttpAnswer;
import districtkg.place.PlaceName;
import districtkg.place.PlaceProfile;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.promise.DeadlineChart;
import districtkg.promise.DeliverySummary;
import districtkg.response.DescribedResource;
import districtkg.response.ProblemResponses;
import districtkg.response.RdfResponses;
import districtkg.search.SearchIndex;
import districtkg.statement.SectionStatements;
import districtkg.statement.Statement;
import districtkg.statement.StatementDetail;
import districtkg.statement.StatementTable;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.web.Formats;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.PageSettings;
import districtkg.web.Quotation;
import districtkg.web.ResourcePaths;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** {@code /id/…} and {@code /vocab/…}: one thing, as a page or as RDF. */
public final class ThingPage implements PageHandler {
    private final GraphReader things;
    private final RdfResponses rdf;
    private final SearchIndex index;
    private final PageSettings settings;
    private final IndicatorPage indicators;

    ThingPage(GraphReader things, RdfResponses rdf, SearchIndex index, PageSettings settings) {
        this.indicators = new IndicatorPage(things);
        this.things = things;
        this.rdf = rdf;
        this.index = index;
        this.settings = settings;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        String path = request.path();
        Optional<Formats> named =
                knows(path)
                        ? Optional.empty()
                        : DescribedResource.named(path).filter(Formats.OF_THINGS::contains);
        String own = named.isPresent() ? DescribedResource.unnamed(path) : path;
        if (!knows(own)) {
            return ProblemResponses.of(
                    Refusal.of(Reason.NOT_FOUND),
                    request,
                    view,
                    index.nearest(Ref.end(own), request.language(), 5));
        }
        Node thing = thing(own);
        if (things.withdrawn(thing)) {
            return withdrawn(thing, named, request, view);
        }
        return new DescribedResource(
                        thing.getURI(), own, Formats.OF_THINGS, document(thing), rdf.licence())
                .answer(request, view, named, (form, shown) -> in(form, thing, request, shown));
    }

    private boolean knows(String path) {
        return things.knows(thing(path));
    }

    private static Node thing(String path) {
        return Dkg.iri(ResourcePaths.iri(path));
    }

    /** Whether it is an information resource, not a thing in the world or a concept. */
    private boolean document(Node thing) {
        return Stream.of(
                        Dkg.DOCUMENT,
                        Dkg.SECTION,
                        Dkg.STATEMENT,
                        Dkg.DOUBTED_STATEMENT,
                        Dkg.term("Reference"))
                .anyMatch(kind -> things.is(thing, kind));
    }

    private HttpAnswer in(Formats form, Node thing, PageRequest request, View view) {
        return switch (form) {
            case HTML -> page(thing, request, view);
            case CSV ->
                    PromisesPage.csv(table(thing, request)).with(HttpAnswer.LANGUAGE, view.lang());
            default -> rdf.of(thing, Subgraph.about(things, thing), form, view);
        };
    }

    private StatementTable table(Node thing, PageRequest request) {
        Statements statements = new Statements(things, request.language());
        return new StatementTable(
                statements.knows(thing)
                        ? List.of(statements.read(thing))
                        : describe(thing, request).history(),
                request.language());
    }

    private HttpAnswer page(Node thing, PageRequest request, View view) {
        if (PlaceProfile.has(things, thing)) {
            return Templates.page(
                    "place",
                    view,
                    Map.of(
                            "name",
                            PlaceName.of(things, request.language(), thing),
                            "profile",
                            PlaceProfile.of(
                                    things, request.language(), thing, request.parameter("year"))));
        }
        if (indicators.shows(thing)) {
            return indicators.page(thing, request, view);
        }
        Statements statements = new Statements(things, request.language());
        return statements.knows(thing)
                ? page(
                        statements.account(thing),
                        new Descriptions(things, request.language()).breadcrumb(thing),
                        view)
                : page(
                        describe(thing, request),
                        Excerpt.of(things, thing, request.language()),
                        view);
    }

    private HttpAnswer page(StatementDetail account, List<Ref> breadcrumb, View view) {
        return Templates.page(
                "statement",
                view,
                Map.of(
                        "account", account,
                        "breadcrumb", breadcrumb,
                        "quotations", Quotation.of(account.statement(), settings)));
    }

    private HttpAnswer page(Description thing, List<Excerpt> passages, View view) {
        List<Statement> history = thing.history();
        if (thing.sort() == Sort.DOCUMENT) {
            return Templates.page(
                    "document",
                    view,
                    Map.of(
                            "thing",
                            thing,
                            "passages",
                            passages,
                            "sections",
                            SectionStatements.of(history)));
        }
        return Templates.page(
                "thing",
                view,
                Map.of(
                        "thing",
                        thing,
                        "delivery",
                        DeliverySummary.of(
                                things,
                                Dkg.iri(thing.self().iri()),
                                history,
                                new Statements(things, view.language())::evidence),
                        "board",
                        DeadlineChart.of(
                                things,
                                thing.sort() == Sort.ENTITY ? promises(history) : List.of())));
    }

    private static List<Statement> promises(List<Statement> history) {
        return history.stream().filter(Statement::promises).toList();
    }

    private HttpAnswer withdrawn(
            Node thing, Optional<Formats> named, PageRequest request, View view) {
        return things.successor(thing)
                .map(next -> HttpAnswer.seeOther(view.url(successor(next.getURI(), named))))
                .orElseGet(() -> ProblemResponses.of(Reason.GONE, request, view));
    }

    private static String successor(String iri, Optional<Formats> named) {
        return ResourcePaths.path(iri)
                .map(path -> named.map(form -> ResourcePaths.in(form, path)).orElse(path))
                .map(PageRequest::written)
                .orElse(iri);
    }

    private Description describe(Node thing, PageRequest request) {
        return new Descriptions(things, request.language()).of(thing);
    }
}
