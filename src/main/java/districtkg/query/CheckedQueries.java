package districtkg.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.jena.query.Query;

/**
 * Reads queries and checks that they may have an answer. Those that are asked again are not read
 * again: half the time of a small query goes into its reading.
 */
public final class CheckedQueries {
    private static final int OVERHEAD = 2000;

    private final QueryReader reader;
    private final KnownTerms terms;
    private final Cache<String, Query> kept;

    /**
     * @param reader reads the text
     * @param terms those that a query may name
     * @param characters how many of the texts of queries are kept; 0 to keep none
     */
    public CheckedQueries(QueryReader reader, KnownTerms terms, long characters) {
        this.reader = reader;
        this.terms = terms;
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(characters)
                        .weigher((String text, Query query) -> text.length() + OVERHEAD)
                        .build();
    }

    /**
     * The query of a text; the same object for the same text, so it must not be changed.
     *
     * @throws BadQuery where it is not SPARQL, asks for what is refused, or names what does not
     *     exist
     */
    public Query read(String text) {
        Query known = kept.getIfPresent(text);
        if (known != null) {
            return known;
        }
        Query query = reader.read(text);
        terms.check(query);
        kept.put(text, query);
        return query;
    }
}
