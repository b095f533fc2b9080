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

/** Reads queries in which known prefixes and the base may be left out. */
public final class QueryReader {
    /** What others call our namespace; answers in RDF write it with the empty prefix. */
    private static final String PUBLISHED = "dkg";

    private final PrefixMapping known;

    /**
     * @param known the prefixes that a query need not declare; its own declarations win
     */
    public QueryReader(PrefixMapping known) {
        this.known = known;
    }

    /**
     * The query of a text. Relative IRIs are resolved against the namespace of things, so that
     * {@code <lusong-2020#char=1,2>} names a passage.
     *
     * @throws BadQuery where the text is not SPARQL, or asks for what {@link QueryPolicy} name
     * @throws Refusal where it is too complex
     */
    public Query read(String text) {
        QueryComplexity.check(text);
        Query query = new Query();
        query.setPrefixMapping(PrefixMapping.Factory.create().setNsPrefixes(known));
        try {
            QueryFactory.parse(query, text, Dkg.ID, Syntax.syntaxARQ);
        } catch (QueryParseException wrong) {
            throw BadQuery.of(wrong);
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
}
