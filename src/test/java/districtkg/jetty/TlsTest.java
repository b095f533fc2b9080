package districtkg.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.problem.Problem;
import districtkg.server.Http;
import districtkg.server.RawConnection;
import districtkg.server.Server;
import districtkg.server.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final String WORD = "correct horse";

    @TempDir private static Path folder;

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=ip:127.0.0.1,dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                "keys.p12",
                                "-storepass",
                                WORD)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        assertThat(keytool.waitFor())
                .as(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        Files.writeString(folder.resolve("word"), WORD + "\n");
        TlsKeyStore tls = TlsKeyStore.of(folder.resolve("keys.p12"), folder.resolve("word"));
        server = Server.start(ServerSettings.at("127.0.0.1", 0).with(tls), Fixture.yunheEdition());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itAnswersByHttpsAndBindsBrowsersToIt() throws Exception {
        HttpResponse<String> page = send("id/yunhe.html", new SSLParameters());

        assertThat(server.address().getScheme()).isEqualTo("https");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000");
        assertThat(page.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        assertThat(send("robots.txt", new SSLParameters()).body())
                .contains("Sitemap: " + server.address());
        assertThat(send("sparql?query=ASK%7B%7D", new SSLParameters()).statusCode()).isEqualTo(200);
    }

    @Test
    void theOlderProtocolStillInUseIsSpoken() throws Exception {
        SSLParameters older = new SSLParameters();
        older.setProtocols(new String[] {"TLSv1.2"});

        assertThat(send("", older).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void brokenProtocolsAreNotSpoken(String protocol) {
        SSLParameters old = new SSLParameters();
        old.setProtocols(new String[] {protocol});

        assertThatThrownBy(() -> send("", old)).isInstanceOf(SSLException.class);
    }

    @Test
    void plainHttpIsNotAnsweredThere() throws Exception {
        assertThat(Http.raw(server, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .doesNotContain("200", "html");
    }

    @Test
    void aRefusedBodyIsReadToItsEnd() throws Exception {
        try (Socket socket =
                trusting()
                        .getSocketFactory()
                        .createSocket("127.0.0.1", server.address().getPort())) {
            byte[] body = new byte[32 << 20];
            String head =
                    "POST /sparql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                            + body.length
                            + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);

            assertThat(RawConnection.read(socket.getInputStream()).status()).isEqualTo(413);
        }
    }

    @Test
    void anUnreadableKeystoreIsReported() throws IOException {
        Files.writeString(folder.resolve("wrong"), "wrong\n");

        assertThatThrownBy(
                        () -> TlsKeyStore.of(folder.resolve("keys.p12"), folder.resolve("wrong")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("tls-keystore")
                .hasMessageNotContaining(WORD);
        assertThatThrownBy(() -> TlsKeyStore.of(folder.resolve("none"), folder.resolve("word")))
                .isInstanceOf(Problem.class);
    }

    private static HttpResponse<String> send(String path, SSLParameters parameters)
            throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(trusting()).sslParameters(parameters).build()) {
            return client.send(
                    HttpRequest.newBuilder(server.address().resolve(path)).build(),
                    BodyHandlers.ofString());
        }
    }

    /** Of a client that knows the certificate of the server. */
    private static SSLContext trusting() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, WORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
