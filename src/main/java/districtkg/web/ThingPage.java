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
import districtkg.vocab.Dkg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** {@code /id/…} and {@code /vocab/…}: one thing, as a page or as data. */
final class ThingPage implements Handler {
    static final List<Formats> OFFER =
            List.of(
                    Formats.HTML,
                    Formats.TURTLE,
                    Formats.JSON_LD,
                    Formats.N_TRIPLES,
                    Formats.RDF_XML,
                    Formats.CSV);

    private final Things things;
    private final Rdf rdf;
    private final Index index;
    private final Settings settings;

    ThingPage(Things things, Rdf rdf, Index index, Settings settings) {
        this.things = things;
        this.rdf = rdf;
        this.index = index;
        this.settings = settings;
    }

    @Override
    public Answer answer(Visit visit, View view) {
        String path = visit.path();
        Optional<Formats> named =
                knows(path) ? Optional.empty() : Described.named(path).filter(OFFER::contains);
        String own = named.isPresent() ? Described.unnamed(path) : path;
        if (!knows(own)) {
            return Problems.of(
                    Refusal.of(Reason.NOT_FOUND),
                    visit,
                    view,
                    index.nearest(Ref.end(own), visit.language(), 5));
        }
        Node thing = thing(own);
        if (things.withdrawn(thing)) {
            return withdrawn(thing, named, visit, view);
        }
        return new Described(thing.getURI(), own, OFFER, document(thing), rdf.licence())
                .answer(visit, view, named, (form, shown) -> in(form, thing, visit, shown));
    }

    private boolean knows(String path) {
        return things.knows(thing(path));
    }

    private static Node thing(String path) {
        return Dkg.iri(Addresses.iri(path));
    }

    /** Whether it is itself something to read, and not a thing in the world or a notion. */
    private boolean document(Node thing) {
        return Stream.of(Dkg.DOCUMENT, Dkg.SECTION, Dkg.STATEMENT, Dkg.term("Reference"))
                .anyMatch(kind -> things.is(thing, kind));
    }

    private Answer in(Formats form, Node thing, Visit visit, View view) {
        return switch (form) {
            case HTML -> page(thing, visit, view);
            case CSV -> PromisesPage.csv(table(thing, visit)).with(Answer.LANGUAGE, view.lang());
            default -> rdf.of(thing, Part.about(things, thing), form, view);
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

    private Answer withdrawn(Node thing, Optional<Formats> named, Visit visit, View view) {
        return things.successor(thing)
                .map(next -> Answer.seeOther(view.url(successor(next.getURI(), named))))
                .orElseGet(() -> Problems.of(Reason.GONE, visit, view));
    }

    private static String successor(String iri, Optional<Formats> named) {
        return Addresses.path(iri)
                .map(path -> named.map(form -> Addresses.in(form, path)).orElse(path))
                .map(Visit::written)
                .orElse(iri);
    }

    private Description describe(Node thing, Visit visit) {
        return new Descriptions(things, visit.language()).of(thing);
    }
}
