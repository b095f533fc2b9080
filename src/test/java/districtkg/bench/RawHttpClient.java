package districtkg.bench;

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
import java.util.Arrays;
import java.util.Optional;

/**
 * One connection that is kept, spoken to in plain HTTP/1.1. It costs the machine so little that
 * what is measured is the server.
 */
final class RawHttpClient implements AutoCloseable {
    static final int PATIENCE_MILLIS = 120_000;

    private final URI endpoint;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

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
    RawHttpClient(URI endpoint, int client) throws IOException {
        this.endpoint = endpoint;
        this.socket = new Socket();
        socket.bind(new InetSocketAddress("127.0.0." + (client % 250 + 2), 0));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), 5000);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** Asks as a program does: the query in the address, the answer in the form of its kind. */
    Reply ask(String query, boolean constructs) throws IOException {
        return send(request(query, constructs));
    }

    /** The same, not yet sent. */
    byte[] request(String query, boolean constructs) {
        return ("GET "
                        + endpoint.getRawPath()
                        + (endpoint.getRawQuery() == null
                                ? "?"
                                : "?" + endpoint.getRawQuery() + "&")
                        + "query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8)
                        + " HTTP/1.1\r\nHost: "
                        + endpoint.getAuthority()
                        + "\r\nAccept: "
                        + (constructs ? "application/n-triples" : "application/sparql-results+json")
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a request as it is written. */
    Reply send(String request) throws IOException {
        return send(request.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a request, and reads the answer to its end. */
    Reply send(byte[] request) throws IOException {
        out.write(request);
        String head = head();
        int status = Integer.parseInt(head, 9, 12, 10);
        Optional<String> length = header(head, "Content-Length");
        byte[] body;
        if (length.isPresent()) {
            body = bytes(Integer.parseInt(length.get()));
        } else if (header(head, "Transfer-Encoding").isPresent()) {
            body = chunks();
        } else {
            body = status == 204 || status == 304 ? new byte[0] : rest();
        }
        return new Reply(status, head, body);
    }

    private static Optional<String> header(String head, String name) {
        for (int at = head.indexOf('\n') + 1; at < head.length(); at = head.indexOf('\n', at) + 1) {
            if (head.regionMatches(true, at, name, 0, name.length())
                    && head.charAt(at + name.length()) == ':') {
                return Optional.of(
                        head.substring(at + name.length() + 1, head.indexOf('\r', at)).strip());
            }
        }
        return Optional.empty();
    }

    private int read() throws IOException {
        if (at == end) {
            more();
        }
        return buffer[at++] & 0xFF;
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int buffered = Math.min(count, end - at);
        System.arraycopy(buffer, at, bytes, 0, buffered);
        at += buffered;
        int read = in.readNBytes(bytes, buffered, count - buffered);
        return read == count - buffered ? bytes : Arrays.copyOf(bytes, buffered + read);
    }

    private byte[] rest() throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(buffer, at, end - at);
        at = end;
        in.transferTo(rest);
        return rest.toByteArray();
    }

    /** The first line and the headers, each with its end. */
    private String head() throws IOException {
        int length = 0;
        while (!ends(length)) {
            if (at + length == end) {
                more();
            }
            length++;
        }
        String head = new String(buffer, at, length - 2, StandardCharsets.ISO_8859_1);
        at += length;
        return head;
    }

    /** Whether an empty line ends after so many bytes. */
    private boolean ends(int length) {
        return length >= 4 && buffer[at + length - 1] == '\n' && buffer[at + length - 3] == '\n';
    }

    /** Reads more behind what is there, which moves to the front. */
    private void more() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        int count = in.read(buffer, end, buffer.length - end);
        if (count <= 0) {
            throw new EOFException("the server closed the connection");
        }
        end += count;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.write(bytes(size));
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
        for (int next = read(); next != '\n'; next = read()) {
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
