package districtkg.query;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.lang.SyntaxVarScope;
import org.apache.jena.sparql.lang.sparql_12.ParserSPARQL12;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;

/**
 * Parses SPARQL 1.2 and nothing that Jena has besides. Not safe for several threads; takes no time
 * to make.
 */
final class StandardParser extends ParserSPARQL12 {
    /**
     * Checks which variables a query may name where. Behind GROUP BY only the keys are in scope, so
     * a SELECT may give a key no value of its own, and may give one to a variable of the pattern;
     * Jena looks at the pattern for both.
     */
    @Override
    protected void validateParsedQuery(Query query) {
        Element pattern = query.getQueryPattern();
        if (pattern == null || !query.hasGroupBy()) {
            super.validateParsedQuery(query);
            return;
        }
        SyntaxVarScope.checkElement(pattern);
        ElementData keys = new ElementData();
        query.getGroupBy().getVars().forEach(keys::add);
        query.setQueryPattern(keys);
        try {
            super.validateParsedQuery(query);
        } finally {
            query.setQueryPattern(pattern);
        }
    }
}
