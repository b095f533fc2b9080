package districtkg.reconcile.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import districtkg.Fixture;
import districtkg.server.Server;
import districtkg.web.Client;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The reconciliation service, asked as OpenRefine asks: a form with {@code queries} or {@code
 * extend}, and GET for everything else. The schemas are our own and follow the specification,
 * version 0.2, and its schemas.
 */
class ReconciliationServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Server server;

    @BeforeAll
    static void start() {
        server = Sites.serve(Fixture.realEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theManifestNamesAllServices() throws Exception {
        JsonNode manifest = get("/reconcile");

        valid("manifest", manifest);
        assertThat(manifest.get("versions")).extracting(JsonNode::asText).contains("0.2");
        String entity = manifest.at("/suggest/entity/service_path").asText();
        valid("suggest", get(entity + "?prefix=lusong"));
        assertThat(get(entity + "?prefix=lusong").at("/result/0/id").asText())
                .isEqualTo("id/lusong");
        String view = manifest.at("/view/url").asText().replace("{{id}}", "id/lusong");
        assertThat(Client.follow(server, view.substring(view.indexOf('/', 8))).statusCode())
                .isEqualTo(200);
    }

    /** As OpenRefine does it when a column is reconciled: names, a type, and no cookies. */
    @Test
    void aColumnOfDistrictsIsReconciled() throws Exception {
        ObjectNode batch = JSON.createObjectNode();
        List<String> names = List.of("芦淞", "荷塘区", "石峰", "Tianyuan", "天圆区", "株洲", "430212");
        for (int at = 0; at < names.size(); at++) {
            batch.putObject("q" + at)
                    .put("query", names.get(at))
                    .put("type", "AdministrativeArea")
                    .put("type_strict", "should")
                    .put("limit", 3);
        }

        JsonNode answer = post("queries", batch);

        valid("results", answer);
        assertThat(names.stream().map(names::indexOf).map(at -> first(answer, "q" + at)))
                .containsExactly(
                        "id/lusong",
                        "id/430202",
                        "id/430204",
                        "id/430211",
                        "id/430211",
                        "id/zhuzhou",
                        "id/lukou");
        JsonNode best = answer.at("/q1/result/0");
        assertThat(best.get("match").asBoolean()).isTrue();
        assertThat(best.get("type")).isNotEmpty();
        assertThat(best.get("features"))
                .extracting(one -> one.get("id").asText())
                .contains("name", "type");
    }

    private static String first(JsonNode answer, String key) {
        return answer.path(key).at("/result/0/id").asText();
    }

    /** As OpenRefine guesses the type of a column: ten names without a type. */
    @Test
    void withoutATypeProjectsOrganizationsAndIndicatorsAreFoundToo() throws Exception {
        ObjectNode batch = JSON.createObjectNode();
        batch.putObject("q0").put("query", "芦淞机场").put("limit", 3);
        batch.putObject("q1").put("query", "GDP growth").put("limit", 3);
        batch.putObject("q2").put("query", "地区生产总值增长率").put("limit", 3);

        JsonNode answer = post("queries", batch);

        valid("results", answer);
        assertThat(first(answer, "q0")).isEqualTo("id/lusong-airport");
        assertThat(first(answer, "q1")).isEqualTo("vocab/gdp-growth");
        assertThat(first(answer, "q2")).isEqualTo("vocab/gdp-growth");
    }

    @Test
    void aPropertyTellsNamesakesApart() throws Exception {
        ObjectNode batch = JSON.createObjectNode();
        ObjectNode query = batch.putObject("q0").put("query", "芦淞区").put("limit", 2);
        query.putArray("type").add("AdministrativeArea");
        query.putArray("properties").addObject().put("pid", "divisionCode").put("v", "430203");
        ObjectNode other = batch.putObject("q1").put("query", "芦淞区");
        other.putArray("properties")
                .addObject()
                .put("pid", "in")
                .putObject("v")
                .put("id", "id/440300");

        JsonNode answer = post("queries", batch);

        valid("results", answer);
        assertThat(answer.at("/q0/result/0/match").asBoolean()).isTrue();
        assertThat(answer.at("/q1/result/0/match").asBoolean()).isFalse();
        assertThat(answer.at("/q1/result/0/features").toString()).contains("property_in");
    }

    /** As OpenRefine adds columns from reconciled values. */
    @Test
    void valuesOfPropertiesAreFetched() throws Exception {
        JsonNode proposed = get("/reconcile/properties?type=AdministrativeArea&limit=10");
        ObjectNode extend = JSON.createObjectNode();
        extend.putArray("ids").add("id/lusong").add("id/430202");
        extend.putArray("properties").addObject().put("id", "divisionCode");
        ((ArrayNode) extend.get("properties")).addObject().put("id", "in");

        JsonNode answer = post("extend", extend);

        valid("properties", proposed);
        valid("extension", answer);
        assertThat(answer.at("/rows/id~1lusong/divisionCode/0/str").asText()).isEqualTo("430203");
        assertThat(answer.at("/rows/id~1430202/in").toString()).contains("id/zhuzhou");
    }

    @Test
    void typesAndPropertiesAreSuggested() throws Exception {
        valid("suggest", get("/reconcile/suggest/type?prefix=proj"));
        valid("suggest", get("/reconcile/suggest/property?prefix=stat"));
        assertThat(get("/reconcile/suggest/type?prefix=proj").toString()).contains("\"Project\"");
        assertThat(get("/reconcile/suggest/property?prefix=status").toString())
                .contains("\"currentStatus\"");
    }

    @Test
    void aPreviewIsASmallPageForTheFrameOfAnotherSite() throws Exception {
        HttpResponse<String> preview =
                Client.get(server, "/reconcile/preview?id=id/lusong", "Accept-Language", "zh");

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("芦淞区").hasSizeLessThan(10_000);
        assertThat(Client.header(preview, "Content-Security-Policy")).contains("frame-ancestors *");
        assertThat(Client.get(server, "/reconcile/preview?id=id/nothing").statusCode())
                .isEqualTo(404);
    }

    @Test
    void scriptsOfAllSitesMayAsk() throws Exception {
        HttpResponse<String> asked = form("queries={}", "Origin", "https://refine.example");

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(Client.header(asked, "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void faultyBatchesAreRefusedInWords() throws Exception {
        assertThat(form("queries=nonsense").statusCode()).isEqualTo(400);
        assertThat(form("queries=" + encoded("{\"q0\":{\"limit\":3}}")).body()).contains("q0");
        assertThat(form("extend=" + encoded("{\"ids\":[],\"properties\":[{\"id\":\"x\"}]}")).body())
                .contains("'x'");
        assertThat(Client.get(server, "/reconcile/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aBatchOfFiftyIsAnsweredAtOnce() throws Exception {
        ObjectNode batch = JSON.createObjectNode();
        for (int at = 0; at < 50; at++) {
            batch.putObject("q" + at).put("query", "芦淞区第" + at + "项目").put("limit", 5);
        }

        assertThat(post("queries", batch)).hasSize(50);
    }

    private static JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = Client.get(server, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode post(String parameter, JsonNode value) throws Exception {
        HttpResponse<String> answer = form(parameter + "=" + encoded(value.toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> form(String form, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.address().resolve("/reconcile"))
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .POST(BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void valid(String schema, JsonNode answer) throws Exception {
        JsonNode schemas =
                JSON.readTree(
                        Files.readString(Path.of("src/test/resources/reconcile/schemas.json")));
        ObjectNode one = JSON.createObjectNode().put("$ref", "#/$defs/" + schema);
        one.set("$defs", schemas.get("$defs"));
        assertThat(
                        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                .getSchema(one)
                                .validate(answer))
                .isEmpty();
    }
}
