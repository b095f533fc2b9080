package districtkg.server;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** What a client of the server does. */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    public static HttpResponse<String> query(
            Server server, String query, String accept, String... headers)
            throws IOException, InterruptedException {
        String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return form(server, form, accept, headers);
    }

    static HttpResponse<String> form(Server server, String form, String accept, String... headers)
            throws IOException, InterruptedException {
        return send(
                with(HttpRequest.newBuilder(endpoint(server)), headers)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", accept)
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }

    static HttpResponse<byte[]> bytes(Server server, String query, String accept)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(
                                server.address()
                                        .resolve(
                                                "sparql?query="
                                                        + URLEncoder.encode(
                                                                query, StandardCharsets.UTF_8)))
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    public static HttpResponse<String> get(Server server, String path, String accept)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(server.address().resolve(path))
                        .header("Accept", accept)
                        .build());
    }

    /** A request with more headers: name, value, name, value; or none. */
    static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    public static HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** All that comes back for these very characters, until the server closes the connection. */
    public static String raw(Server server, String characters) throws IOException {
        return raw(server, characters, false);
    }

    /** The same, after which the client may say that it sends no more. */
    public static String raw(Server server, String characters, boolean ends) throws IOException {
        try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
            socket.getOutputStream().write(characters.getBytes(StandardCharsets.ISO_8859_1));
            if (ends) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static URI endpoint(Server server) {
        return server.address().resolve("sparql");
    }
}
