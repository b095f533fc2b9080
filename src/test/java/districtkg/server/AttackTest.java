package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import districtkg.Attack;
import districtkg.Fixture;
import districtkg.Shows;
import districtkg.limit.Limits;
import districtkg.limit.LimitsBuilder;
import districtkg.problem.Reason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a client sends can harm the host, or learns of it. */
@Isolated("looks at the threads of the whole process")
class AttackTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** No file of the tests takes longer to make than a client waits. */
    private static final long BETWEEN_LOOKS = 50_000_000;

    private static final Limits LIMITS = limits();
    private static Server server;

    @BeforeAll
    static void start() {
        server =
                Server.start(
                        ServerSettings.at("127.0.0.1", 0).with(LIMITS), Fixture.yunheEdition());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Attack> attacks() throws IOException {
        return Attack.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void whatMustNotBeIsRefusedForItsReason(Attack attack) throws Exception {
        RawConnection.Answer answer = RawConnection.send(server, attack.request());

        switch (attack.expected()) {
            case "answered" -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.whole()).isTrue();
            }
            case "ended" -> assertThat(answer.status()).isIn(200, 503);
            case "cut" -> assertThat(answer.whole()).isFalse();
            default -> refused(attack, answer);
        }
        assertThat(answer.head()).doesNotContainIgnoringCase("jetty", "fuseki", "jena");
        assertThat(untilFree()).as("threads that still work on a query").isEmpty();
    }

    private static void refused(Attack attack, RawConnection.Answer answer) {
        assertThat(answer.body()).as(answer.head()).isNotBlank();
        JsonObject problem = JSON.parse(answer.body());
        Reason reason =
                Arrays.stream(Reason.values())
                        .filter(known -> known.code().equals(attack.expected()))
                        .findFirst()
                        .orElseThrow();
        assertThat(problem.getString("type")).endsWith("#" + attack.expected());
        assertThat(answer.status()).isEqualTo(reason.status());
        assertThat(answer.head()).contains("application/problem+json");
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(answer.body())
                .doesNotContain("\tat ", "Exception", "org.apache", "org.eclipse", "districtkg.")
                .doesNotContainIgnoringCase("jetty", "fuseki")
                .doesNotContainPattern("(?<![\\d.])\\d+\\.\\d+\\.\\d+(?![\\d.])");
    }

    /** Each would take its whole time for a single row. */
    @Test
    void fiftyNestedReplacementsAtOnceAreEndedAndOthersAreAnswered() throws Exception {
        String text = "a".repeat(1000);
        String nested = "REPLACE(".repeat(12) + "?t" + ", \"(a)(b?)\", \"$1$2a\")".repeat(12);
        String query =
                "SELECT (SUM(STRLEN("
                        + nested
                        + ")) AS ?n) { ?s ?p ?o BIND(CONCAT(\""
                        + text
                        + "\", STR(?s)) AS ?t) }";
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int client = 0; client < 50; client++) {
                answers.add(
                        clients.submit(() -> Http.query(server, query, "text/csv").statusCode()));
            }
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).hasSize(50).allMatch(Set.of(200, 429, 503)::contains);
        assertThat(statuses).contains(503);
        assertThat(untilFree()).as("threads that still work on a query").isEmpty();
        assertThat(Http.query(server, "ASK {}", "text/csv").body()).contains("true");
    }

    @Test
    void theServerAnswersAfterwards() throws Exception {
        assertThat(Http.query(server, "ASK { id:yunhe a :District }", "text/csv").body())
                .contains("true");
    }

    @Test
    void everyReasonHasARequestThatShowsIt() throws IOException {
        List<Attack> attacks = Attack.all();
        List<Reason> shown =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.OnlyIncludeTests())
                                .importPackages("districtkg")
                                .stream()
                                .filter(type -> type.isAnnotatedWith(Shows.class))
                                .flatMap(
                                        type ->
                                                Stream.of(
                                                        type.getAnnotationOfType(Shows.class)
                                                                .value()))
                                .toList();

        assertThat(attacks).hasSizeGreaterThan(60);
        assertThat(Arrays.stream(Reason.values()).filter(reason -> !shown.contains(reason)))
                .extracting(Reason::code)
                .isSubsetOf(attacks.stream().map(Attack::expected).toList());
    }

    /** Waits until no thread answers a query. */
    private static List<Thread> untilFree() throws InterruptedException {
        Instant end = Instant.now().plus(DEADLINE);
        List<Thread> busy = busy();
        while (!busy.isEmpty() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            busy = busy();
        }
        return busy;
    }

    private static List<Thread> busy() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(
                        entry ->
                                Arrays.stream(entry.getValue())
                                        .anyMatch(
                                                frame ->
                                                        frame.getClassName()
                                                                .endsWith("SparqlEndpoint")))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Limits limits() {
        return LimitsBuilder.builder(Limits.DEFAULT)
                .time(Duration.ofSeconds(1))
                .body(256 * 1024)
                .header(16 * 1024)
                .answer(256 * 1024)
                .buffer(64 * 1024)
                .connectionsPerClient(0)
                .held(4 * 1024 * 1024)
                .build();
    }
}
