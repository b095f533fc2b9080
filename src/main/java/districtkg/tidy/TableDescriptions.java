package districtkg.tidy;

import com.fasterxml.jackson.core.JsonGenerator;
import districtkg.vocab.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Descriptions of the files of tables: CSVW for one table, a Frictionless data package for all, and
 * a codebook in both languages.
 */
public final class TableDescriptions {
    /** The licence of all tables. */
    public static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";

    private final Tables tables;
    private final Codebook codebook;

    /** Descriptions of these tables, with the meanings of columns from the codebook. */
    public TableDescriptions(Tables tables, Codebook codebook) {
        this.tables = tables;
        this.codebook = codebook;
    }

    /** CSVW metadata of a table, for a file beside its CSV file. */
    public void csvw(Table table, OutputStream out) throws IOException {
        try (JsonGenerator json = TidyTableWriter.generator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("@context", "http://www.w3.org/ns/csvw");
            json.writeStringField("url", table.name() + ".csv");
            json.writeStringField("dc:license", LICENSE);
            json.writeObjectFieldStart("tableSchema");
            json.writeStringField("primaryKey", table.columns().getFirst().name());
            json.writeArrayFieldStart("columns");
            for (Column column : table.columns()) {
                json.writeStartObject();
                json.writeStringField("name", column.name());
                json.writeStringField("titles", column.name());
                json.writeObjectFieldStart("dc:description");
                json.writeStringField("@value", codebook.describe(column, Language.EN));
                json.writeStringField("@language", "en");
                json.writeEndObject();
                json.writeStringField("datatype", csvwType(column.type()));
                if (column.type() == ColumnType.LIST) {
                    json.writeStringField("separator", "; ");
                }
                if (column.term() != null) {
                    json.writeStringField("propertyUrl", column.term().getURI());
                }
                if (column.namespace() != null) {
                    json.writeStringField(
                            "valueUrl", column.namespace() + "{" + column.name() + "}");
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /** A Frictionless data package of all CSV files. */
    public void dataPackage(OutputStream out) throws IOException {
        try (JsonGenerator json = TidyTableWriter.generator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("profile", "tabular-data-package");
            json.writeStringField("name", "districtkg");
            json.writeStringField(
                    "title", "DistrictKG: what Chinese local governments report and promise");
            json.writeArrayFieldStart("licenses");
            json.writeStartObject();
            json.writeStringField("name", "CC-BY-4.0");
            json.writeStringField("path", LICENSE);
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayFieldStart("resources");
            for (String name : Tables.names()) {
                resource(tables.named(name).orElseThrow(), json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** The codebook as CSV: a row for each column of each table. */
    public void codebook(OutputStream out) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (String name : Tables.names()) {
            for (Column column : tables.named(name).orElseThrow().columns()) {
                rows.add(
                        new Object[] {
                            name,
                            column.name(),
                            column.type().name().toLowerCase(Locale.ROOT),
                            codebook.describe(column, Language.EN),
                            codebook.describe(column, Language.ZH)
                        });
            }
        }
        Table codes =
                new Table(
                        "codebook",
                        Stream.of("table", "column", "type", "meaning_en", "meaning_zh")
                                .map(heading -> Column.derived(heading, ColumnType.TEXT))
                                .toList(),
                        rows);
        TidyTableWriter.csv(codes, TidyTableWriter.all(codes), rows, out, false);
    }

    private void resource(Table table, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("profile", "tabular-data-resource");
        json.writeStringField("name", table.name());
        json.writeStringField("path", table.name() + ".csv");
        json.writeStringField("mediatype", "text/csv");
        json.writeStringField("encoding", StandardCharsets.UTF_8.name().toLowerCase(Locale.ROOT));
        json.writeObjectFieldStart("schema");
        json.writeStringField("primaryKey", table.columns().getFirst().name());
        json.writeArrayFieldStart("fields");
        for (Column column : table.columns()) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("type", frictionlessType(column.type()));
            json.writeStringField("description", codebook.describe(column, Language.EN));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String csvwType(ColumnType type) {
        return switch (type) {
            case TEXT, LIST -> "string";
            case IRI -> "anyURI";
            case INTEGER -> "integer";
            case NUMBER -> "decimal";
            case BOOLEAN -> "boolean";
        };
    }

    /** A list is a string in Frictionless: its parts are separated by "; ". */
    private static String frictionlessType(ColumnType type) {
        return switch (type) {
            case TEXT, LIST, IRI -> "string";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
        };
    }
}
