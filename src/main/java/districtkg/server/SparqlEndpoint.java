package districtkg.server;

import districtkg.query.BadQuery;
import districtkg.query.KnownTerms;
import districtkg.query.QueryReader;
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
    private final QueryReader reader;
    private final KnownTerms terms;

    SparqlEndpoint(QueryReader reader, KnownTerms terms) {
        this.reader = reader;
        this.terms = terms;
    }

    @Override
    protected void execute(String text, HttpAction action) {
        Query query;
        try {
            query = reader.read(text);
            terms.check(query);
        } catch (BadQuery wrong) {
            ProblemDocument.of(wrong).send(action.getRequest(), action.getResponse());
            return;
        }
        action.beginRead();
        try {
            Pair<DatasetGraph, Query> chosen = decideDataset(action, query, text);
            try (QueryExec execution =
                    createQueryExec(action, chosen.getRight(), chosen.getLeft())) {
                sendResults(
                        action, executeQuery(action, execution, query, text), query.getPrologue());
            }
        } catch (QueryCancelledException late) {
            ProblemDocument.of(
                            503,
                            "The query took too long",
                            "It was stopped. Ask for less: add a LIMIT, or a more selective pattern.")
                    .send(action.getRequest(), action.getResponse());
        } finally {
            action.endRead();
        }
    }
}
