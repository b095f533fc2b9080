package districtkg.bench;

import districtkg.Attack;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Requests that nobody who means well sends, written byte for byte. */
final class Hostile {
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

    /** Its answer is longer than what anybody waits for. */
    private static final String LONG =
            "GET /sparql?query=SELECT%20*%20%7B%20?s%20?p%20?o%20%7D HTTP/1.1\r\nHost: h\r\n\r\n";

    private final URI endpoint;
    private final List<Attack> attacks;

    /**
     * @throws IOException where the list of attacks cannot be read
     */
    Hostile(URI endpoint) throws IOException {
        this.endpoint = endpoint;
        this.attacks = Attack.all();
    }

    /**
     * Does one of them, most often one of the list of attacks, and returns what it was answered by;
     * 0 where it was not waited for, or where the server closed the connection.
     *
     * @throws java.net.SocketTimeoutException where the server hangs
     */
    int attack(int client, Random chance) throws IOException {
        return switch (chance.nextInt(10)) {
            case 0 -> leave(client, "GET /sparql?query=SELECT", 0);
            case 1 -> leave(client, LONG, 4000);
            case 2 -> answer(client, bytes(noise(chance)));
            case 3, 4 -> answer(client, bytes(REQUESTS.get(chance.nextInt(REQUESTS.size()))));
            default -> answer(client, attacks.get(chance.nextInt(attacks.size())).request());
        };
    }

    private static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String noise(Random chance) {
        byte[] bytes = new byte[chance.nextInt(2000)];
        chance.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n\r\n";
    }

    private int answer(int client, byte[] request) throws IOException {
        try (RawHttpClient wire = new RawHttpClient(endpoint, client)) {
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
            socket.setSoTimeout(RawHttpClient.PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(bytes(request));
            out.flush();
            InputStream in = socket.getInputStream();
            in.readNBytes(read);
            return 0;
        }
    }
}
