package districtkg.query.result;

import java.io.OutputStream;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;

/** Runs a query and prints its result. */
public final class ResultPrinter {
    /** Output formats. */
    public enum Format {
        /** Rows as an aligned table for a terminal. */
        TABLE,
        /** Rows as SPARQL 1.1 CSV. */
        CSV,
        /** Rows as SPARQL 1.1 TSV. */
        TSV,
        /** Rows as SPARQL 1.1 JSON. */
        JSON,
        /** Rows as SPARQL XML. */
        XML,
        /** Triples as Turtle. */
        TURTLE,
        /** Triples as N-Triples. */
        NTRIPLES,
        /** Triples as JSON-LD. */
        JSONLD;

        /** Whether the format is for triples, not for rows. */
        public boolean isGraph() {
            return switch (this) {
                case TURTLE, NTRIPLES, JSONLD -> true;
                case TABLE, CSV, TSV, JSON, XML -> false;
            };
        }
    }

    static {
        JsonResultWriter.use();
        XmlResultWriter.use();
    }

    private ResultPrinter() {}

    /**
     * Prints the result of a query. Tables, CSV, TSV, JSON and XML are for SELECT and ASK;
     * CONSTRUCT and DESCRIBE print Turtle unless N-Triples or JSON-LD is requested.
     */
    public static void print(Query query, DatasetGraph data, Format format, OutputStream out) {
        try (QueryExecution execution =
                QueryExecutionFactory.create(query, DatasetFactory.wrap(data))) {
            if (query.isSelectType()) {
                print(execution.execSelect(), query.getPrefixMapping(), format, out);
            } else if (query.isAskType()) {
                ResultSetFormatter.output(
                        out, execution.execAsk(), lang(format).orElse(ResultSetLang.RS_Text));
            } else {
                Graph graph = GraphFactory.createDefaultGraph();
                (query.isDescribeType() ? execution.execDescribe() : execution.execConstruct())
                        .getGraph().stream().forEach(triple -> graph.add(triple));
                graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
                print(graph, format, out);
            }
        }
    }

    /** Prints triples, as Turtle unless N-Triples or JSON-LD is requested. */
    public static void print(Graph graph, Format format, OutputStream out) {
        RDFDataMgr.write(out, graph, graphLang(format));
    }

    /** Prints rows, as a table unless CSV, TSV, JSON or XML is requested. */
    public static void print(
            ResultSet rows, PrefixMapping prefixes, Format format, OutputStream out) {
        Optional<Lang> lang = lang(format);
        if (lang.isPresent()) {
            ResultSetFormatter.output(out, rows, lang.get());
        } else {
            ResultSetFormatter.out(out, rows, prefixes);
        }
    }

    private static Optional<Lang> lang(Format format) {
        return switch (format) {
            case CSV -> Optional.of(ResultSetLang.RS_CSV);
            case TSV -> Optional.of(ResultSetLang.RS_TSV);
            case JSON -> Optional.of(ResultSetLang.RS_JSON);
            case XML -> Optional.of(ResultSetLang.RS_XML);
            case TABLE, TURTLE, NTRIPLES, JSONLD -> Optional.empty();
        };
    }

    private static Lang graphLang(Format format) {
        return switch (format) {
            case NTRIPLES -> Lang.NTRIPLES;
            case JSONLD -> Lang.JSONLD;
            case TABLE, CSV, TSV, JSON, XML, TURTLE -> RDFLanguages.TURTLE;
        };
    }
}
