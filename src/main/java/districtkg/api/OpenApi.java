package districtkg.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import districtkg.tidy.Codebook;
import districtkg.tidy.Column;
import districtkg.tidy.ColumnType;
import districtkg.tidy.Table;
import districtkg.tidy.TableDescriptions;
import districtkg.tidy.Tables;
import districtkg.tidy.TidyTableWriter;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/** The OpenAPI 3.1 description of the API, made from the tables and their codebook. */
final class OpenApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TABLES = "tables";
    private static final String SEARCH = "search";

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
            JSON.writeTree(json, description(origin));
        }
    }

    private ObjectNode description(String origin) {
        ObjectNode api = JSON.createObjectNode();
        api.put("openapi", "3.1.1");
        ObjectNode info = api.putObject("info");
        info.put("title", "DistrictKG API");
        info.put("summary", "What Chinese local governments report and promise.");
        info.put(
                "description",
                "Rows of tables, with filters. Each column is a filter: a value, or several"
                        + " separated by commas. Doubted statements are in no table. Within"
                        + " version 1, columns keep their names, types and meaning; new columns"
                        + " and tables may be added.");
        info.put("version", "1");
        info.putObject("contact").put("name", "DistrictKG").put("url", Dkg.ROOT);
        info.putObject("license").put("name", "CC BY 4.0").put("url", TableDescriptions.LICENSE);
        api.putArray("servers").addObject().put("url", origin + "/api/v1");
        api.putArray("security");
        ArrayNode tags = api.putArray("tags");
        tags.addObject().put("name", TABLES).put("description", "Rows of tables, with filters.");
        tags.addObject().put("name", SEARCH).put("description", "Things by name.");
        ObjectNode paths = api.putObject("paths");
        ObjectNode schemas = api.putObject("components").putObject("schemas");
        for (String name : Tables.names()) {
            Table table = tables.named(name).orElseThrow();
            paths.set("/" + name, path(table));
            schemas.set(name, row(table));
        }
        paths.set("/" + SearchAnswer.NAME, search());
        schemas.set("problem", problem());
        return api;
    }

    private ObjectNode path(Table table) {
        ObjectNode path = JSON.createObjectNode();
        ObjectNode get = path.putObject("get");
        get.put("operationId", "list-" + table.name());
        get.put("summary", "Rows of the table of " + table.name());
        get.put(
                "description",
                "The rows that pass all filters, sorted by the first column, in pages or as CSV.");
        get.putArray("tags").add(TABLES);
        ArrayNode parameters = get.putArray("parameters");
        for (Column column : table.columns()) {
            String described = codebook.describe(column, Language.EN);
            for (String name : TableRequest.parameters(column).toList()) {
                parameters.add(parameter(name, limit(name, column) + described, false));
            }
        }
        if (table.position("place").isPresent()) {
            parameters.add(
                    parameter(
                            "within",
                            "A place; rows of the place and of all places in it.",
                            false));
        }
        parameters.add(
                parameter(
                        "fields", "The columns wanted, separated by commas. Default: all.", false));
        parameters.add(
                parameter(
                        "limit",
                        "The greatest number of rows: %d by default, at most %d; CSV has all rows unless a limit is given."
                                .formatted(TableRequest.DEFAULT_LIMIT, TableRequest.MAX_LIMIT),
                        false));
        parameters.add(parameter("cursor", "Where to go on, from the address in 'next'.", false));
        parameters.add(parameter("format", "json (default) or csv.", false));
        ObjectNode responses = get.putObject("responses");
        ObjectNode content = content(responses, "200", "The rows, sorted by the first column.");
        content.putObject("application/json").set("schema", page(table.name()));
        content.putObject("text/csv").putObject("schema").put("type", "string");
        refusal(responses);
        return path;
    }

    /** What the parameter of a limit says before the description of its column. */
    private static String limit(String parameter, Column column) {
        if (parameter.equals(column.name())) {
            return "";
        }
        return parameter.endsWith(TableRequest.FROM)
                ? "At least, or from: "
                : "At most, or until: ";
    }

    private static ObjectNode content(ObjectNode responses, String status, String description) {
        return responses.putObject(status).put("description", description).putObject("content");
    }

    private static void refusal(ObjectNode responses) {
        content(responses, "400", "Parameters are faulty; 'faults' lists all faults.")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/problem");
    }

    private static ObjectNode search() {
        ObjectNode path = JSON.createObjectNode();
        ObjectNode get = path.putObject("get");
        get.put("operationId", SearchAnswer.NAME);
        get.put("summary", "Things by name, best first");
        get.put("description", "Places, projects, organisations, indicators and others by name.");
        get.putArray("tags").add(SEARCH);
        ArrayNode parameters = get.putArray("parameters");
        for (String name : SearchAnswer.PARAMETERS.keySet().stream().sorted().toList()) {
            String described = Objects.requireNonNull(SearchAnswer.PARAMETERS.get(name));
            parameters.add(parameter(name, described, name.equals("q")));
        }
        ObjectNode responses = get.putObject("responses");
        content(responses, "200", "The things found.")
                .putObject("application/json")
                .set("schema", found());
        refusal(responses);
        return path;
    }

    /** The schema of an answer to a search. */
    private static ObjectNode found() {
        ObjectNode schema = object(List.of("@context", "license", "data"));
        ObjectNode properties = schema.putObject("properties");
        property(properties, "@context", "The JSON-LD context.", "string");
        property(properties, "license", "The license of the data.", "string");
        ObjectNode item = object(SearchAnswer.FIELDS).put("additionalProperties", false);
        ObjectNode fields = item.putObject("properties");
        for (String field : SearchAnswer.FIELDS) {
            if (field.equals("verdict")) {
                property(fields, field, "The verdict of a promise.", "string", "null");
            } else {
                property(fields, field, "Of the thing.", "string");
            }
        }
        properties.putObject("data").put("type", "array").set("items", item);
        return schema;
    }

    private static ObjectNode parameter(String name, String description, boolean required) {
        ObjectNode parameter = JSON.createObjectNode();
        parameter.put("name", name).put("in", "query").put("required", required);
        parameter.put("description", description).putObject("schema").put("type", "string");
        return parameter;
    }

    /** The schema of an answer. */
    private static ObjectNode page(String table) {
        ObjectNode schema = object(List.of("@context", "total", "license", "next", "data"));
        ObjectNode properties = schema.putObject("properties");
        property(properties, "@context", "The JSON-LD context.", "string");
        property(properties, "total", "The number of rows on all pages.", "integer");
        property(properties, "license", "The license of the data.", "string");
        property(properties, "next", "The next page; null on the last.", "string", "null");
        properties
                .putObject("data")
                .put("type", "array")
                .putObject("items")
                .put("$ref", "#/components/schemas/" + table);
        return schema;
    }

    private ObjectNode row(Table table) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        for (Column column : table.columns()) {
            ObjectNode cell =
                    property(
                            properties,
                            column.name(),
                            codebook.describe(column, Language.EN),
                            type(column.type()),
                            "null");
            if (column.type() == ColumnType.LIST) {
                cell.putObject("items").put("type", "string");
            }
        }
        return schema;
    }

    private static ObjectNode problem() {
        ObjectNode schema = object(List.of("type", "title", "status"));
        ObjectNode properties = schema.putObject("properties");
        property(properties, "type", "The kind of problem (RFC 9457).", "string");
        property(properties, "title", "The kind in words.", "string");
        property(properties, "status", "The HTTP status.", "integer");
        property(properties, "detail", "What is wrong with this request.", "string");
        return schema;
    }

    private static ObjectNode object(List<String> required) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ArrayNode names = schema.putArray("required");
        required.forEach(names::add);
        return schema;
    }

    private static ObjectNode property(
            ObjectNode properties, String name, String description, String... types) {
        ObjectNode property = properties.putObject(name).put("description", description);
        ArrayNode all = property.putArray("type");
        for (String type : types) {
            all.add(type);
        }
        return property;
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
