package districtkg.page;

import districtkg.graph.GraphReader;
import districtkg.graph.Subgraph;
import districtkg.http.HttpAnswer;
import districtkg.promise.Promises;
import districtkg.response.RdfResponses;
import districtkg.statement.Statement;
import districtkg.statement.StatementTable;
import districtkg.vocab.Dkg;
import districtkg.web.Formats;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.PerLanguage;
import districtkg.web.Templates;
import districtkg.web.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;

/** {@code /promises}: all targets and commitments, as a page, CSV and JSON-LD. */
final class PromisesPage implements PageHandler {
    private final GraphReader things;
    private final PerLanguage<List<Statement>> promises;
    private final RdfResponses rdf;

    PromisesPage(GraphReader things, PerLanguage<List<Statement>> promises, RdfResponses rdf) {
        this.things = things;
        this.promises = promises;
        this.rdf = rdf;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        Promises picked =
                Promises.of(
                        promises.in(request.language()),
                        request.parameters(),
                        request.parameter("sort"));
        return switch (request.parameter("format")) {
            case "csv" -> csv(new StatementTable(picked.rows(), request.language()));
            case "jsonld" -> jsonLd(picked, view);
            default ->
                    Templates.page(
                            "promises",
                            view,
                            Map.of("promises", picked, "page", page(request, picked.pages())));
        };
    }

    /** The page that a request asks for, from 1; the first or the last if there is no such page. */
    static int page(PageRequest request, int pages) {
        String asked = request.parameter("page");
        return asked.matches("[1-9][0-9]{0,5}") ? Math.min(Integer.parseInt(asked), pages) : 1;
    }

    static HttpAnswer csv(StatementTable table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            table.write(out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return HttpAnswer.bytes("text/csv; charset=utf-8", out.toByteArray())
                .with("Content-Disposition", "attachment; filename=\"districtkg.csv\"");
    }

    private HttpAnswer jsonLd(Promises picked, View view) {
        Graph graph =
                Subgraph.said(things, picked.rows().stream().map(row -> Dkg.iri(row.self().iri())));
        return rdf.whole(graph, Formats.JSON_LD, view);
    }
}
