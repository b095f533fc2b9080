package districtkg.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import districtkg.query.BadQuery;
import districtkg.query.QueryReader;
import districtkg.query.advice.Advice;
import districtkg.query.advice.QueryAdvice;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;

/**
 * Parses and checks queries, and caches the result: half the time of a small query is parsing.
 * Thread-safe.
 */
public final class QueryCache {
    private static final int OVERHEAD = 2000;

    private final QueryReader reader;
    private final QueryAdvice advice;
    private final Cache<String, Checked> kept;

    /**
     * A query that passed all checks.
     *
     * @param query must not be changed: it is shared
     * @param lasting whether the same data always give the same answer
     * @param advice advice for the writer of the query; usually empty
     */
    public record Checked(Query query, boolean lasting, List<Advice> advice) {
        /** Functions whose value changes from call to call. */
        private static final Pattern CHANGING =
                Pattern.compile(
                        "\\b(?:NOW|RAND|UUID|STRUUID|BNODE)\\s*\\(", Pattern.CASE_INSENSITIVE);

        /**
         * Checks the query as serialized by Jena, so that no comment or escape hides the name of a
         * function.
         */
        private static Checked of(Query query, List<Advice> advice) {
            return new Checked(query, !CHANGING.matcher(query.serialize()).find(), advice);
        }
    }

    /**
     * A cache of parsed queries with the advice on them.
     *
     * @param reader parses the text
     * @param advice finds advice on queries
     * @param characters maximum total length of cached query texts; 0 for no cache
     */
    public QueryCache(QueryReader reader, QueryAdvice advice, long characters) {
        this.reader = reader;
        this.advice = advice;
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(characters)
                        .weigher((String text, Checked query) -> text.length() + OVERHEAD)
                        .build();
    }

    /**
     * The parsed and checked query.
     *
     * @throws BadQuery if the text is not SPARQL, or the query uses an unsupported feature
     */
    public Checked read(String text) {
        Checked known = kept.getIfPresent(text);
        if (known != null) {
            return known;
        }
        Query query = reader.read(text);
        Checked checked = Checked.of(query, advice.on(query));
        kept.put(text, checked);
        return checked;
    }
}
