package districtkg.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;

/** Tells the writers of queries why an answer may be empty, or mislead. */
public final class QueryAdvice {
    private final KnownTerms terms;
    private final KnownLiterals literals;
    private final Sums sums;

    /**
     * Reads the terms of a graph.
     *
     * @param graph is not changed while this is in use
     */
    public QueryAdvice(Graph graph) {
        this.terms = new KnownTerms(graph);
        this.literals = new KnownLiterals(graph);
        this.sums = new Sums(graph);
    }

    /** Advice on a query, that on what matches nothing first; empty for most. */
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
     * Checks a query for those who would rather be refused than get an empty answer.
     *
     * @throws BadQuery naming all that matches nothing, with what is nearest
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
