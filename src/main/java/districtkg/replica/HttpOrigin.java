package districtkg.replica;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A folder on an HTTP server. Only addresses below the given one are fetched, redirects are not
 * followed, and an answer must state its length, which bounds what is read.
 */
public final class HttpOrigin implements EditionOrigin, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration MANIFEST = Duration.ofSeconds(30);

    private final URI folder;
    private final Duration patience;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .build();
    private Optional<String> tag = Optional.empty();

    /**
     * An origin of the editions in a folder on a server.
     *
     * @param folder {@code http} or {@code https}; a slash is added at its end if it has none
     * @param patience how long fetching a snapshot may take
     * @throws IllegalArgumentException if it is no such address
     */
    public HttpOrigin(URI folder, Duration patience) {
        if (folder.getHost() == null
                || folder.getRawUserInfo() != null
                || folder.getRawQuery() != null
                || folder.getRawFragment() != null
                || !("http".equals(folder.getScheme()) || "https".equals(folder.getScheme()))) {
            throw new IllegalArgumentException(
                    folder
                            + " is no address of a folder, such as https://data.example.org/editions/");
        }
        this.folder = folder.toString().endsWith("/") ? folder : URI.create(folder + "/");
        this.patience = patience;
    }

    @Override
    public Optional<byte[]> manifest() throws IOException {
        HttpRequest.Builder request = request(Manifest.FILE);
        tag.ifPresent(known -> request.header("If-None-Match", known));
        HttpResponse<Optional<byte[]>> response =
                await(
                        request.build(),
                        info ->
                                info.statusCode() == 200
                                                && length(info) >= 0
                                                && length(info) <= Manifest.MOST_BYTES
                                        ? BodySubscribers.mapping(
                                                BodySubscribers.ofByteArray(), Optional::of)
                                        : BodySubscribers.replacing(Optional.empty()),
                        MANIFEST);
        if (response.statusCode() == 304) {
            return Optional.empty();
        }
        checkStatus(response);
        if (response.body().isEmpty()) {
            throw new IOException(
                    "the answer has no Content-Length, or one of more than "
                            + Manifest.MOST_BYTES
                            + " bytes");
        }
        tag = response.headers().firstValue("ETag");
        return response.body();
    }

    @Override
    public void forget() {
        tag = Optional.empty();
    }

    @Override
    public void fetch(PublishedEdition edition, Path file) throws IOException {
        HttpResponse<Optional<Path>> response =
                await(
                        request(edition.file()).build(),
                        info ->
                                info.statusCode() == 200 && length(info) == edition.size()
                                        ? BodySubscribers.mapping(
                                                BodySubscribers.ofFile(file), Optional::of)
                                        : BodySubscribers.replacing(Optional.empty()),
                        patience);
        checkStatus(response);
        if (response.body().isEmpty()) {
            throw new IOException(
                    "the answer's Content-Length is "
                            + response.headers().firstValue("Content-Length").orElse("absent")
                            + ", and the manifest states "
                            + edition.size());
        }
    }

    private HttpRequest.Builder request(String name) {
        return HttpRequest.newBuilder(folder.resolve(name));
    }

    private static long length(HttpResponse.ResponseInfo info) {
        return info.headers().firstValueAsLong("Content-Length").orElse(-1);
    }

    private static void checkStatus(HttpResponse<?> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException("the server answers " + response.statusCode());
        }
    }

    /** Sends a request, and gives up after a time, however slowly the answer arrives. */
    private <T> HttpResponse<T> await(HttpRequest request, BodyHandler<T> body, Duration most)
            throws IOException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IOException("it took longer than " + most.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            String told = cause.getMessage();
            throw new IOException(told == null ? "the connection failed" : told, cause);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
