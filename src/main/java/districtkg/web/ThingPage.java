package districtkg.web;

import districtkg.entity.Description;
import districtkg.entity.Description.Sort;
import districtkg.entity.Descriptions;
import districtkg.entity.Excerpt;
import districtkg.indicator.Chart;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.promise.Board;
import districtkg.search.Index;
import districtkg.statement.Account;
import districtkg.statement.Statement;
import districtkg.statement.StatementTable;
import districtkg.statement.Statements;
import districtkg.store.Part;
import districtkg.store.Ref;
import districtkg.store.Things;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.shared.PrefixMapping;

/** {@code /id/…} and {@code /vocab/…}: one thing, as a page or as data. */
final class ThingPage implements Handler {
    private final Things things;
    private final PrefixMapping known;
    private final Index index;
    private final Settings settings;

    ThingPage(Things things, PrefixMapping known, Index index, Settings settings) {
        this.things = things;
        this.known = known;
        this.index = index;
        this.settings = settings;
    }

    @Override
    public Answer answer(Visit visit, View view) {
        String path = visit.path();
        int dot = path.lastIndexOf('.');
        Optional<Formats> suffix =
                dot < 0 ? Optional.empty() : Formats.named(path.substring(dot + 1));
        Node thing = Addresses.thing(suffix.isPresent() ? path.substring(0, dot) : path);
        if (!things.knows(thing)) {
            String last = path.substring(path.lastIndexOf('/') + 1);
            return Problems.of(
                    Refusal.of(Reason.NOT_FOUND),
                    visit,
                    view,
                    index.nearest(last, visit.language(), 5));
        }
        if (things.withdrawn(thing)) {
            return withdrawn(thing, visit, view);
        }
        Optional<Formats> format = suffix.or(() -> Formats.accepted(visit.accept()));
        if (format.isEmpty()) {
            return Problems.of(Reason.NOT_ACCEPTABLE, visit, view);
        }
        return in(format.orElseThrow(), thing, visit, view).with("Vary", "Accept, Accept-Language");
    }

    private Answer in(Formats format, Node thing, Visit visit, View view) {
        return switch (format) {
            case HTML -> page(thing, visit, view);
            case CSV -> PromisesPage.csv(table(thing, visit));
            case TURTLE -> Rdf.of(graph(thing), RDFFormat.TURTLE_PRETTY, format.type());
            case JSON_LD -> Rdf.of(graph(thing), RDFFormat.JSONLD11, format.type());
            case N_TRIPLES -> Rdf.of(graph(thing), RDFFormat.NTRIPLES, format.type());
            case RDF_XML -> Rdf.of(graph(thing), RDFFormat.RDFXML_PLAIN, format.type());
        };
    }

    private StatementTable table(Node thing, Visit visit) {
        Statements statements = new Statements(things, visit.language());
        return new StatementTable(
                statements.knows(thing)
                        ? List.of(statements.read(thing))
                        : describe(thing, visit).history(),
                visit.language());
    }

    private Answer page(Node thing, Visit visit, View view) {
        Statements statements = new Statements(things, visit.language());
        return statements.knows(thing)
                ? page(
                        statements.account(thing),
                        new Descriptions(things, visit.language()).breadcrumb(thing),
                        view)
                : page(describe(thing, visit), Excerpt.of(things, thing, visit.language()), view);
    }

    private Answer page(Account account, List<Ref> breadcrumb, View view) {
        return Templates.page(
                "statement",
                view,
                Map.of(
                        "account", account,
                        "breadcrumb", breadcrumb,
                        "quotations", Quotation.of(account.statement(), settings)));
    }

    private Answer page(Description thing, List<Excerpt> passages, View view) {
        List<Statement> history = thing.history();
        return Templates.page(
                "thing",
                view,
                Map.of(
                        "thing",
                        thing,
                        "passages",
                        passages,
                        "charts",
                        thing.sort() == Sort.INDICATOR ? Chart.of(history) : List.of(),
                        "board",
                        Board.of(
                                things,
                                thing.sort() == Sort.ENTITY ? promises(history) : List.of())));
    }

    private static List<Statement> promises(List<Statement> history) {
        return history.stream().filter(Statement::promises).toList();
    }

    private Answer withdrawn(Node thing, Visit visit, View view) {
        return things.successor(thing)
                .map(next -> Answer.seeOther(view.href(next.getURI())))
                .orElseGet(() -> Problems.of(Reason.GONE, visit, view));
    }

    private Description describe(Node thing, Visit visit) {
        return new Descriptions(things, visit.language()).of(thing);
    }

    private Graph graph(Node thing) {
        Graph graph = Part.about(things, thing);
        graph.getPrefixMapping().setNsPrefixes(known);
        return graph;
    }
}
