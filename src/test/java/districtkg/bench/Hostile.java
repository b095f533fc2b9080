package districtkg.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Requests that nobody who means well sends, written byte for byte. */
final class Hostile {
    /** Queries that want too much or what is not theirs. */
    private static final List<String> QUERIES =
            List.of(
                    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
                    "SELECT * { BIND(<java:java.lang.System.exit>(0) AS ?x) }",
                    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
                    "SELECT * { BIND(<http://jena.apache.org/ARQ/function#wait>(60000) AS ?x) }",
                    "SELECT * { ?s <java:java.util.ArrayList> ?o }",
                    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
                    "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c",
                    "SELECT * { ?s ?p ?o FILTER regex(str(?o), '(a+)+$') }",
                    "SELECT * { ?s (!<urn:x>|!<urn:y>)* ?o . ?o (!<urn:x>|^!<urn:y>)* ?q }",
                    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
                    "SELECT * { ?s ?p ",
                    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
                    "LOAD <file:///etc/passwd>",
                    "SELECT " + "(1 AS ?a) ".repeat(20),
                    "SELECT * { " + "{ ".repeat(3000) + "} ".repeat(3000) + "}",
                    "SELECT * { FILTER(" + "1 + ".repeat(4000) + "1) }",
                    "SELECT * { VALUES ?x { " + "1 ".repeat(100_000) + "} }");

    /** Addresses, methods and headers that are wrong in some way. */
    private static final List<String> REQUESTS =
            List.of(
                    "GET /%00 HTTP/1.1\r\nHost: h\r\n\r\n",
                    "GET /id/../../etc/passwd HTTP/1.1\r\nHost: h\r\n\r\n",
                    "GET /id/%2e%2e%2f%2e%2e%2fetc%2fpasswd HTTP/1.1\r\nHost: h\r\n\r\n",
                    "GET /id/" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: h\r\n\r\n",
                    "GET /id/nothing HTTP/1.1\r\nHost: h\r\nAccept: "
                            + "a/b;q=0.1,".repeat(2000)
                            + "\r\n\r\n",
                    "GET /search?q=%E7%A4%BA"
                            + "%E4%BE%8B".repeat(500)
                            + " HTTP/1.1\r\nHost: h\r\n\r\n",
                    "GET /search?q=%FF%FE%80 HTTP/1.1\r\nHost: h\r\n\r\n",
                    "GET /api/suggest?q=" + "*~%22".repeat(100) + " HTTP/1.1\r\nHost: h\r\n\r\n",
                    "GET /resolve?iri=http%3A%2F%2F127.0.0.1%2F HTTP/1.1\r\nHost: h\r\n\r\n",
                    "GET /promises?verdict=%27%22%3Cscript%3E HTTP/1.1\r\nHost: h\r\n\r\n",
                    "PUT /sparql HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc",
                    "DELETE /id/sample-country HTTP/1.1\r\nHost: h\r\n\r\n",
                    "TRACE / HTTP/1.1\r\nHost: h\r\n\r\n",
                    "POST /sparql HTTP/1.1\r\nHost: h\r\nContent-Type: application/sparql-update\r\nContent-Length: 9\r\n\r\nCLEAR ALL",
                    "POST /sparql HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi",
                    "POST /sparql HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                    "GET / HTTP/9.9\r\n\r\n",
                    "\u0016\u0003\u0001 no HTTP at all\r\n\r\n");

    private final URI endpoint;

    Hostile(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** How many kinds there are. */
    static int kinds() {
        return QUERIES.size() + REQUESTS.size() + 3;
    }

    /**
     * Does one of them, and returns what it was answered by; 0 where it was not waited for, or
     * where the server closed the connection.
     *
     * @throws java.net.SocketTimeoutException where the server hangs
     */
    int attack(int client, Random chance) throws IOException {
        int kind = chance.nextInt(kinds());
        if (kind < QUERIES.size()) {
            return answer(client, asking(QUERIES.get(kind), chance.nextBoolean()));
        }
        if (kind < QUERIES.size() + REQUESTS.size()) {
            return answer(client, REQUESTS.get(kind - QUERIES.size()));
        }
        return switch (kind - QUERIES.size() - REQUESTS.size()) {
            case 0 -> leave(client, "GET /sparql?query=SELECT", 0);
            case 1 -> leave(client, asking("SELECT * { ?s ?p ?o }", false), 4000);
            default -> answer(client, noise(chance));
        };
    }

    private static String asking(String query, boolean form) {
        String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return form
                ? "POST /sparql HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + (encoded.length() + 6)
                        + "\r\n\r\nquery="
                        + encoded
                : "GET /sparql?query=" + encoded + " HTTP/1.1\r\nHost: h\r\n\r\n";
    }

    private static String noise(Random chance) {
        byte[] bytes = new byte[chance.nextInt(2000)];
        chance.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n\r\n";
    }

    private int answer(int client, String request) throws IOException {
        try (Wire wire = new Wire(endpoint, client)) {
            return wire.send(request).status();
        } catch (java.net.SocketTimeoutException hangs) {
            throw hangs;
        } catch (IOException | NumberFormatException | StringIndexOutOfBoundsException closed) {
            return 0;
        }
    }

    /** Sends something, reads a little, and is gone. */
    private int leave(int client, String request, int read) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress("127.0.0." + (client % 250 + 2), 0));
            socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), 5000);
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            in.readNBytes(read);
            return 0;
        }
    }
}
