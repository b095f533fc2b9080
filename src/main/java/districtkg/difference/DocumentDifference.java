package districtkg.difference;

import districtkg.difference.Change.Sort;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SchemaDO;

/**
 * The differences between a later and an earlier document. Figures are compared if thing, place,
 * indicator and time are the same; promises are compared with what the rules regard as evidence.
 * Doubted statements neither confirm nor contradict.
 */
public final class DocumentDifference {
    private static final Set<String> SHOWN = Set.of("kept", "keptLate", "done");

    private DocumentDifference() {}

    /** All changes from one document to the other, by sort, then in chronological order. */
    public static List<Change> between(Node earlier, Node later, Statements statements) {
        List<Statement> before = statements.with(Dkg.DOCUMENT_OF, earlier);
        List<Statement> after = statements.with(Dkg.DOCUMENT_OF, later);
        List<Change> changes = new ArrayList<>();
        Set<Statement> answered = new HashSet<>();
        for (Statement now : after) {
            List<Change> about = of(now, before);
            about.forEach(change -> change.earlier().ifPresent(answered::add));
            changes.addAll(about.isEmpty() ? List.of(Change.adds(now)) : about);
        }
        before.stream()
                .filter(then -> !answered.contains(then))
                .map(Change::passesOver)
                .forEach(changes::add);
        changes.sort(Comparator.comparing(Change::sort));
        return changes;
    }

    /**
     * What one statement does to those of an earlier document: what it decides, otherwise its
     * changes.
     */
    private static List<Change> of(Statement now, List<Statement> before) {
        List<Change> found =
                before.stream()
                        .flatMap(
                                then ->
                                        sort(then, now)
                                                .map(sort -> Change.of(sort, then, now))
                                                .stream())
                        .toList();
        List<Change> decided =
                found.stream().filter(change -> change.sort() != Sort.CHANGES).toList();
        return decided.isEmpty() ? found : decided;
    }

    private static Optional<Sort> sort(Statement then, Statement now) {
        Optional<ComparisonKey> subject = ComparisonKey.of(now);
        boolean evidence = then.evidence().contains(now.self());
        if (!evidence && (subject.isEmpty() || !subject.equals(ComparisonKey.of(then)))) {
            return Optional.empty();
        }
        if (!then.suspect().isEmpty() || !now.suspect().isEmpty()) {
            return Optional.of(Sort.CHANGES);
        }
        if (then.promises() != now.promises()) {
            return answer(then, now, evidence);
        }
        if (!then.when().equals(now.when())) {
            return Optional.of(Sort.CHANGES);
        }
        if (sameWords(then, now)) {
            return Optional.of(Sort.CONFIRMS);
        }
        return Optional.of(!now.promises() && apart(then, now) ? Sort.CONTRADICTS : Sort.CHANGES);
    }

    /**
     * The answer of a report to a promise, by the verdict of the rules. A report followed by a
     * promise is not compared.
     */
    private static Optional<Sort> answer(Statement then, Statement now, boolean evidence) {
        if (!then.promises()) {
            return now.status().isEmpty() || then.status().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Sort.CHANGES);
        }
        String verdict = then.verdict().orElseThrow().key();
        if (evidence && SHOWN.contains(verdict)) {
            return Optional.of(Sort.CONFIRMS);
        }
        return Optional.of(evidence && verdict.equals("missed") ? Sort.CONTRADICTS : Sort.CHANGES);
    }

    private static boolean sameWords(Statement then, Statement now) {
        return then.figure().bound().equals(now.figure().bound())
                && then.figure().min().equals(now.figure().min())
                && then.figure().max().equals(now.figure().max())
                && then.status().equals(now.status())
                && then.rank().equals(now.rank())
                && then.streak().equals(now.streak());
    }

    /** Whether no value satisfies both figures. */
    private static boolean apart(Statement then, Statement now) {
        return below(then, now) || below(now, then);
    }

    private static boolean below(Statement low, Statement high) {
        return low.figure().max().isPresent()
                && high.figure().min().isPresent()
                && low.figure().max().get().compareTo(high.figure().min().get()) < 0;
    }

    /**
     * The changes as actions of schema.org: {@code schema:object} is the earlier statement, {@code
     * schema:result} the later one.
     */
    public static Graph graph(List<Change> changes) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefix("schema", SchemaDO.NS).setNsPrefix("id", Dkg.ID);
        for (Change change : changes) {
            Node action = NodeFactory.createBlankNode();
            graph.add(
                    Triple.create(
                            action,
                            RDF.type.asNode(),
                            Dkg.iri(SchemaDO.NS + change.sort().action())));
            change.earlier().ifPresent(said -> add(graph, action, SchemaDO.object.asNode(), said));
            change.later().ifPresent(says -> add(graph, action, SchemaDO.result.asNode(), says));
        }
        return graph;
    }

    private static void add(Graph graph, Node action, Node role, Statement statement) {
        graph.add(Triple.create(action, role, Dkg.iri(statement.self().iri())));
    }
}
