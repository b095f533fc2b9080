package districtkg.query;

import java.util.IdentityHashMap;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.lang.SyntaxVarScope;
import org.apache.jena.sparql.lang.sparql_12.ParserSPARQL12;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/** Parses SPARQL 1.2 without the extensions of Jena. Not thread-safe; cheap to create. */
final class StandardParser extends ParserSPARQL12 {
    /**
     * Checks which variables a query may name where. Behind GROUP BY only the keys are in scope, so
     * a SELECT may give a key no value of its own, and may give one to a variable of the pattern;
     * Jena looks at the pattern for both. The same holds in subqueries.
     */
    @Override
    protected void validateParsedQuery(Query query) {
        IdentityHashMap<Query, Element> patterns = new IdentityHashMap<>();
        try {
            exchangeForKeys(query, patterns);
            super.validateParsedQuery(query);
        } finally {
            patterns.forEach(Query::setQueryPattern);
        }
    }

    /**
     * Checks the pattern of each query with GROUP BY, the innermost first, and puts its keys in the
     * place of it.
     */
    private static void exchangeForKeys(Query query, IdentityHashMap<Query, Element> patterns) {
        Element pattern = query.getQueryPattern();
        if (pattern == null) {
            return;
        }
        ElementWalker.walk(
                pattern,
                new ElementVisitorBase() {
                    @Override
                    public void visit(ElementSubQuery inner) {
                        exchangeForKeys(inner.getQuery(), patterns);
                    }
                });
        if (query.hasGroupBy()) {
            SyntaxVarScope.checkElement(pattern);
            ElementData keys = new ElementData();
            query.getGroupBy().getVars().forEach(keys::add);
            patterns.put(query, pattern);
            query.setQueryPattern(keys);
        }
    }
}
