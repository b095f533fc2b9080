package districtkg.w3c;

import districtkg.index.GraphIndexer;
import districtkg.w3c.W3cTests.W3cTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.jena.arq.junit.sparql.tests.QueryTestItem;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.sparql.vocabulary.ResultSetGraphVocab;
import org.apache.jena.vocabulary.TestManifest;

/** A query evaluation test: a query, its data set, and the right answer. */
final class Evaluation {
    private static final Node DEFAULT = NodeFactory.createURI("urn:x-default");

    private static final Node CARDINALITY =
            NodeFactory.createURI(TestManifest.getURI() + "resultCardinality");
    private static final Node LAX = NodeFactory.createURI(TestManifest.getURI() + "LaxCardinality");
    private static final Literal TRUE = ResourceFactory.createTypedLiteral(true);

    private final String query;
    private final DatasetGraph plain;
    private final Answer expected;
    private final boolean lax;

    /**
     * @param lax whether a row may come more or fewer times than expected
     */
    private Evaluation(String query, DatasetGraph plain, Answer expected, boolean lax) {
        this.query = query;
        this.plain = plain;
        this.expected = expected;
        this.lax = lax;
    }

    static Evaluation of(W3cTest test) throws IOException {
        QueryTestItem item = QueryTestItem.create(test.entry(), test.entry().getTestType());
        String text =
                "BASE <"
                        + item.getQueryFile()
                        + ">\n"
                        + Files.readString(Path.of(URI.create(item.getQueryFile())));
        return new Evaluation(
                text,
                data(item, text),
                expected(item.getResults(), parsed(text)),
                test.entry().getGraph().contains(test.entry().getEntry(), CARDINALITY, LAX));
    }

    private static Query parsed(String text) {
        return QueryFactory.create(text, Syntax.syntaxSPARQL_12);
    }

    /** The right answer; some results that are no graph are written as one. */
    private static Answer expected(SPARQLResult results, Query query) {
        if (results.isBoolean()) {
            return Answer.of(results.getBooleanResult());
        }
        if (results.isGraph() && query.isAskType()) {
            return Answer.of(
                    results.getModel().contains(null, ResultSetGraphVocab.p_boolean, TRUE));
        }
        if (results.isGraph() && query.isSelectType()) {
            return Answer.of(RowSet.adapt(ResultSetFactory.makeResults(results.getModel())));
        }
        return results.isGraph()
                ? Answer.of(results.getModel().getGraph())
                : Answer.of(RowSet.adapt(results.getResultSet()));
    }

    /** The data set of the test; without one, the graphs that the query names. */
    private static DatasetGraph data(QueryTestItem item, String text) {
        DatasetGraph data = DatasetGraphFactory.create();
        item.getDefaultGraphURIs().forEach(from -> read(from, data.getDefaultGraph()));
        List<String> named = new ArrayList<>(item.getNamedGraphURIs());
        Query query = parsed(text);
        named.addAll(query.getGraphURIs());
        named.addAll(query.getNamedGraphURIs());
        named.stream()
                .distinct()
                .forEach(from -> read(from, data.getGraph(NodeFactory.createURI(from))));
        return data;
    }

    private static void read(String from, Graph into) {
        RDFParser.source(from).parse(into);
    }

    DatasetGraph plain() {
        return plain;
    }

    /** The same data, as our engine serves them. */
    DatasetGraph indexed() {
        GraphIndexer indexer = new GraphIndexer();
        plain.getDefaultGraph().find().forEachRemaining(one -> indexer.add(DEFAULT, one));
        plain.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(
                        quad -> {
                            if (!quad.isDefaultGraph()) {
                                indexer.add(quad.getGraph(), quad.asTriple());
                            }
                        });
        GraphIndexer.Graphs graphs = indexer.build();
        DatasetGraph data =
                new DatasetGraphMapLink(
                        graphs.named().containsKey(DEFAULT)
                                ? graphs.named().get(DEFAULT)
                                : new GraphIndexer().build().all());
        graphs.named()
                .forEach(
                        (name, graph) -> {
                            if (!name.equals(DEFAULT)) {
                                data.addGraph(name, graph);
                            }
                        });
        return data;
    }

    /** Evaluates a query, whatever goes wrong. */
    interface Evaluator {
        Answer answer(String query) throws Exception;
    }

    /** What is wrong with an answer; empty if it is right. */
    Optional<String> difference(Evaluator evaluator) {
        Answer answer;
        try {
            answer = evaluator.answer(query);
        } catch (Exception failed) {
            return Optional.of(String.valueOf(failed));
        }
        return same(answer) ? Optional.empty() : Optional.of("another answer");
    }

    private boolean same(Answer answer) {
        return expected.truth().equals(answer.truth())
                && both(expected.graph(), answer.graph(), IsoMatcher::isomorphic)
                && both(expected.rows(), answer.rows(), this::sameRows);
    }

    private static <T> boolean both(Optional<T> one, Optional<T> other, BiPredicate<T, T> alike) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || alike.test(one.orElseThrow(), other.orElseThrow()));
    }

    /** Terms may be written in another form of the same value: 2 is 2.0. */
    private boolean sameRows(RowSetRewindable right, RowSetRewindable rows) {
        List<BiPredicate<RowSet, RowSet>> ways =
                parsed(query).isOrdered()
                        ? List.of(
                                ResultsCompare::equalsByTermAndOrder,
                                ResultsCompare::equalsByValueAndOrder)
                        : List.of(ResultsCompare::equalsByTerm, ResultsCompare::equalsByValue);
        return ways.stream()
                .anyMatch(
                        way -> {
                            right.reset();
                            rows.reset();
                            return lax
                                    ? way.test(distinct(right), distinct(rows))
                                    : way.test(right, rows);
                        });
    }

    private static RowSet distinct(RowSet rows) {
        return RowSetStream.create(
                rows.getResultVars(), rows.stream().distinct().toList().iterator());
    }
}
