package districtkg.server;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * Fuseki's SPARQL Protocol, with our reading of queries and our telling of what is wrong with them.
 */
final class SparqlEndpoint extends SPARQL_QueryDataset {
    @Override
    protected void execute(String text, HttpAction action) {
        Live live = Live.of(action.getRequest());
        try {
            Query query = live.reader().read(text);
            live.terms().check(query);
            answer(query, text, action);
        } catch (Refusal refused) {
            live.site().refuse(refused, action.getRequest(), action.getResponse());
        } catch (QueryCancelledException late) {
            live.site()
                    .refuse(Refusal.of(Reason.TOO_SLOW), action.getRequest(), action.getResponse());
        }
    }

    private void answer(Query query, String text, HttpAction action) {
        action.beginRead();
        try {
            Pair<DatasetGraph, Query> chosen = decideDataset(action, query, text);
            try (QueryExec execution =
                    createQueryExec(action, chosen.getRight(), chosen.getLeft())) {
                sendResults(
                        action, executeQuery(action, execution, query, text), query.getPrologue());
            }
        } finally {
            action.endRead();
        }
    }

    /** Fuseki knows no editions: its own data set is empty. */
    @Override
    protected DatasetGraph getDataset(HttpAction action) {
        return Live.of(action.getRequest()).edition().data();
    }
}
