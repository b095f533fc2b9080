package districtkg.api;

import com.fasterxml.jackson.core.JsonGenerator;
import districtkg.tidy.Codebook;
import districtkg.tidy.Column;
import districtkg.tidy.ColumnType;
import districtkg.tidy.Table;
import districtkg.tidy.TableDescriptions;
import districtkg.tidy.Tables;
import districtkg.tidy.TidyTableWriter;
import districtkg.vocab.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/** The OpenAPI 3.1 description of the API, made from the tables and their codebook. */
final class OpenApi {
    private final Tables tables;
    private final Codebook codebook;

    OpenApi(Tables tables, Codebook codebook) {
        this.tables = tables;
        this.codebook = codebook;
    }

    /**
     * Writes the description.
     *
     * @param origin of the server: {@code http://127.0.0.1:3030}
     */
    void write(String origin, OutputStream out) throws IOException {
        try (JsonGenerator json = TidyTableWriter.generator(out)) {
            json.writeStartObject();
            json.writeStringField("openapi", "3.1.1");
            json.writeObjectFieldStart("info");
            json.writeStringField("title", "DistrictKG API");
            json.writeStringField("summary", "What Chinese local governments report and promise.");
            json.writeStringField(
                    "description",
                    "Rows of tables, with filters. Each column is a filter: a value, or several"
                            + " separated by commas. Doubted statements are in no table. Within"
                            + " version 1, columns keep their names, types and meaning; new columns"
                            + " and tables may be added.");
            json.writeStringField("version", "1");
            json.writeObjectFieldStart("license");
            json.writeStringField("name", "CC BY 4.0");
            json.writeStringField("url", TableDescriptions.LICENSE);
            json.writeEndObject();
            json.writeEndObject();
            json.writeArrayFieldStart("servers");
            json.writeStartObject();
            json.writeStringField("url", origin + "/api/v1");
            json.writeEndObject();
            json.writeEndArray();
            json.writeObjectFieldStart("paths");
            for (String name : Tables.names()) {
                path(tables.named(name).orElseThrow(), json);
            }
            search(json);
            json.writeEndObject();
            json.writeObjectFieldStart("components");
            json.writeObjectFieldStart("schemas");
            for (String name : Tables.names()) {
                row(tables.named(name).orElseThrow(), json);
            }
            problem(json);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void path(Table table, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("/" + table.name());
        json.writeObjectFieldStart("get");
        json.writeStringField("operationId", "list-" + table.name());
        json.writeStringField("summary", "Rows of the table of " + table.name());
        json.writeArrayFieldStart("parameters");
        for (Column column : table.columns()) {
            for (String name : TableRequest.parameters(column).toList()) {
                String described = codebook.describe(column, Language.EN);
                parameter(
                        name,
                        name.equals(column.name())
                                ? described
                                : (name.endsWith(TableRequest.FROM)
                                                ? "At least, or from: "
                                                : "At most, or until: ")
                                        + described,
                        json);
            }
        }
        if (table.position("place").isPresent()) {
            parameter("within", "A place; rows of the place and of all places in it.", json);
        }
        parameter("fields", "The columns wanted, separated by commas. Default: all.", json);
        parameter(
                "limit",
                "The greatest number of rows: %d by default, at most %d; CSV has all rows unless a limit is given."
                        .formatted(TableRequest.DEFAULT_LIMIT, TableRequest.MAX_LIMIT),
                json);
        parameter("cursor", "Where to go on, from the address in 'next'.", json);
        parameter("format", "json (default) or csv.", json);
        json.writeEndArray();
        json.writeObjectFieldStart("responses");
        json.writeObjectFieldStart("200");
        json.writeStringField("description", "The rows, sorted by the first column.");
        json.writeObjectFieldStart("content");
        json.writeObjectFieldStart("application/json");
        json.writeObjectFieldStart("schema");
        page(table.name(), json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("text/csv");
        json.writeObjectFieldStart("schema");
        json.writeStringField("type", "string");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        refusal(json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void refusal(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("400");
        json.writeStringField("description", "Parameters are faulty; 'faults' lists all faults.");
        json.writeObjectFieldStart("content");
        json.writeObjectFieldStart("application/problem+json");
        json.writeObjectFieldStart("schema");
        json.writeStringField("$ref", "#/components/schemas/problem");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void search(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("/" + SearchAnswer.NAME);
        json.writeObjectFieldStart("get");
        json.writeStringField("operationId", SearchAnswer.NAME);
        json.writeStringField("summary", "Things by name, best first");
        json.writeArrayFieldStart("parameters");
        for (String name : SearchAnswer.PARAMETERS.keySet().stream().sorted().toList()) {
            parameter(
                    name,
                    Objects.requireNonNull(SearchAnswer.PARAMETERS.get(name)),
                    name.equals("q"),
                    json);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("responses");
        json.writeObjectFieldStart("200");
        json.writeStringField("description", "The things found.");
        json.writeObjectFieldStart("content");
        json.writeObjectFieldStart("application/json");
        json.writeObjectFieldStart("schema");
        json.writeStringField("type", "object");
        required(List.of("@context", "license", "data"), json);
        json.writeObjectFieldStart("properties");
        type("@context", List.of("string"), "The JSON-LD context.", json);
        type("license", List.of("string"), "The license of the data.", json);
        json.writeObjectFieldStart("data");
        json.writeStringField("type", "array");
        json.writeObjectFieldStart("items");
        json.writeStringField("type", "object");
        required(SearchAnswer.FIELDS, json);
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        for (String field : SearchAnswer.FIELDS) {
            type(
                    field,
                    field.equals("verdict") ? List.of("string", "null") : List.of("string"),
                    field.equals("verdict") ? "The verdict of a promise." : "Of the thing.",
                    json);
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        refusal(json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void parameter(String name, String description, JsonGenerator json)
            throws IOException {
        parameter(name, description, false, json);
    }

    private static void parameter(
            String name, String description, boolean required, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("in", "query");
        json.writeBooleanField("required", required);
        json.writeStringField("description", description);
        json.writeObjectFieldStart("schema");
        json.writeStringField("type", "string");
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The schema of an answer. */
    private static void page(String table, JsonGenerator json) throws IOException {
        json.writeStringField("type", "object");
        required(List.of("@context", "total", "license", "next", "data"), json);
        json.writeObjectFieldStart("properties");
        type("@context", List.of("string"), "The JSON-LD context.", json);
        type("total", List.of("integer"), "The number of rows on all pages.", json);
        type("license", List.of("string"), "The license of the data.", json);
        type("next", List.of("string", "null"), "The next page; null on the last.", json);
        json.writeObjectFieldStart("data");
        json.writeStringField("type", "array");
        json.writeObjectFieldStart("items");
        json.writeStringField("$ref", "#/components/schemas/" + table);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void row(Table table, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(table.name());
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        for (Column column : table.columns()) {
            json.writeObjectFieldStart(column.name());
            json.writeStringField("description", codebook.describe(column, Language.EN));
            json.writeArrayFieldStart("type");
            json.writeString(type(column.type()));
            json.writeString("null");
            json.writeEndArray();
            if (column.type() == ColumnType.LIST) {
                json.writeObjectFieldStart("items");
                json.writeStringField("type", "string");
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void problem(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("problem");
        json.writeStringField("type", "object");
        required(List.of("type", "title", "status"), json);
        json.writeObjectFieldStart("properties");
        type("type", List.of("string"), "The kind of problem (RFC 9457).", json);
        type("title", List.of("string"), "The kind in words.", json);
        type("status", List.of("integer"), "The HTTP status.", json);
        type("detail", List.of("string"), "What is wrong with this request.", json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void required(List<String> names, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("required");
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private static void type(
            String name, List<String> types, String description, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("description", description);
        json.writeArrayFieldStart("type");
        for (String type : types) {
            json.writeString(type);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT, IRI -> "string";
            case LIST -> "array";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
        };
    }
}
