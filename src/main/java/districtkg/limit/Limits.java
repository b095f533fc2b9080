package districtkg.limit;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * Limits of requests.
 *
 * @param time maximum run time of a query
 * @param queryLength maximum characters of a query
 * @param body maximum bytes of a request body
 * @param header maximum bytes of the request line and headers
 * @param answer maximum bytes of an answer to a query
 * @param buffer bytes of an answer that are buffered, so that a query that fails late still gets an
 *     error response, and a slow reader does not occupy a slot
 * @param queries maximum concurrent queries
 * @param queriesPerClient maximum concurrent queries of one client
 * @param waiting maximum queued queries; half of them can be of one client
 * @param patience maximum time in the queue
 * @param requestsPerClient maximum requests of a client per second; 0 for no limit
 * @param connectionsPerClient maximum connections of a client; 0 for no limit. Clients on the same
 *     machine, such as a reverse proxy, have no limit.
 * @param pace maximum time for the headers of a request, for its body, and for a client to read an
 *     answer
 * @param memory percentage of the heap in use after a garbage collection above which the query that
 *     allocated most is stopped
 * @param held maximum estimated bytes of the rows and groups that a query stores
 * @param change maximum time to validate and derive a document that is written
 */
@RecordBuilder
public record Limits(
        Duration time,
        int queryLength,
        long body,
        int header,
        long answer,
        int buffer,
        int queries,
        int queriesPerClient,
        int waiting,
        Duration patience,
        int requestsPerClient,
        int connectionsPerClient,
        Duration pace,
        int memory,
        long held,
        Duration change) {
    private static final int KB = 1024;
    private static final int PART_HELD = 8;

    /** Limits for a server on the open internet. */
    public static final Limits DEFAULT = defaults(Runtime.getRuntime().availableProcessors());

    /**
     * Checks each limit.
     *
     * @throws IllegalArgumentException if a limit is out of its range
     */
    public Limits {
        require("time", !time.isNegative() && !time.isZero());
        require("query length", queryLength > 0);
        require("body", body > 0);
        require("header", header >= KB);
        require("answer", answer > 0);
        require("buffer", buffer > 0);
        require("queries", queries > 0);
        require("queries per client", queriesPerClient > 0);
        require("waiting", waiting >= 0);
        require("patience", !patience.isNegative());
        require("requests per client", requestsPerClient >= 0);
        require("connections per client", connectionsPerClient >= 0);
        require("pace", !pace.isNegative() && !pace.isZero());
        require("memory", memory > 0 && memory <= 100);
        require("held", held > 0);
        require("change", !change.isNegative() && !change.isZero());
    }

    /** Limits for a machine with a number of processors. */
    static Limits defaults(int processors) {
        int queries = Math.max(4, 2 * processors);
        return new Limits(
                Duration.ofSeconds(10),
                64 * KB,
                1024L * KB,
                32 * KB,
                64L * KB * KB,
                1024 * KB,
                queries,
                queries / 2,
                64,
                Duration.ofSeconds(5),
                0,
                100,
                Duration.ofSeconds(30),
                80,
                Runtime.getRuntime().maxMemory() / PART_HELD,
                Duration.ofSeconds(60));
    }

    private static void require(String name, boolean right) {
        if (!right) {
            throw new IllegalArgumentException("no such limit of " + name);
        }
    }
}
