package districtkg.review.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.review.Drafts;
import districtkg.review.FactComparisons;
import districtkg.review.ReviewSession;
import districtkg.review.draft.ReviewFact;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String NAME = URLEncoder.encode(Drafts.REPORT, StandardCharsets.UTF_8);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir Path temporary;

    private ReviewServer serve(ReviewAccess access) throws IOException {
        ReviewSession session = ReviewSession.open(Drafts.in(temporary), Drafts.lists());
        return ReviewServer.start(
                "127.0.0.1",
                0,
                session,
                Drafts.lists(),
                new FactComparisons(Drafts.lists(), List.of()),
                access);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder get(URI at, String path) {
        return HttpRequest.newBuilder(at.resolve(path));
    }

    private static HttpRequest.Builder post(URI at, String what, String body) {
        return HttpRequest.newBuilder(at.resolve("/api/report/" + NAME + "/" + what))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String decision(String reviewer, String fact, int version, String action) {
        return "{\"reviewer\":\"%s\",\"decisions\":[{\"fact\":\"%s\",\"version\":%d,\"action\":\"%s\"}]}"
                .formatted(reviewer, fact, version, action);
    }

    private String listed() {
        try (ReviewSession session =
                ReviewSession.open(temporary.resolve("drafts"), Drafts.lists())) {
            ReviewFact fact = Drafts.listed(session);
            return fact.id();
        }
    }

    @Test
    void concurrentDecisionsAreNotLost() throws Exception {
        Drafts.in(temporary.resolve("other")); // the same drafts, to know an id
        String id = firstId(temporary.resolve("other/drafts"));
        try (ReviewServer server = serve(ReviewAccess.local())) {
            HttpResponse<String> first =
                    send(post(server.address(), "decisions", decision("ann", id, 0, "accept")));
            HttpResponse<String> second =
                    send(post(server.address(), "decisions", decision("bo", id, 0, "reject")));
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("\"by\" : \"ann\"");

            HttpResponse<String> seen =
                    send(get(server.address(), "/api/report/" + NAME + "/changes?since=0"));
            assertThat(seen.body()).contains("\"last\" : 1").contains(id);

            HttpResponse<String> undone =
                    send(post(server.address(), "undo", "{\"reviewer\":\"ann\"}"));
            assertThat(undone.body()).contains("\"last\" : 2").contains("\"open\"");
        }
        assertThat(listed()).isEqualTo(id);
    }

    private static String firstId(Path drafts) {
        try (ReviewSession session = ReviewSession.open(drafts, Drafts.lists())) {
            return Drafts.listed(session).id();
        }
    }

    @Test
    void selectedCharactersAreReadAndAddedOverHttp() throws Exception {
        try (ReviewServer server = serve(ReviewAccess.local())) {
            URI at = server.address();
            String text = send(get(at, "/api/report/" + NAME + "/text")).body();
            int start = text.indexOf("1.8亿元");
            String reading = "/api/report/" + NAME + "/reading?start=" + start + "&end=";

            assertThat(send(get(at, reading + (start + 2))).body())
                    .contains("\"value\" : \"180000000.0\"")
                    .contains("\"unit\" : \"CCY_CNY\"")
                    .contains("\"year\" : \"2020\"");
            assertThat(send(get(at, reading + "99999999"))).returns(400, HttpResponse::statusCode);

            String addition =
                    "{\"reviewer\":\"ann\",\"decisions\":[{\"action\":\"add\",\"cells\":{\"kind\":\"outcome\","
                            + "\"label_zh\":\"签约额\",\"label_en\":\"contracts\",\"year\":\"2020\","
                            + "\"start\":\"%d\",\"end\":\"%d\"%s}}]}";
            HttpResponse<String> wrong =
                    send(
                            post(
                                    at,
                                    "decisions",
                                    addition.formatted(
                                            start, start + 5, ",\"statedValue\":\"18\"")));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("span-value").contains("1.8亿元");
            HttpResponse<String> added =
                    send(post(at, "decisions", addition.formatted(start, start + 5, "")));
            assertThat(added.statusCode()).isEqualTo(200);
            assertThat(added.body()).contains("\"added\" : true").contains(Drafts.REPORT + "-a1");

            HttpResponse<String> undone = send(post(at, "undo", "{\"reviewer\":\"ann\"}"));
            assertThat(undone.body()).contains("\"removed\"");
            HttpResponse<String> late =
                    send(post(at, "decisions", decision("bo", Drafts.REPORT + "-a1", 1, "accept")));
            assertThat(late.statusCode()).isEqualTo(409);
        }
    }

    @Test
    void noOtherPageDecidesAndNoPathLeavesTheReports() throws Exception {
        try (ReviewServer server = serve(ReviewAccess.local())) {
            URI at = server.address();
            String body = decision("eve", "x", 0, "accept");

            assertThat(send(post(at, "decisions", body).header("Origin", "http://evil.example")))
                    .returns(403, HttpResponse::statusCode);
            assertThat(send(post(at, "decisions", body).setHeader("Content-Type", "text/plain")))
                    .returns(400, HttpResponse::statusCode);
            assertThat(send(post(at, "decisions", body))).returns(404, HttpResponse::statusCode);
            assertThat(send(post(at, "decisions", "x".repeat(300_000))))
                    .returns(400, HttpResponse::statusCode);
            assertThat(send(post(at, "decisions", "{\"decisions\":[7]}")))
                    .returns(400, HttpResponse::statusCode);
            for (String path :
                    List.of(
                            "/report/..%2F..%2Fpom.xml",
                            "/export/..%2Fdecisions.jsonl",
                            "/export/decisions.csv",
                            "/api/report/x/text")) {
                assertThat(send(get(at, path)).statusCode()).as(path).isBetween(400, 404);
            }
            HttpResponse<String> page = send(get(at, "/report/" + NAME));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(
                            policy ->
                                    assertThat(policy)
                                            .contains("default-src 'none'")
                                            .doesNotContain("unsafe"));
        }
    }

    @Test
    void withTokensOnlyTheirHoldersReadAndDecide() throws Exception {
        ReviewAccess tokens =
                ReviewAccess.byTokens(
                        token -> token.equals(TOKEN) ? Optional.of("ann") : Optional.empty());
        try (ReviewServer server = serve(tokens)) {
            URI at = server.address();
            String text = "/api/report/" + NAME + "/text";
            assertThat(send(get(at, text))).returns(401, HttpResponse::statusCode);
            assertThat(send(get(at, "/"))).returns(303, HttpResponse::statusCode);
            assertThat(send(get(at, text).header("Authorization", "Bearer " + TOKEN)))
                    .returns(200, HttpResponse::statusCode);

            HttpRequest.Builder form =
                    HttpRequest.newBuilder(at.resolve("/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded");
            HttpResponse<String> wrong =
                    send(form.copy().POST(HttpRequest.BodyPublishers.ofString("token=no")));
            HttpResponse<String> right =
                    send(form.copy().POST(HttpRequest.BodyPublishers.ofString("token=" + TOKEN)));
            assertThat(wrong.statusCode()).isEqualTo(403);
            String cookie = right.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
            assertThat(send(get(at, text).header("Cookie", cookie.replaceFirst(";.*", ""))))
                    .returns(200, HttpResponse::statusCode);
        }
    }

    @Test
    void acknowledgedWritesSurviveAKill() throws Exception {
        Path drafts = Drafts.in(temporary);
        String id = firstId(drafts);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                classPath(),
                                "districtkg.Main",
                                "review",
                                drafts.toString(),
                                "--port",
                                "0")
                        .redirectErrorStream(true)
                        .start();
        try {
            URI at = address(process);
            assertThat(send(post(at, "decisions", decision("ann", id, 0, "reject"))))
                    .returns(200, HttpResponse::statusCode);
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (ReviewSession session = ReviewSession.open(drafts, Drafts.lists())) {
            assertThat(session.last()).isEqualTo(1);
            assertThat(session.changes(Drafts.REPORT, 0))
                    .singleElement()
                    .returns("ann", ReviewFact::reviewer);
        }
    }

    /** Of this test, whether a launcher has a class loader of its own or not. */
    private static String classPath() {
        return Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static URI address(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains("http://")) {
                return URI.create(line.replaceFirst("^.*(http://\\S+).*$", "$1"));
            }
        }
        throw new AssertionError("it never said where it answers:\n" + said);
    }
}
