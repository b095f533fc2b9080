package districtkg.web;

import districtkg.entity.Description;
import districtkg.entity.Descriptions;
import districtkg.entity.Excerpt;
import districtkg.indicator.Chart;
import districtkg.promise.Board;
import districtkg.search.Index;
import districtkg.statement.Statement;
import districtkg.statement.StatementTable;
import districtkg.statement.Statements;
import districtkg.store.Things;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;

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
        Node thing = node(suffix.isPresent() ? path.substring(0, dot) : path);
        if (!things.knows(thing)) {
            String last = path.substring(path.lastIndexOf('/') + 1);
            return Failures.of(404, visit, view, index.nearest(last, visit.language(), 5));
        }
        if (things.text(thing, OWL2.deprecated.asNode()).equals("true")) {
            return withdrawn(thing, visit, view);
        }
        Optional<Formats> format = suffix.or(() -> Formats.accepted(visit.accept()));
        if (format.isEmpty()) {
            return Failures.of(406, visit, view, List.of());
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
        return new StatementTable(
                things.is(thing, Dkg.STATEMENT)
                        ? List.of(statements(visit).read(thing))
                        : describe(thing, visit).history(),
                visit.language());
    }

    private Answer page(Node thing, Visit visit, View view) {
        if (things.is(thing, Dkg.STATEMENT)) {
            return Templates.page(
                    "statement",
                    view,
                    Map.of(
                            "statement", statements(visit).read(thing),
                            "evidence",
                                    things.values(thing, Dkg.term("evidence"))
                                            .map(statements(visit)::read)
                                            .toList(),
                            "names",
                                    List.of(
                                            things.name(thing, Language.ZH),
                                            things.name(thing, Language.EN)),
                            "breadcrumb", describe(thing, visit).breadcrumb(),
                            "quotations", Quotation.of(statements(visit).read(thing), settings)));
        }
        Map<String, Object> shown = new HashMap<>();
        Description description = describe(thing, visit);
        shown.put("thing", description);
        shown.put(
                "board",
                Board.of(
                        things,
                        things.is(thing, Dkg.term("Entity")) && !description.document()
                                ? description.history().stream()
                                        .filter(Statement::promises)
                                        .toList()
                                : List.of()));
        shown.put(
                "charts",
                things.is(thing, Dkg.term("Indicator"))
                        ? Chart.of(description.history())
                        : List.of());
        shown.put("passages", passages(thing, visit));
        return Templates.page("thing", view, shown);
    }

    private List<Excerpt> passages(Node thing, Visit visit) {
        return things.is(thing, Dkg.DOCUMENT)
                ? Excerpt.of(things, thing, visit.language())
                : List.of();
    }

    private Answer withdrawn(Node thing, Visit visit, View view) {
        return things.value(thing, DCTerms.isReplacedBy.asNode())
                .filter(Node::isURI)
                .map(next -> Answer.seeOther(view.href(next.getURI())))
                .orElseGet(() -> Failures.of(410, visit, view, List.of()));
    }

    private Description describe(Node thing, Visit visit) {
        return new Descriptions(things, visit.language()).of(thing);
    }

    private Statements statements(Visit visit) {
        return new Statements(things, visit.language());
    }

    /**
     * What it says and what points to it; of a document also its passages, whose addresses are its
     * own.
     */
    private Graph graph(Node thing) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(known);
        things.graph().find(thing, null, null).forEachRemaining(graph::add);
        things.graph().find(null, null, thing).forEachRemaining(graph::add);
        things.subjects(Dkg.DOCUMENT_OF, thing)
                .filter(part -> part.getURI().startsWith(thing.getURI() + "#"))
                .forEach(
                        part -> things.graph().find(part, null, null).forEachRemaining(graph::add));
        return graph;
    }

    private static Node node(String path) {
        return Dkg.iri(
                path.startsWith("/id/")
                        ? Dkg.ID + path.substring("/id/".length())
                        : Dkg.VOCAB + path.substring("/vocab/".length()));
    }
}
