package districtkg.query;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/**
 * What a query may not ask: anything that would make the server call others, run classes or
 * scripts, or sleep. Functions are taken from a list of harmless namespaces, because every other
 * IRI may name a Java class.
 */
final class Refusals {
    private static final List<String> FUNCTIONS =
            List.of(
                    "http://www.w3.org/2001/XMLSchema#",
                    "http://www.w3.org/2005/xpath-functions#",
                    "http://www.w3.org/2005/xpath-functions/math#");

    private static final List<String> PROPERTY_FUNCTIONS =
            List.of(
                    "java:",
                    "http://jena.apache.org/ARQ/property#",
                    "http://jena.hpl.hp.com/ARQ/property#");

    private Refusals() {}

    /**
     * @throws BadQuery naming the first thing that is refused
     */
    static void check(Query query) {
        if (query.getQueryPattern() != null) {
            Walker.walk(Algebra.compile(query), new Patterns(), new Expressions());
        }
    }

    private static final class Patterns extends OpVisitorBase {
        @Override
        public void visit(OpService service) {
            throw BadQuery.refused(
                    "SERVICE is refused: this endpoint does not query others; query both from your side");
        }

        /** The walker passes by the expressions of an order. */
        @Override
        public void visit(OpOrder order) {
            order.getConditions()
                    .forEach(
                            condition ->
                                    Walker.walk(
                                            condition.getExpression(), this, new Expressions()));
        }

        @Override
        public void visit(OpBGP pattern) {
            pattern.getPattern().forEach(triple -> predicate(triple.getPredicate()));
        }

        @Override
        public void visit(OpPath path) {
            if (path.getTriplePath().isTriple()) {
                predicate(path.getTriplePath().getPredicate());
            }
        }

        private static void predicate(Node predicate) {
            if (predicate.isURI()
                    && (PROPERTY_FUNCTIONS.stream().anyMatch(predicate.getURI()::startsWith)
                            || PropertyFunctionRegistry.get().isRegistered(predicate.getURI()))) {
                throw BadQuery.refused(
                        "the property function <" + predicate.getURI() + "> is refused");
            }
        }
    }

    private static final class Expressions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunctionN function) {
            if (function instanceof E_Call) {
                throw BadQuery.refused("CALL is refused: name the function itself");
            }
            if (function instanceof E_Function named) {
                allow(named.getFunctionIRI());
            }
        }

        @Override
        public void visit(ExprAggregator aggregate) {
            if (aggregate.getAggregator() instanceof AggCustom custom) {
                allow(custom.getIRI());
            }
        }

        private static void allow(String iri) {
            if (FUNCTIONS.stream().noneMatch(iri::startsWith)) {
                throw BadQuery.refused(
                        "the function <"
                                + iri
                                + "> is refused; functions of SPARQL itself and of xsd:, fn: and math: are open");
            }
        }
    }
}
