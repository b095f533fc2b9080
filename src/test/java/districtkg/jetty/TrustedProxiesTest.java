package districtkg.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.server.Http;
import districtkg.server.Server;
import districtkg.server.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final Edition EDITION = Fixture.yunheEdition();
    private static final TrustedProxies LOOPBACK =
            new TrustedProxies(List.of("127.0.0.0/8", "10.0.0.0/8"), Optional.empty());

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0} → {1} from {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            X-Forwarded-Proto: https; X-Forwarded-Host: data.example.org; X-Forwarded-For: 198.51.100.7 | https://data.example.org/ | 198.51.100.7
            X-Forwarded-Proto: https                                                                    | https://inner.example/    | 127.0.0.1
            X-Forwarded-For: 203.0.113.9, 198.51.100.7                                                  | http://inner.example/     | 198.51.100.7
            X-Forwarded-For: 198.51.100.7, 10.1.2.3                                                     | http://inner.example/     | 198.51.100.7
            X-Forwarded-For: 10.9.9.9, 10.1.2.3                                                         | http://inner.example/     | 10.9.9.9
            X-Forwarded-For: [2001:db8:1:2::3]:4711                                                     | http://inner.example/     | [2001:db8:1:2::3]
            Forwarded: for=198.51.100.7,proto=https,host=data.example.org                               | https://data.example.org/ | 198.51.100.7
            Forwarded: for=203.0.113.9, for=198.51.100.7,proto=https,host=a.example                     | https://a.example/        | 198.51.100.7
            Forwarded: for=203.0.113.9,host=evil.example; X-Forwarded-For: 198.51.100.7                 | http://inner.example/     | 198.51.100.7
            """)
    void aTrustedProxySpeaksForTheClient(String headers, String address, String client)
            throws Exception {
        assertThat(seen(LOOPBACK, headers)).isEqualTo(address + " " + client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Proto: https; X-Forwarded-Host: evil.example; X-Forwarded-For: 198.51.100.7",
                "Forwarded: for=198.51.100.7,proto=https,host=evil.example",
                "X-Forwarded-Port: 99; X-Proxied-Https: on; Proxy-ssl-id: x; X-Forwarded-Server: evil.example"
            })
    void forwardedHeadersOfOthersAreIgnored(String headers) throws Exception {
        String plain = "http://inner.example/ 127.0.0.1";

        assertThat(seen(TrustedProxies.NONE, headers)).isEqualTo(plain);
        assertThat(seen(new TrustedProxies(List.of("192.0.2.1"), Optional.empty()), headers))
                .isEqualTo(plain);
    }

    @Test
    void linksBeginWithThePublicAddressWhateverIsAsked() throws Exception {
        TrustedProxies proxies =
                new TrustedProxies(
                        List.of("127.0.0.1"), Optional.of(URI.create("https://data.example.org/")));

        assertThat(seen(proxies, "X-Forwarded-Host: evil.example; X-Forwarded-For: 198.51.100.7"))
                .isEqualTo("https://data.example.org/ 198.51.100.7");
    }

    @Test
    void theNameThatATrustedProxyGaveARequestIsKept() throws Exception {
        String request =
                "GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: from-proxy.1\r\nConnection: close\r\n\r\n";
        try (Server trusting =
                        Server.start(ServerSettings.at("127.0.0.1", 0).with(LOOPBACK), EDITION);
                Server plain = Server.start(ServerSettings.at("127.0.0.1", 0), EDITION)) {
            assertThat(Http.raw(trusting, request)).contains("X-Request-Id: from-proxy.1");
            assertThat(Http.raw(trusting, request.replace("from-proxy.1", "no\"name")))
                    .doesNotContain("no\"name");
            assertThat(Http.raw(plain, request)).doesNotContain("from-proxy.1");
        }
    }

    @Test
    void whatIsNoAddressIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("10.0.0.0/99"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        for (String address :
                List.of("data.example.org", "https://a.example/path", "ftp://a.example/")) {
            assertThatThrownBy(
                            () -> new TrustedProxies(List.of(), Optional.of(URI.create(address))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The address that the server takes for its own, and that of the client in its log. */
    private String seen(TrustedProxies proxies, String headers) throws IOException {
        Path log = folder.resolve("log");
        Files.deleteIfExists(log);
        ServerSettings setup =
                ServerSettings.at("127.0.0.1", 0)
                        .with(proxies)
                        .with(new AccessLog.Form(Optional.of(log), AccessLog.Client.FULL, false));
        String answer;
        try (Server server = Server.start(setup, EDITION)) {
            answer =
                    Http.raw(
                            server,
                            "GET /robots.txt HTTP/1.1\r\nHost: inner.example\r\n"
                                    + lines(headers)
                                    + "Connection: close\r\n\r\n");
        }
        String sitemap =
                answer.lines()
                        .filter(line -> line.startsWith("Sitemap: "))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(answer));
        assertThat(answer.contains("Strict-Transport-Security"))
                .isEqualTo(sitemap.contains("https:"));
        return sitemap.substring("Sitemap: ".length()).replace("sitemap.xml", "")
                + " "
                + JSON.parse(Files.readString(log)).getString("client");
    }

    private static String lines(String headers) {
        StringBuilder lines = new StringBuilder();
        Stream.of(headers.split(";"))
                .forEach(
                        header ->
                                lines.append(
                                                header.strip()
                                                        .replace(",proto", ";proto")
                                                        .replace(",host", ";host"))
                                        .append("\r\n"));
        return lines.toString();
    }
}
