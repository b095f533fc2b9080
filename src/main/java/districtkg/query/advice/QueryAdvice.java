package districtkg.query.advice;

import districtkg.query.BadQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;

/** Finds reasons why the answer to a query may be empty or misleading. Thread-safe. */
public final class QueryAdvice {
    private final KnownTerms terms;
    private final KnownLiterals literals;
    private final AggregateAdvice sums;

    /**
     * Reads the terms of a graph.
     *
     * @param graph must not change while this object is in use
     */
    public QueryAdvice(Graph graph) {
        this.terms = new KnownTerms(graph);
        this.literals = new KnownLiterals(graph);
        this.sums = new AggregateAdvice(graph);
    }

    /** Advice on a query; parts that match nothing come first; usually empty. */
    public List<Advice> on(Query query) {
        if (query.getQueryPattern() == null) {
            return List.of();
        }
        QueryParts parts = QueryParts.of(query);
        List<Advice> advice = new ArrayList<>(terms.unknown(query));
        advice.addAll(literals.wrong(parts));
        advice.addAll(sums.misleading(parts));
        return List.copyOf(advice);
    }

    /**
     * Rejects a query of which a part matches nothing, for clients that prefer this to an empty
     * answer.
     *
     * @throws BadQuery with every part that matches nothing, and similar terms
     */
    public static void refuse(List<Advice> advice) {
        String wrong =
                advice.stream()
                        .filter(Advice::matchesNothing)
                        .map(Advice::sentence)
                        .collect(Collectors.joining(". "));
        if (!wrong.isEmpty()) {
            throw BadQuery.refused(wrong);
        }
    }
}
