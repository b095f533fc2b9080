package districtkg.query.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.riot.rowset.RowSetWrapper;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonResultWriterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "VALUES (?a ?b) { (<urn:x> 'plain') (UNDEF 'quote \" back \\\\ slash / tab \\t line \\n') (1 1.50) }",
                "VALUES ?a { '芦淞区' '\\u2028 \\u0001 \\u007f' '\\U0001F600' '' '<script>&' }",
                "VALUES ?a { 'x'@zh 'x'@en-GB 'x'@ar--rtl '2020'^^<http://www.w3.org/2001/XMLSchema#gYear> true 1e6 }",
                "VALUES ?a { <<( <urn:s> <urn:p> <<( <urn:s> <urn:p> 'o'@en )>> )>> }",
                "BIND(BNODE() AS ?a) BIND(?a AS ?b) BIND(BNODE() AS ?c)",
                "VALUES (?a ?b) { }"
            })
    void jenaReadsWhatWasThere(String pattern) {
        RowSetRewindable rows = select(pattern).rewindable();

        byte[] written = written(rows);

        rows.reset();
        RowSet read =
                RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                        .create(ResultSetLang.RS_JSON)
                        .read(new ByteArrayInputStream(written), new Context());
        assertThat(ResultsCompare.equalsByTerm(rows, read))
                .as(new String(written, StandardCharsets.UTF_8))
                .isTrue();
    }

    @Test
    void aRowIsALine() {
        String written =
                new String(
                        written(select("VALUES (?a ?b) { (<urn:x> 1) ('y'@en UNDEF) }")),
                        StandardCharsets.UTF_8);

        assertThat(written)
                .isEqualTo(
                        """
                        {"head":{"vars":["a","b"]},"results":{"bindings":[
                        {"a":{"type":"uri","value":"urn:x"},"b":{"type":"literal","datatype":"http://www.w3.org/2001/XMLSchema#integer","value":"1"}}
                        ,{"a":{"type":"literal","xml:lang":"en","value":"y"}}
                        ]}}
                        """);
    }

    /** Half of a character is no character; the answer is still JSON in UTF-8. */
    @Test
    void anUnpairedSurrogateIsHandled() {
        Node half = NodeFactory.createLiteralString("a\uD83Db");
        Binding row = BindingFactory.binding(Var.alloc("a"), half);
        RowSet rows = RowSetStream.create(List.of(Var.alloc("a")), List.of(row).iterator());

        String written = new String(written(rows), StandardCharsets.UTF_8);

        assertThat(JSON.parse(written).getObj("results").getArray("bindings")).hasSize(1);
        assertThat(written).contains("\"a?b\"");
    }

    /** Nobody may take a part for the whole. */
    @Test
    void anInterruptedAnswerIsNotTerminated() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowSet breaking =
                new RowSetWrapper(select("VALUES ?a { 1 2 3 }")) {
                    private int left = 2;

                    @Override
                    public Binding next() {
                        if (left-- == 0) {
                            throw new QueryCancelledException();
                        }
                        return super.next();
                    }
                };

        assertThatThrownBy(() -> write(breaking, out)).isInstanceOf(QueryCancelledException.class);

        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("]}}");
    }

    private static RowSet select(String pattern) {
        return QueryExec.dataset(DatasetGraphFactory.empty())
                .query("SELECT * { " + pattern + " }")
                .build()
                .select();
    }

    private static byte[] written(RowSet rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(rows, out);
        return out.toByteArray();
    }

    private static void write(RowSet rows, ByteArrayOutputStream out) {
        JsonResultWriter.use();
        RowSetWriterRegistry.getFactory(ResultSetLang.RS_JSON)
                .create(ResultSetLang.RS_JSON)
                .write(out, rows, new Context());
    }
}
