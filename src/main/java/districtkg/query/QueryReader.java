package districtkg.query;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.vocab.Dkg;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.PrefixMapping;

/** Parses queries in which known prefixes and the base may be omitted. Thread-safe. */
public final class QueryReader {
    /**
     * The prefix under which others know the ontology's namespace; RDF answers use the empty
     * prefix.
     */
    private static final String PUBLISHED = "dkg";

    private final PrefixMapping known;

    /**
     * A parser of queries.
     *
     * @param known prefixes that a query need not declare; its own declarations take precedence
     */
    public QueryReader(PrefixMapping known) {
        this.known = known;
    }

    /**
     * Parses a query. Relative IRIs are resolved against the namespace of things, so that {@code
     * <lusong-2020#char=1,2>} names a passage.
     *
     * @throws BadQuery if the text is not SPARQL, or {@link QueryPolicy} rejects it
     * @throws Refusal if it is too complex
     */
    public Query read(String text) {
        QueryComplexity.check(text);
        Query query = empty();
        try {
            new StandardParser().parse(query, text);
        } catch (QueryParseException wrong) {
            throw explained(wrong, text);
        } catch (QueryException wrong) {
            throw BadQuery.refused(
                    "a part of the query cannot be read: a pattern or a number in it is not one");
        } catch (StackOverflowError deep) {
            throw Refusal.of(Reason.QUERY_TOO_COMPLEX);
        }
        query.getPrefixMapping().removeNsPrefix(PUBLISHED);
        QueryPolicy.check(query);
        return query;
    }

    private Query empty() {
        Query query = new Query();
        query.setPrefixMapping(PrefixMapping.Factory.create().setNsPrefixes(known));
        query.setBaseURI(Dkg.ID);
        return query;
    }

    /**
     * The error for a text that is valid only in Jena's extended syntax: which extension is not
     * supported.
     */
    private BadQuery explained(QueryParseException wrong, String text) {
        try {
            Query extended = QueryFactory.parse(empty(), text, Dkg.ID, Syntax.syntaxARQ);
            QueryPolicy.check(extended);
        } catch (BadQuery refused) {
            return refused;
        } catch (QueryException | StackOverflowError neither) {
            return BadQuery.of(wrong);
        }
        return BadQuery.of(wrong);
    }
}
