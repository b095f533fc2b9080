package districtkg.derive;

import districtkg.graph.InterruptibleGraph;
import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * Applies rules to curated data. A rule sees everything derived so far in the default graph, and
 * the curated data in the graph {@link #ASSERTED}, so that the basis of a verdict can be joined
 * with what a document states.
 */
public final class Derivation {
    /** The curated data, for rules that must not see derived triples. */
    public static final Node ASSERTED = Dkg.iri(Dkg.GRAPH + "asserted");

    /** Namespace of predicates that connect strata and are not part of the result. */
    static final String WORKING = "https://w3id.org/districtkg/rule#";

    private final Graph asserted;
    private final Graph all;
    private final List<Triple> derived = new ArrayList<>();
    private final DatasetGraph seen;

    private Derivation(Graph asserted, Graph all) {
        this.asserted = asserted;
        this.all = copy(all);
        seen = new DatasetGraphMapLink(new InterruptibleGraph(this.all));
        seen.addGraph(ASSERTED, new InterruptibleGraph(asserted));
    }

    /** A derivation from {@code asserted} to which no stratum was applied. */
    static Derivation begin(Graph asserted) {
        return new Derivation(asserted, asserted);
    }

    /**
     * A derivation to which the same strata were applied; changes of one do not reach the other.
     */
    Derivation copy() {
        Derivation copy = new Derivation(asserted, all);
        copy.derived.addAll(derived);
        return copy;
    }

    /**
     * Applies some of the strata.
     *
     * @param from the first of them, which is the number of strata that were applied before
     * @param to the one after the last of them
     */
    void apply(Rules rules, int from, int to) {
        for (int stratum = from; stratum < to; stratum++) {
            if (stratum == 0) {
                applyToFixpoint(rules.strata().get(stratum));
            } else {
                apply(rules.strata().get(stratum));
            }
        }
    }

    /** What was derived, without the triples that only connect strata. */
    List<Triple> conclusions() {
        return derived.stream()
                .filter(triple -> !triple.getPredicate().getURI().startsWith(WORKING))
                .toList();
    }

    /**
     * The triples that follow from {@code asserted} and are not in it, as a new graph; {@code
     * asserted} is not changed.
     */
    public static Graph of(Graph asserted, Rules rules) {
        Graph derived = new GraphMemFast();
        triples(asserted, rules).forEach(derived::add);
        return derived;
    }

    /**
     * The triples that follow from {@code asserted} and are not in it, each once; {@code asserted}
     * is not changed.
     */
    public static List<Triple> triples(Graph asserted, Rules rules) {
        Derivation derivation = begin(asserted);
        derivation.apply(rules, 0, rules.strata().size());
        return derivation.conclusions();
    }

    private static Graph copy(Graph graph) {
        if (graph instanceof GraphMemFast quick) {
            return quick.copy();
        }
        Graph copy = new GraphMemFast();
        graph.stream().forEach((Triple triple) -> copy.add(triple));
        return copy;
    }

    /**
     * Applies rules that only add triples until nothing new follows. Each sees what those before it
     * added, and is applied again only after triples that it may read were added: at once if it
     * reads what it added itself, so that the rules after it are seldom applied again.
     */
    private void applyToFixpoint(List<Rule> rules) {
        Map<String, Set<Node>> added = new HashMap<>();
        List<Rule> due = rules;
        while (!due.isEmpty()) {
            for (Rule rule : due) {
                Set<Node> news;
                do {
                    added.put(rule.name(), new HashSet<>());
                    news = apply(List.of(rule));
                    for (Set<Node> predicates : added.values()) {
                        predicates.addAll(news);
                    }
                } while (rule.reads(news));
            }
            due =
                    rules.stream()
                            .filter(rule -> rule.reads(added.getOrDefault(rule.name(), Set.of())))
                            .toList();
        }
    }

    /**
     * Applies all rules to the same triples, so that their order does not matter. Returns the
     * predicates of the triples that were new.
     */
    private Set<Node> apply(List<Rule> stratum) {
        List<Triple> found = new ArrayList<>();
        for (Rule rule : stratum) {
            try (QueryExec query = QueryExec.dataset(seen).query(rule.query()).build()) {
                query.constructTriples().forEachRemaining(found::add);
            }
        }
        Set<Node> predicates = new HashSet<>();
        for (Triple triple : found) {
            if (!all.contains(triple)) {
                all.add(triple);
                derived.add(triple);
                predicates.add(triple.getPredicate());
            }
        }
        return predicates;
    }
}
