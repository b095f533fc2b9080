package districtkg.api;

import com.fasterxml.jackson.core.JsonGenerator;
import districtkg.tidy.Column;
import districtkg.tidy.Table;
import districtkg.tidy.Tables;
import districtkg.tidy.TidyTableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JSON-LD context of the answers: as RDF, each row says of its node what the graph says.
 * Columns that the ontology does not define are left out of the RDF. A code must not equal the name
 * of a column, since it would be read as that term; a test tries all codes of the data.
 */
final class ApiContext {
    private ApiContext() {}

    static void write(Tables tables, OutputStream out) throws IOException {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String name : Tables.names()) {
            for (Column column : tables.named(name).map(Table::columns).orElseThrow()) {
                columns.putIfAbsent(column.name(), column);
            }
        }
        try (JsonGenerator json = TidyTableWriter.generator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("@context");
            json.writeNumberField("@version", 1.1);
            json.writeStringField("iri", "@id");
            json.writeStringField("data", "@graph");
            for (Column column : columns.values()) {
                if (column.term() != null) {
                    term(column, json);
                }
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void term(Column column, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(column.name());
        json.writeStringField("@id", String.valueOf(column.term()));
        if (column.namespace() != null) {
            json.writeStringField("@type", "@vocab");
            json.writeObjectFieldStart("@context");
            json.writeStringField("@vocab", column.namespace());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
