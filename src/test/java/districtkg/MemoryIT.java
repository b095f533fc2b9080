package districtkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The packaged program with little memory, asked for much by many at once. */
class MemoryIT {
    private static final int TIMES = 3;
    private static final String CUT = "cut";
    private static final Pattern REASON = Pattern.compile("errors#([a-z-]+)");

    /** Each holds what it has met until the end. */
    private static final List<String> GREEDY =
            List.of(
                    "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c",
                    "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
                    "SELECT (GROUP_CONCAT(?c) AS ?all) { ?a ?b ?c . ?d ?e ?f }",
                    "SELECT ?a ?d (COUNT(DISTINCT ?f) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?d",
                    "CONSTRUCT { ?a ?e ?d } { ?a ?b ?c . ?d ?e ?f }",
                    "SELECT * { ?a ?b ?c MINUS { ?d ?e ?c . ?g ?h ?i } }",
                    "SELECT * { { SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c } { SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f } }",
                    "SELECT (MAX(?x) AS ?y) { ?a ?b ?c . ?d ?e ?f BIND(CONCAT(STR(?c), STR(?f), STR(?a)) AS ?x) }");

    @Test
    void noQueryTakesTheMemoryOfTheOthers() throws Exception {
        Process process =
                new ProcessBuilder(
                                Packaged.JAVA.toString(),
                                "-Xmx512m",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-jar",
                                Packaged.JAR,
                                "serve",
                                "--port",
                                "0",
                                "--max-queries",
                                "8",
                                "--max-queries-per-client",
                                "8",
                                "--time-limit",
                                "20s")
                        .redirectErrorStream(true)
                        .start();
        try (Packaged served = Packaged.started(process);
                HttpClient client = HttpClient.newHttpClient()) {
            URI endpoint = URI.create(served.address());
            List<String> outcomes = new ArrayList<>();
            for (int time = 0; time < TIMES; time++) {
                List<CompletableFuture<String>> answers =
                        GREEDY.stream()
                                .map(query -> outcome(client, asking(endpoint, query)))
                                .toList();
                for (CompletableFuture<String> answer : answers) {
                    outcomes.add(answer.get());
                }
                assertThat(
                                client.send(
                                                asking(endpoint, "ASK { id:lusong a :District }"),
                                                BodyHandlers.ofString())
                                        .body())
                        .contains("true");
                assertThat(served.process().isAlive()).isTrue();
            }
            assertThat(outcomes)
                    .hasSize(TIMES * GREEDY.size())
                    .isSubsetOf("too-much-memory", "too-slow", "busy", "answer-too-large", CUT)
                    .contains("too-much-memory");
        }
    }

    /** Why there is no answer; an answer that has begun is cut. */
    private static CompletableFuture<String> outcome(HttpClient client, HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofString())
                .handle(
                        (answer, cut) -> {
                            if (cut != null) {
                                return CUT;
                            }
                            Matcher reason = REASON.matcher(answer.body());
                            return reason.find() ? reason.group(1) : "answered: " + answer.body();
                        });
    }

    private static HttpRequest asking(URI endpoint, String query) {
        return HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "text/csv, application/n-triples, application/problem+json;q=0.5")
                .POST(BodyPublishers.ofString(query))
                .build();
    }
}
