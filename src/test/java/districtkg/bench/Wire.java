package districtkg.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept, spoken to in plain HTTP/1.1. It costs the machine so little that
 * what is measured is the server.
 */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 120_000;

    private final URI endpoint;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /** What came back. */
    record Reply(int status, String head, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * Connects.
     *
     * @param client each has an address of its own, because servers are fair between addresses
     */
    Wire(URI endpoint, int client) throws IOException {
        this.endpoint = endpoint;
        this.socket = new Socket();
        socket.bind(new InetSocketAddress("127.0.0." + (client % 250 + 2), 0));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), 5000);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 13);
    }

    /** Asks as a program does: the query in the address, the answer in the form of its kind. */
    Reply ask(String query, boolean constructs) throws IOException {
        return send(
                "GET "
                        + endpoint.getPath()
                        + "?query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8)
                        + " HTTP/1.1\r\nHost: "
                        + endpoint.getAuthority()
                        + "\r\nAccept: "
                        + (constructs ? "application/n-triples" : "application/sparql-results+json")
                        + "\r\n\r\n");
    }

    /** Sends a request as it is written. */
    Reply send(String request) throws IOException {
        out.write(request.getBytes(StandardCharsets.UTF_8));
        out.flush();
        String head = head();
        int status = Integer.parseInt(head.substring(9, 12));
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("transfer-encoding: chunked")) {
            return new Reply(status, head, chunks());
        }
        int at = lower.indexOf("content-length: ");
        if (at < 0) {
            return new Reply(
                    status, head, status == 204 || status == 304 ? new byte[0] : in.readAllBytes());
        }
        int end = lower.indexOf('\r', at);
        return new Reply(
                status,
                head,
                in.readNBytes(Integer.parseInt(lower.substring(at + 16, end).strip())));
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append("\r\n");
        }
        return head.toString();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
