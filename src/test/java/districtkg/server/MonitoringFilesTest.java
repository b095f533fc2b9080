package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import districtkg.Fixture;
import districtkg.replica.EditionFollower;
import districtkg.replica.EditionPublisher;
import districtkg.replica.FolderOrigin;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alert rules and the dashboard of docs/deploy name metrics and labels that a server has. */
class MonitoringFilesTest {
    private static final Path RULES = Path.of("docs/deploy/prometheus-rules.yml");
    private static final Path DASHBOARD = Path.of("docs/deploy/grafana-dashboard.json");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:districtkg|jvm|process|system)_[a-z0-9_]+");

    @TempDir private Path temporary;

    @Test
    void eachMetricOfRulesAndDashboardExists() throws Exception {
        Set<String> named = new HashSet<>(metrics(Files.readString(RULES)));
        assertThat(named).hasSizeGreaterThan(7);
        List<String> expressions = expressions();
        assertThat(expressions).hasSizeGreaterThan(12);
        expressions.forEach(expression -> named.addAll(metrics(expression)));

        assertThat(served()).containsAll(named);
    }

    @Test
    void thePanelsOfTheDashboardDoNotOverlap() throws Exception {
        Set<String> cells = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard().path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            JsonNode place = panel.path("gridPos");
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    int column = place.path("x").asInt() + x;
                    assertThat(column).isLessThan(24);
                    assertThat(cells.add(column + "," + (place.path("y").asInt() + y)))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        }
    }

    private static JsonNode dashboard() throws Exception {
        return new ObjectMapper().readTree(Files.readString(DASHBOARD));
    }

    private static List<String> expressions() throws Exception {
        List<String> found = new ArrayList<>();
        for (JsonNode panel : dashboard().path("panels")) {
            assertThat(panel.path("targets")).isNotEmpty();
            panel.path("targets").forEach(target -> found.add(target.path("expr").asText()));
        }
        found.add(dashboard().path("templating").path("list").path(1).path("query").toString());
        return found;
    }

    private static Set<String> metrics(String text) {
        return METRIC.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** The metrics of a replica after some requests. */
    private Set<String> served() throws Exception {
        Path folder = temporary.resolve("editions");
        new EditionPublisher(folder, 1, Optional.empty()).publish(Fixture.yunheEdition());
        ServerSettings settings =
                ServerSettings.at("127.0.0.1", 0).with(new AdminServer.Address("127.0.0.1", 0));
        try (Server server = Server.open(settings)) {
            new EditionFollower(
                            new FolderOrigin(folder),
                            new EditionFollower.Settings(
                                    temporary.resolve("kept"), Optional.empty(), 1 << 30),
                            server::publish,
                            server.metrics())
                    .check();
            Http.get(server, "no-such-page", "*/*");
            System.gc();
            return metrics(
                    Http.send(
                                    HttpRequest.newBuilder(
                                                    server.adminAddress()
                                                            .orElseThrow()
                                                            .resolve("metrics"))
                                            .build())
                            .body());
        }
    }
}
