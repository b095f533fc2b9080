package districtkg.limit;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * How much one client, and all of them, may ask of a server.
 *
 * @param time how long a query may run
 * @param queryLength characters of a query
 * @param body bytes of the body of a request
 * @param header bytes of the first line and the headers of a request
 * @param answer bytes of an answer to a query
 * @param buffer bytes of an answer that are held back, so that a query that fails late is still
 *     refused in full, and a slow reader keeps no other from asking
 * @param queries how many run at once
 * @param queriesPerClient how many of one client run at once
 * @param waiting how many wait for a place; half of them may be of one client
 * @param patience how long a query waits for a place
 * @param requestsPerClient how many requests a client may send in a second; 0 for any number
 * @param connectionsPerClient how many connections a client may hold; 0 for any number. Clients on
 *     the same machine, such as a reverse proxy, may hold any number.
 * @param pace how long the headers of a request may take, and its body, and how long an answer may
 *     wait for a reader
 * @param memory the part of the heap, in percent, that may be in use after a collection before the
 *     greediest query is stopped
 * @param held bytes that the rows and groups which a query holds may take, as our engine estimates
 *     them
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
        long held) {
    private static final int KB = 1024;
    private static final int PART_HELD = 8;

    /** For a server on the open internet. */
    public static final Limits DEFAULT = defaults(Runtime.getRuntime().availableProcessors());

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
    }

    /** What a machine with so many processors can bear. */
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
                Runtime.getRuntime().maxMemory() / PART_HELD);
    }

    private static void require(String name, boolean right) {
        if (!right) {
            throw new IllegalArgumentException("no such limit of " + name);
        }
    }
}
