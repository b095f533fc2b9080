package districtkg.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;

/**
 * Reads queries and checks that they may have an answer. Those that are asked again are not read
 * again: half the time of a small query goes into its reading.
 */
public final class QueryCache {
    private static final int OVERHEAD = 2000;

    private final QueryReader reader;
    private final KnownTerms terms;
    private final Cache<String, Checked> kept;

    /**
     * A query that may have an answer.
     *
     * @param query must not be changed: whoever asks the same gets the same object
     * @param lasting whether the same data always give the same answer
     */
    public record Checked(Query query, boolean lasting) {
        /** Functions that give something else each time. */
        private static final Pattern CHANGING =
                Pattern.compile(
                        "\\b(?:NOW|RAND|UUID|STRUUID|BNODE)\\s*\\(", Pattern.CASE_INSENSITIVE);

        /** Written by Jena, no comment or escape hides the name of a function. */
        private static Checked of(Query query) {
            return new Checked(query, !CHANGING.matcher(query.serialize()).find());
        }
    }

    /**
     * @param reader reads the text
     * @param terms those that a query may name
     * @param characters how many of the texts of queries are kept; 0 to keep none
     */
    public QueryCache(QueryReader reader, KnownTerms terms, long characters) {
        this.reader = reader;
        this.terms = terms;
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(characters)
                        .weigher((String text, Checked query) -> text.length() + OVERHEAD)
                        .build();
    }

    /**
     * The query of a text.
     *
     * @throws BadQuery where it is not SPARQL, asks for what is refused, or names what does not
     *     exist
     */
    public Checked read(String text) {
        Checked known = kept.getIfPresent(text);
        if (known != null) {
            return known;
        }
        Query query = reader.read(text);
        terms.check(query);
        Checked checked = Checked.of(query);
        kept.put(text, checked);
        return checked;
    }
}
