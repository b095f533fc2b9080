package districtkg.derive;

import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * Applies rules to what curators wrote. A rule sees everything derived so far in the default graph,
 * and what was written in the graph {@link #ASSERTED}, so that what decides a verdict can be joined
 * on what a document says.
 */
public final class Derivation {
    /** What curators wrote, for rules that must not see what was derived. */
    public static final Node ASSERTED = Dkg.iri(Dkg.GRAPH + "asserted");

    /** Predicates that pass from one stratum to the next and are no part of the answer. */
    static final String WORKING = "https://w3id.org/districtkg/rule#";

    private final Graph asserted;
    private final Graph all = new GraphMemFast();
    private final DatasetGraph seen;

    private Derivation(Graph asserted) {
        this.asserted = asserted;
        asserted.stream().forEach((Triple triple) -> all.add(triple));
        seen = new DatasetGraphMapLink(all);
        seen.addGraph(ASSERTED, asserted);
    }

    /**
     * What follows from {@code asserted} and is not in it. The graph is new; {@code asserted} stays
     * as it is.
     */
    public static Graph of(Graph asserted, Rules rules) {
        Derivation derivation = new Derivation(asserted);
        for (int stratum = 0; stratum < rules.strata().size(); stratum++) {
            boolean grows = derivation.apply(rules.strata().get(stratum));
            while (stratum == 0 && grows) {
                grows = derivation.apply(rules.strata().get(stratum));
            }
        }
        return derivation.answer();
    }

    /**
     * Every rule reads the same triples, so that their order cannot matter; says whether any was
     * new.
     */
    private boolean apply(List<Rule> stratum) {
        List<Triple> found = new ArrayList<>();
        for (Rule rule : stratum) {
            try (QueryExec query = QueryExec.dataset(seen).query(rule.query()).build()) {
                query.constructTriples().forEachRemaining(found::add);
            }
        }
        int before = all.size();
        found.forEach(all::add);
        return all.size() > before;
    }

    private Graph answer() {
        Graph derived = new GraphMemFast();
        all.stream()
                .filter(triple -> !asserted.contains(triple))
                .filter(triple -> !triple.getPredicate().getURI().startsWith(WORKING))
                .forEach((Triple triple) -> derived.add(triple));
        return derived;
    }
}
