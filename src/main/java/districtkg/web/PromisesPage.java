package districtkg.web;

import districtkg.promise.Promises;
import districtkg.statement.Statement;
import districtkg.statement.StatementTable;
import districtkg.store.Part;
import districtkg.store.Things;
import districtkg.vocab.Dkg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;

/** {@code /promises}: every target and commitment, as a page, as CSV and as JSON-LD. */
final class PromisesPage implements Handler {
    private final Things things;
    private final InBoth<List<Statement>> promises;
    private final Rdf rdf;

    PromisesPage(Things things, InBoth<List<Statement>> promises, Rdf rdf) {
        this.things = things;
        this.promises = promises;
        this.rdf = rdf;
    }

    @Override
    public Answer answer(Visit visit, View view) {
        Promises picked =
                Promises.of(
                        promises.in(visit.language()), visit.parameters(), visit.parameter("sort"));
        return switch (visit.parameter("format")) {
            case "csv" -> csv(new StatementTable(picked.rows(), visit.language()));
            case "jsonld" -> jsonLd(picked, view);
            default ->
                    Templates.page(
                            "promises",
                            view,
                            Map.of("promises", picked, "page", page(visit, picked)));
        };
    }

    private static int page(Visit visit, Promises picked) {
        String asked = visit.parameter("page");
        return asked.matches("[1-9][0-9]{0,5}")
                ? Math.min(Integer.parseInt(asked), picked.pages())
                : 1;
    }

    static Answer csv(StatementTable table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            table.write(out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return Answer.bytes("text/csv; charset=utf-8", out.toByteArray())
                .with("Content-Disposition", "attachment; filename=\"districtkg.csv\"");
    }

    private Answer jsonLd(Promises picked, View view) {
        Graph graph =
                Part.said(things, picked.rows().stream().map(row -> Dkg.iri(row.self().iri())));
        return rdf.whole(graph, Formats.JSON_LD, view);
    }
}
