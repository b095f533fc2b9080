package districtkg.reconcile.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import districtkg.Fixture;
import districtkg.server.Server;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The requests of OpenRefine 3.9.5, as its own classes sent them, against all places. */
class OpenRefineTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path REQUESTS =
            Path.of("src/test/resources/reconcile/openrefine-requests.txt");

    private static Server server;
    private static List<String> requests;

    @BeforeAll
    static void start() throws Exception {
        server = Sites.serve(Fixture.corpus(), PageSettings.NONE);
        requests =
                Files.readAllLines(REQUESTS).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aListOfDistrictsOfShenzhenIsReconciled() throws Exception {
        JsonNode answer = send(requests.get(0));

        assertThat(
                        IntStream.range(0, answer.size())
                                .mapToObj(at -> answer.at("/q" + at + "/result/0/id").asText()))
                .containsExactly(
                        "id/440303",
                        "id/440303",
                        "id/440304",
                        "id/440308",
                        "id/440306",
                        "id/440307",
                        "id/440310",
                        "id/440311",
                        "id/440303",
                        "id/440307");
        assertThat(answer.at("/q1/result/0/match").asBoolean()).isTrue();
        assertThat(answer.at("/q1/result/0/type/0/id").asText()).isEqualTo("AdministrativeArea");
    }

    @Test
    void aNameWithoutATypeIsFoundAmongAllThings() throws Exception {
        assertThat(send(requests.get(1)).at("/q0/result/0/id").asText())
                .isEqualTo("id/lusong-airport");
    }

    @Test
    void columnsAreAddedFromReconciledDistricts() throws Exception {
        JsonNode answer = send(requests.get(2));

        assertThat(answer.get("meta"))
                .extracting(one -> one.get("id").asText())
                .containsExactly("divisionCode", "in");
        assertThat(answer.at("/rows/id~1440307/divisionCode/0/str").asText()).isEqualTo("440307");
        assertThat(answer.at("/rows/id~1440303/in").toString()).contains("id/440300");
    }

    private static JsonNode send(String form) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.address().resolve("/reconcile"))
                        .header("User-Agent", "OpenRefine/")
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
