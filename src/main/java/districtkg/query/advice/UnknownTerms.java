package districtkg.query.advice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

/** The IRIs of a query that a graph does not contain: a possible reason for an empty result. */
public final class UnknownTerms {
    private UnknownTerms() {}

    /** The unknown IRIs, in the order of the query. */
    public static List<Node> of(Query query, Graph graph) {
        Set<Node> named = new LinkedHashSet<>();
        if (query.getQueryPattern() != null) {
            Walker.walk(Algebra.compile(query), new Terms(named), new ExprVisitorBase());
        }
        return named.stream().filter(Node::isURI).filter(term -> !holds(graph, term)).toList();
    }

    private static boolean holds(Graph graph, Node term) {
        return graph.contains(term, Node.ANY, Node.ANY)
                || graph.contains(Node.ANY, term, Node.ANY)
                || graph.contains(Node.ANY, Node.ANY, term);
    }

    private static final class Terms extends OpVisitorBase {
        private final Set<Node> named;

        Terms(Set<Node> named) {
            this.named = named;
        }

        @Override
        public void visit(OpBGP pattern) {
            pattern.getPattern()
                    .forEach(
                            triple -> {
                                named.add(triple.getSubject());
                                named.add(triple.getPredicate());
                                named.add(triple.getObject());
                            });
        }

        @Override
        public void visit(OpPath path) {
            named.add(path.getTriplePath().getSubject());
            named.add(path.getTriplePath().getObject());
            if (path.getTriplePath().getPath() != null) {
                links(path.getTriplePath().getPath());
            }
        }

        @Override
        public void visit(OpTable table) {
            table.getTable()
                    .rows()
                    .forEachRemaining(row -> row.forEach((variable, value) -> named.add(value)));
        }

        private void links(Path path) {
            switch (path) {
                case P_Link link -> named.add(link.getNode());
                case P_Path1 one -> links(one.getSubPath());
                case P_Path2 two -> {
                    links(two.getLeft());
                    links(two.getRight());
                }
                default -> {}
            }
        }
    }
}
