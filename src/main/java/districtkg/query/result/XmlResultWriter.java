package districtkg.query.result;

import districtkg.graph.XmlCharacters;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Objects;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the SPARQL Query Results XML Format, with U+FFFD for the characters that a query can
 * compute but XML cannot carry. Otherwise Jena's writer.
 *
 * @param writer that of Jena
 */
public record XmlResultWriter(RowSetWriter writer) implements RowSetWriter {
    private static final RowSetWriter JENA =
            Objects.requireNonNull(RowSetWriterRegistry.getFactory(ResultSetLang.RS_XML))
                    .create(ResultSetLang.RS_XML);

    /** Makes Jena write rows as XML in this way. */
    public static void use() {
        RowSetWriterRegistry.register(ResultSetLang.RS_XML, lang -> new XmlResultWriter(JENA));
    }

    @Override
    public void write(OutputStream out, RowSet rows, @Nullable Context context) {
        writer.write(out, legal(rows), context);
    }

    @Override
    public void write(Writer out, RowSet rows, @Nullable Context context) {
        writer.write(out, legal(rows), context);
    }

    @Override
    public void write(OutputStream out, boolean answer, @Nullable Context context) {
        writer.write(out, answer, context);
    }

    private static RowSet legal(RowSet rows) {
        return RowSetStream.create(rows.getResultVars(), Iter.map(rows, XmlResultWriter::legal));
    }

    private static Binding legal(Binding row) {
        BindingBuilder mended = Binding.builder();
        row.forEach((variable, term) -> mended.add(variable, legal(term)));
        return mended.build();
    }

    private static Node legal(Node term) {
        if (term.isTripleTerm()) {
            Triple triple = term.getTriple();
            return NodeFactory.createTripleTerm(
                    legal(triple.getSubject()),
                    legal(triple.getPredicate()),
                    legal(triple.getObject()));
        }
        if (!term.isLiteral()) {
            return term;
        }
        String text = term.getLiteralLexicalForm();
        if (XmlCharacters.legal(text)) {
            return term;
        }
        String mended = XmlCharacters.replaced(text);
        if (term.getLiteralLanguage().isEmpty()) {
            return NodeFactory.createLiteralDT(mended, term.getLiteralDatatype());
        }
        return term.getLiteralBaseDirection() == null
                ? NodeFactory.createLiteralLang(mended, term.getLiteralLanguage())
                : NodeFactory.createLiteralDirLang(
                        mended, term.getLiteralLanguage(), term.getLiteralBaseDirection());
    }
}
