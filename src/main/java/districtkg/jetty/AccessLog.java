package districtkg.jetty;

import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.problem.Reason;
import districtkg.response.RefusalPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.RequestLogWriter;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The access log: one line of JSON per request. Thread-safe. */
public final class AccessLog extends ContainerLifeCycle implements RequestLog {
    /** The request attribute with the text of the query. */
    public static final String QUERY = "districtkg.query";

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private final Form form;
    private final RequestLogWriter writer;

    /** How much of a client's address is logged. */
    public enum Client {
        /** No address. */
        NONE,
        /** Without the last byte of an IPv4 address, or the interface part of an IPv6 address. */
        MASKED,
        /** The whole address. */
        FULL;

        String of(String address) {
            return switch (this) {
                case NONE -> "";
                case MASKED -> IpAddress.of(address).map(Client::masked).orElse("");
                case FULL -> address;
            };
        }

        private static String masked(InetAddress address) {
            byte[] bytes = address.getAddress();
            for (int kept = bytes.length == 4 ? 3 : 6; kept < bytes.length; kept++) {
                bytes[kept] = 0;
            }
            try {
                return InetAddress.getByAddress(bytes).getHostAddress();
            } catch (UnknownHostException never) {
                throw new IllegalStateException(never);
            }
        }
    }

    /**
     * Format and destination of the log.
     *
     * @param file the file; empty for standard error
     * @param client how much of client addresses is logged
     * @param queries whether query texts are logged
     */
    public record Form(Optional<Path> file, Client client, boolean queries) {
        /**
         * Checks that the file is writable.
         *
         * @throws Problem if it is not
         */
        public Form {
            try {
                if (file.isPresent()) {
                    Files.newOutputStream(
                                    file.get(),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.APPEND)
                            .close();
                }
            } catch (IOException unwritable) {
                throw new Problem(
                        Fault.of(
                                "not-written",
                                file.get().toString(),
                                "name a file in a folder that is there and that you may write to"));
            }
        }
    }

    /** A log in the file of the form, or on standard error. */
    public AccessLog(Form form) {
        this.form = form;
        this.writer = new RequestLogWriter(form.file().map(Path::toString).orElse(null));
        installBean(writer);
    }

    @Override
    public void log(Request request, Response response) {
        try {
            writer.write(JSON.toStringFlat(line(request, response)));
        } catch (IOException full) {
            LOG.warn("a request left no line: {}", full.getMessage());
        }
    }

    private JsonObject line(Request request, Response response) {
        JsonObject line = new JsonObject();
        line.put("time", Instant.ofEpochMilli(Request.getTimeStamp(request)).toString());
        put(line, "request", ResponseHeaders.id(request));
        put(line, "client", form.client().of(String.valueOf(Request.getRemoteAddr(request))));
        line.put("method", request.getMethod());
        line.put("path", String.valueOf(request.getHttpURI().getPath()));
        line.put("status", response.getStatus());
        line.put("bytes", Response.getContentBytesWritten(response));
        line.put("ms", NanoTime.millisSince(request.getBeginNanoTime()));
        put(
                line,
                "type",
                String.valueOf(response.getHeaders().get(HttpHeader.CONTENT_TYPE))
                        .replaceFirst(";.*", ""));
        if (request.getAttribute(RefusalPage.REASON) instanceof Reason reason) {
            line.put("refused", reason.code());
        }
        if (!response.isCompletedSuccessfully()) {
            line.put("complete", false);
        }
        if (form.queries()) {
            Object query = request.getAttribute(QUERY);
            put(
                    line,
                    "query",
                    String.valueOf(query == null ? request.getHttpURI().getQuery() : query));
        }
        return line;
    }

    private static void put(JsonObject line, String name, String value) {
        if (!value.isEmpty() && !value.equals("null")) {
            line.put(name, value);
        }
    }
}
