package districtkg.web;

import districtkg.server.Server;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A client that goes where it is told and no further. */
public final class Client {
    private static final HttpClient PLAIN = HttpClient.newHttpClient();
    private static final HttpClient FOLLOWING =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private Client() {}

    /** What one address answers; {@code headers} are names and values in turn. */
    public static HttpResponse<String> get(Server server, String path, String... headers)
            throws IOException, InterruptedException {
        return ask(PLAIN, "GET", server, path, headers);
    }

    public static HttpResponse<String> head(Server server, String path, String... headers)
            throws IOException, InterruptedException {
        return ask(PLAIN, "HEAD", server, path, headers);
    }

    /** The same to the end of all redirects. */
    public static HttpResponse<String> follow(Server server, String path, String... headers)
            throws IOException, InterruptedException {
        return ask(FOLLOWING, "GET", server, path, headers);
    }

    public static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    /** What is sent back for the lines of a request that no library would write. */
    public static String raw(Server server, String... lines) throws IOException {
        try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
            socket.getOutputStream()
                    .write(
                            (String.join("\r\n", lines)
                                            + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<String> ask(
            HttpClient client, String method, Server server, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        server.address().toString().replaceFirst("/$", "") + path))
                        .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
