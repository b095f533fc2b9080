package districtkg.api;

import com.fasterxml.jackson.core.JsonGenerator;
import districtkg.http.HttpAnswer;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.response.ProblemResponses;
import districtkg.search.SearchIndex;
import districtkg.tidy.Codebook;
import districtkg.tidy.PlaceCodes;
import districtkg.tidy.Table;
import districtkg.tidy.TableDescriptions;
import districtkg.tidy.Tables;
import districtkg.tidy.TidyTableWriter;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /api/v1/…}: rows of the tables as JSON and CSV, the description of the API, and the
 * context that makes the JSON JSON-LD. Thread-safe.
 */
public final class ApiPages implements PageHandler {
    /** The folder of this version of the API. */
    public static final String FOLDER = "/api/v1/";

    static final String DESCRIPTION = "openapi.json";
    static final String CONTEXT = "context.jsonld";

    private static final String JSON = "application/json";
    static final String CSV = "text/csv; charset=utf-8";

    private final Tables tables;
    private final Codebook codebook;
    private final SearchAnswer search;

    /** The API on the tables of an edition, and on its names. */
    public ApiPages(Tables tables, Codebook codebook, SearchIndex names) {
        this.codebook = codebook;
        this.tables = tables;
        this.search = new SearchAnswer(names);
    }

    @Override
    public HttpAnswer answer(PageRequest visit, View view) {
        String name = visit.path().substring(FOLDER.length());
        try {
            return switch (name) {
                case "" -> bytes(JSON, out -> index(visit.origin(), out));
                case DESCRIPTION ->
                        bytes(
                                JSON,
                                out -> new OpenApi(tables, codebook).write(visit.origin(), out));
                case SearchAnswer.NAME -> bytes(JSON, search.of(visit));
                case CONTEXT -> bytes("application/ld+json", out -> ApiContext.write(tables, out));
                default ->
                        tables.named(name)
                                .map(table -> rows(table, visit))
                                .orElseGet(() -> unknown(visit, view));
            };
        } catch (Refusal refused) {
            return ProblemResponses.of(refused, visit, view, List.of());
        }
    }

    private static HttpAnswer unknown(PageRequest visit, View view) {
        return ProblemResponses.of(
                Refusal.of(
                        Reason.NOT_FOUND,
                        "Tables of the API: " + String.join(", ", Tables.names())),
                visit,
                view,
                List.of());
    }

    private HttpAnswer rows(Table table, PageRequest visit) {
        TableRequest request =
                TableRequest.of(
                        table,
                        visit.parameters(),
                        new PlaceCodes(tables.named("places").orElseThrow()));
        List<Object[]> picked = table.rows().stream().filter(request.filter()).toList();
        List<Object[]> page =
                picked.stream()
                        .filter(row -> Table.key(row).compareTo(request.after()) > 0)
                        .limit(request.limit())
                        .toList();
        if (request.csv()) {
            return bytes(CSV, out -> TidyTableWriter.csv(table, request.fields(), page, out, false))
                    .with(
                            "Content-Disposition",
                            "attachment; filename=\"" + table.name() + ".csv\"");
        }
        return bytes(
                JSON,
                out ->
                        page(
                                request,
                                picked.size(),
                                page,
                                next(request, picked, page, visit),
                                visit.origin(),
                                out));
    }

    /** The address of the next page; empty on the last. */
    private static Optional<String> next(
            TableRequest request, List<Object[]> picked, List<Object[]> page, PageRequest visit) {
        if (page.isEmpty() || page.getLast() == picked.getLast()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>(visit.parameters());
        parameters.put("cursor", TableRequest.cursor(page.getLast()));
        return Optional.of(
                visit.origin()
                        + FOLDER
                        + request.table().name()
                        + "?"
                        + String.join(
                                "&",
                                parameters.entrySet().stream()
                                        .map(
                                                one ->
                                                        PageRequest.encoded(one.getKey())
                                                                + "="
                                                                + PageRequest.encoded(
                                                                        one.getValue()))
                                        .toList()));
    }

    private static void page(
            TableRequest request,
            int total,
            List<Object[]> rows,
            Optional<String> next,
            String origin,
            OutputStream out)
            throws IOException {
        try (JsonGenerator json = TidyTableWriter.generator(out)) {
            json.writeStartObject();
            json.writeStringField("@context", origin + FOLDER + CONTEXT);
            json.writeNumberField("total", total);
            json.writeStringField("license", TableDescriptions.LICENSE);
            if (next.isPresent()) {
                json.writeStringField("next", next.orElseThrow());
            } else {
                json.writeNullField("next");
            }
            json.writeArrayFieldStart("data");
            for (Object[] row : rows) {
                TidyTableWriter.row(request.table(), request.fields(), row, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void index(String origin, OutputStream out) throws IOException {
        try (JsonGenerator json = TidyTableWriter.generator(out)) {
            json.writeStartObject();
            json.writeStringField("openapi", origin + FOLDER + DESCRIPTION);
            json.writeStringField("license", TableDescriptions.LICENSE);
            json.writeObjectFieldStart("tables");
            for (String name : Tables.names()) {
                json.writeStringField(name, origin + FOLDER + name);
            }
            json.writeEndObject();
            json.writeStringField("search", origin + FOLDER + SearchAnswer.NAME);
            json.writeEndObject();
        }
    }

    static HttpAnswer bytes(String type, HttpAnswer.Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return HttpAnswer.bytes(type, out.toByteArray());
    }
}
