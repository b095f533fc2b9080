package districtkg.query.result;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeToLabel;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.SyntaxLabels;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.NodeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Writes results in the SPARQL 1.1 Query Results JSON Format, with triple terms and base direction
 * of SPARQL 1.2: one row per line, streamed. Jena's writer formats each character itself, which
 * took a third of the time of a small answer.
 */
public final class JsonResultWriter implements RowSetWriter {
    /**
     * Does not close open structures after a failure: no client may take a partial answer for a
     * complete one.
     */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    private static final SerializableString TYPE = new SerializedString("type");
    private static final SerializableString VALUE = new SerializedString("value");
    private static final SerializableString URI = new SerializedString("uri");
    private static final SerializableString LITERAL = new SerializedString("literal");
    private static final SerializableString DATATYPE = new SerializedString("datatype");

    private JsonResultWriter() {}

    /** Registers this writer with Jena. */
    public static void use() {
        RowSetWriterRegistry.register(ResultSetLang.RS_JSON, lang -> new JsonResultWriter());
    }

    @Override
    public void write(OutputStream out, RowSet rows, @Nullable Context context) {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            new Table(json, rows.getResultVars()).write(rows);
        } catch (IOException unwritten) {
            throw new RuntimeIOException(unwritten);
        }
    }

    /**
     * Unsupported: the format is defined in bytes. Jena's own writer rejects character streams too.
     */
    @Override
    public void write(Writer out, RowSet rows, @Nullable Context context) {
        throw new UnsupportedOperationException("rows are written as JSON to an OutputStream");
    }

    @Override
    public void write(OutputStream out, boolean answer, @Nullable Context context) {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeObjectFieldStart("head");
            json.writeEndObject();
            json.writeBooleanField("boolean", answer);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException unwritten) {
            throw new RuntimeIOException(unwritten);
        }
    }

    /** One result table being written. */
    private static final class Table {
        private final JsonGenerator json;
        private final List<Var> variables;
        private final List<SerializableString> names;
        private final NodeToLabel labels = SyntaxLabels.createNodeToLabel();

        Table(JsonGenerator json, List<Var> variables) {
            this.json = json;
            this.variables = variables;
            this.names =
                    variables.stream()
                            .<SerializableString>map(
                                    each -> new SerializedString(each.getVarName()))
                            .toList();
        }

        void write(RowSet rows) throws IOException {
            json.writeStartObject();
            json.writeObjectFieldStart("head");
            json.writeArrayFieldStart("vars");
            for (SerializableString name : names) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeObjectFieldStart("results");
            json.writeArrayFieldStart("bindings");
            json.writeRaw('\n');
            while (rows.hasNext()) {
                row(rows.next());
                json.writeRaw('\n');
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }

        private void row(Binding row) throws IOException {
            json.writeStartObject();
            for (int at = 0; at < variables.size(); at++) {
                Node term = row.get(variables.get(at));
                if (term != null) {
                    json.writeFieldName(names.get(at));
                    term(term);
                }
            }
            json.writeEndObject();
        }

        private void term(Node term) throws IOException {
            json.writeStartObject();
            json.writeFieldName(TYPE);
            if (term.isURI()) {
                json.writeString(URI);
                value(term.getURI());
            } else if (term.isLiteral()) {
                json.writeString(LITERAL);
                kind(term);
                value(term.getLiteralLexicalForm());
            } else if (term.isBlank()) {
                json.writeString("bnode");
                value(label(term));
            } else {
                json.writeString("triple");
                json.writeFieldName(VALUE);
                triple(term.getTriple());
            }
            json.writeEndObject();
        }

        /**
         * Writes a string, encoded by Java, which replaces an unpaired surrogate by a question
         * mark.
         */
        private void value(String text) throws IOException {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            json.writeFieldName(VALUE);
            json.writeUTF8String(encoded, 0, encoded.length);
        }

        private void kind(Node literal) throws IOException {
            String language = literal.getLiteralLanguage();
            TextDirection direction = literal.getLiteralBaseDirection();
            if (!language.isEmpty()) {
                json.writeStringField("xml:lang", language);
                if (direction != null) {
                    json.writeStringField("its:dir", direction.direction());
                }
            } else if (!NodeUtils.isSimpleString(literal)) {
                json.writeFieldName(DATATYPE);
                json.writeString(literal.getLiteralDatatypeURI());
            }
        }

        private void triple(Triple triple) throws IOException {
            json.writeStartObject();
            json.writeFieldName("subject");
            term(triple.getSubject());
            json.writeFieldName("predicate");
            term(triple.getPredicate());
            json.writeFieldName("object");
            term(triple.getObject());
            json.writeEndObject();
        }

        private String label(Node blank) {
            return labels.get(null, blank).substring("_:".length());
        }
    }
}
