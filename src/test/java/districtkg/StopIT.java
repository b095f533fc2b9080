package districtkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How the packaged program ends. */
class StopIT {
    private static final int ROWS = 200_000;

    @Test
    void itServesUntilASignalEndsItAfterWhatIsRunning() throws Exception {
        try (Packaged served = Packaged.serveSmall(Fixture.YUNHE)) {
            URI endpoint = URI.create(served.address());
            try (Socket reader = new Socket(endpoint.getHost(), endpoint.getPort())) {
                reader.getOutputStream()
                        .write(
                                ("GET /sparql?query=SELECT*%7B?s?p?o.?a?b?c%7DLIMIT"
                                                + ROWS
                                                + " HTTP/1.1\r\nHost: a\r\nAccept: text/csv\r\n\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        reader.getInputStream(), StandardCharsets.UTF_8));
                assertThat(lines.readLine()).startsWith("HTTP/1.1 200");

                served.process().destroy();

                assertThat(lines.lines().count()).isGreaterThan(ROWS);
            }
            assertThat(served.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(served.process().exitValue()).isEqualTo(128 + 15);
        }
    }
}
