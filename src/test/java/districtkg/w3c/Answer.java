package districtkg.w3c;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetMem;
import org.apache.jena.sparql.exec.RowSetRewindable;

/** The answer to a query: one of its three parts. */
record Answer(Optional<RowSetRewindable> rows, Optional<Boolean> truth, Optional<Graph> graph) {
    static Answer of(RowSet rows) {
        return new Answer(Optional.of(RowSetMem.create(rows)), Optional.empty(), Optional.empty());
    }

    static Answer of(boolean truth) {
        return new Answer(Optional.empty(), Optional.of(truth), Optional.empty());
    }

    static Answer of(Graph graph) {
        return new Answer(Optional.empty(), Optional.empty(), Optional.of(graph));
    }

    /** Evaluates a query. */
    static Answer of(Query query, DatasetGraph data) {
        try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
            if (query.isSelectType()) {
                return of(execution.select());
            }
            if (query.isAskType()) {
                return of(execution.ask());
            }
            return of(query.isConstructType() ? execution.construct() : execution.describe());
        }
    }

    /** Reads the answer to a query in a format of RDF or of query results. */
    static Answer read(Query query, byte[] bytes, Lang lang) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        if (query.isSelectType()) {
            return of(RowSet.adapt(ResultSetMgr.read(in, lang)));
        }
        if (query.isAskType()) {
            return of(ResultSetMgr.readBoolean(in, lang));
        }
        return of(RDFParser.source(in).lang(lang).toGraph());
    }
}
