package districtkg.tidy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import districtkg.text.ByteOrderMark;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes tables as CSV and JSON. The same rows give the same bytes. Thread-safe. */
public final class TidyTableWriter {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    private static final String SEPARATOR = "; ";

    private TidyTableWriter() {}

    /**
     * Writes CSV (RFC 4180) in UTF-8, with a header.
     *
     * @param fields the positions of the columns to write
     * @param byteOrderMark whether to begin with one, so that Excel reads the file as UTF-8
     */
    public static void csv(
            Table table,
            List<Integer> fields,
            List<Object[]> rows,
            OutputStream out,
            boolean byteOrderMark)
            throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (byteOrderMark) {
            text.write(ByteOrderMark.MARK);
        }
        CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180);
        csv.printRecord(fields.stream().map(field -> table.columns().get(field).name()));
        for (Object[] row : rows) {
            csv.printRecord(fields.stream().map(field -> cell(row[field])));
        }
        csv.flush();
    }

    /** Writes JSON Lines: one object for each row; a cell without a value is {@code null}. */
    public static void jsonLines(Table table, List<Object[]> rows, OutputStream out)
            throws IOException {
        List<Integer> fields = all(table);
        try (JsonGenerator json = generator(out)) {
            json.setPrettyPrinter(null);
            json.setRootValueSeparator(new SerializedString("\n"));
            for (Object[] row : rows) {
                row(table, fields, row, json);
            }
            json.writeRaw('\n');
        }
    }

    /** A JSON generator that does not close the stream. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        return json;
    }

    /** Writes a row as an object with the names of columns as keys. */
    public static void row(Table table, List<Integer> fields, Object[] row, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        for (int field : fields) {
            json.writeFieldName(table.columns().get(field).name());
            value(row[field], json);
        }
        json.writeEndObject();
    }

    /** The positions of all columns. */
    public static List<Integer> all(Table table) {
        return IntStream.range(0, table.columns().size()).boxed().toList();
    }

    private static void value(@Nullable Object cell, JsonGenerator json) throws IOException {
        switch (cell) {
            case null -> json.writeNull();
            case Long number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case List<?> several -> {
                json.writeStartArray();
                for (Object one : several) {
                    json.writeString(String.valueOf(one));
                }
                json.writeEndArray();
            }
            default -> json.writeString(cell.toString());
        }
    }

    private static String cell(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case List<?> several ->
                    String.join(SEPARATOR, several.stream().map(String::valueOf).toList());
            default -> cell.toString();
        };
    }
}
