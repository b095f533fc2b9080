package districtkg.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.server.Server;
import districtkg.tidy.Tables;
import districtkg.vocab.Dkg;
import districtkg.web.Client;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import io.swagger.v3.oas.models.tags.Tag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The HTTP API on the real data. */
class ApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Server server;
    private static Edition edition;

    @BeforeAll
    static void start() {
        server = Sites.serve(Fixture.real(), PageSettings.NONE);
        edition = Fixture.edition(Fixture.real());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<String> tables() {
        return Tables.names();
    }

    @Test
    void theIndexNamesTheDescriptionAndAllTables() throws Exception {
        JsonNode index = json("/api/v1/");

        assertThat(index.get("openapi").asText()).endsWith("/api/v1/openapi.json");
        assertThat(names(index.get("tables"))).containsExactlyElementsOf(Tables.names());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyAnswerIsValidAgainstTheDescription(String table) throws Exception {
        JsonNode description = json("/api/v1/openapi.json");
        JsonNode schema =
                description.at(
                        "/paths/~1"
                                + table
                                + "/get/responses/200/content/application~1json/schema");
        // The references of the schema lead into the description.
        ((ObjectNode) schema).set("components", description.get("components"));

        JsonNode answer = json("/api/v1/" + table + "?limit=1000");

        assertThat(answer.get("data")).isNotEmpty();
        assertThat(
                        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                .getSchema(schema)
                                .validate(answer))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyColumnIsAParameterAndTheOtherWayRound(String table) throws Exception {
        JsonNode description = json("/api/v1/openapi.json");
        List<String> parameters = new ArrayList<>();
        description
                .at("/paths/~1" + table + "/get/parameters")
                .forEach(one -> parameters.add(one.get("name").asText()));
        Set<String> columns = names(description.at("/components/schemas/" + table + "/properties"));

        assertThat(parameters).doesNotHaveDuplicates().containsAll(columns);
        assertThat(columns).isNotEmpty();
    }

    @Test
    void aColumnFiltersByItsValueAndSeveralValuesAreAlternatives() throws Exception {
        JsonNode one = json("/api/v1/statements?indicator=gdp-growth&kind=Outcome");
        JsonNode two = json("/api/v1/statements?kind=Outcome,Recognition&limit=1000");

        assertThat(one.get("data")).isNotEmpty();
        for (JsonNode row : one.get("data")) {
            assertThat(row.get("indicator").asText()).isEqualTo("gdp-growth");
            assertThat(row.get("kind").asText()).isEqualTo("Outcome");
        }
        Set<String> kinds = new HashSet<>();
        two.get("data").forEach(row -> kinds.add(row.get("kind").asText()));
        assertThat(kinds).containsExactlyInAnyOrder("Outcome", "Recognition");
    }

    @Test
    void aPlaceIsFoundByItsCodeItsNamesAndByAPlaceAroundIt() throws Exception {
        int expected = json("/api/v1/promises?place=lusong").get("total").asInt();

        assertThat(expected).isPositive();
        for (String place : List.of("430203", "Lusong%20District", "%E8%8A%A6%E6%B7%9E%E5%8C%BA")) {
            assertThat(json("/api/v1/promises?place=" + place).get("total").asInt())
                    .as(place)
                    .isEqualTo(expected);
        }
        assertThat(json("/api/v1/promises?within=zhuzhou").get("total").asInt())
                .isGreaterThanOrEqualTo(expected);
    }

    @Test
    void aRangeHasBothEnds() throws Exception {
        JsonNode rows = json("/api/v1/promises?due_from=2015&due_to=2016&limit=1000").get("data");

        assertThat(rows).isNotEmpty();
        for (JsonNode row : rows) {
            assertThat(row.get("due").asText().substring(0, 4)).isIn("2015", "2016");
        }
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() throws Exception {
        List<String> paged = new ArrayList<>();
        String address = "/api/v1/things?limit=50&fields=iri";
        while (!address.isEmpty()) {
            JsonNode page = json(address);
            page.get("data").forEach(row -> paged.add(row.get("iri").asText()));
            address =
                    page.get("next").isNull()
                            ? ""
                            : page.get("next").asText().replace(server.address().toString(), "/");
        }
        List<String> whole = new ArrayList<>();
        json("/api/v1/things?limit=1000&fields=iri")
                .get("data")
                .forEach(row -> whole.add(row.get("iri").asText()));

        assertThat(whole).hasSizeGreaterThan(100);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void fieldsPickColumnsInTheirOrder() throws Exception {
        JsonNode row = json("/api/v1/promises?fields=verdict,iri&limit=1").get("data").get(0);

        assertThat(List.copyOf(names(row))).hasSize(2);
        assertThat(row.fieldNames().next()).isEqualTo("verdict");
        assertThat(Client.get(server, "/api/v1/promises?fields=verdict,iri&format=csv").body())
                .startsWith("verdict,iri\r\n");
    }

    @Test
    void allFaultsOfARequestAreReportedAtOnce() throws Exception {
        HttpResponse<String> answer =
                Client.get(
                        server,
                        "/api/v1/statements?indikator=x&limit=0&place=nowhere&year_from=soon&fields=nix&format=xml&cursor=%25");
        JsonNode problem = JSON.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(problem.get("faults")).hasSize(7);
    }

    @Test
    void anUnknownTableIsNotFound() throws Exception {
        HttpResponse<String> answer = Client.get(server, "/api/v1/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("statements");
    }

    @Test
    void anUnchangedAnswerGets304() throws Exception {
        String address = "/api/v1/series?indicator=gdp-growth";
        String tag = Client.header(Client.get(server, address), "ETag");

        assertThat(tag).isNotEmpty();
        assertThat(Client.get(server, address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(Client.header(Client.get(server, address), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }

    @Test
    void noDoubtedStatementIsInAnyTable() throws Exception {
        Set<String> doubted = new HashSet<>();
        edition.things().all(Dkg.DOUBTED_STATEMENT).forEach(one -> doubted.add(one.getURI()));
        String statements = Client.get(server, "/api/v1/statements?format=csv&fields=iri").body();

        assertThat(doubted).isNotEmpty();
        assertThat(statements.lines().filter(doubted::contains)).isEmpty();
        assertThat(statements.lines().count() - 1)
                .isEqualTo(edition.things().all(Dkg.STATEMENT).count());
    }

    /** Each row, read as JSON-LD, says only what the graph says. */
    @ParameterizedTest
    @MethodSource("tables")
    void rowsAreTriplesOfTheGraph(String table) throws Exception {
        JsonNode answer = json("/api/v1/" + table + "?limit=1000");
        ((ObjectNode) answer).set("@context", json("/api/v1/context.jsonld").get("@context"));
        Graph rows = GraphFactory.createDefaultGraph();
        RDFParser.fromString(answer.toString(), Lang.JSONLD).parse(rows);
        Graph known = edition.data().getDefaultGraph();

        List<Triple> foreign =
                rows.stream()
                        .filter(triple -> triple.getSubject().isURI())
                        .filter(triple -> !known.contains(triple) && !sameValue(known, triple))
                        .toList();

        if (!table.equals("series")) {
            assertThat(rows.size()).isGreaterThan(50);
        }
        assertThat(foreign).isEmpty();
    }

    /**
     * Texts lose their datatype or language in a table (2019 is xsd:gYear in the graph), and
     * numbers of JSON-LD are doubles.
     */
    private static boolean sameValue(Graph known, Triple triple) {
        return triple.getObject().isLiteral()
                && known.stream(triple.getSubject(), triple.getPredicate(), null)
                        .map(Triple::getObject)
                        .anyMatch(value -> value.isLiteral() && same(value, triple.getObject()));
    }

    private static boolean same(Node known, Node row) {
        return row.getLiteralValue() instanceof Number number
                ? Math.abs(
                                        Double.parseDouble(known.getLiteralLexicalForm())
                                                        / number.doubleValue()
                                                - 1)
                                < 1e-12
                        || Double.parseDouble(known.getLiteralLexicalForm()) == number.doubleValue()
                : known.getLiteralLexicalForm().equals(row.getLiteralLexicalForm());
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = Client.get(server, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(Client.header(answer, "Content-Type")).as(path).contains("json");
        return JSON.readTree(answer.body());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void searchFindsThingsByNameAndIsValidAgainstTheDescription() throws Exception {
        JsonNode schema =
                json("/api/v1/openapi.json")
                        .at("/paths/~1search/get/responses/200/content/application~1json/schema");

        JsonNode answer = json("/api/v1/search?q=%E6%9C%BA%E5%9C%BA");
        JsonNode places = json("/api/v1/search?q=lusong&group=place");

        assertThat(answer.get("data")).isNotEmpty();
        assertThat(
                        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                .getSchema(schema)
                                .validate(answer))
                .isEmpty();
        assertThat(places.get("data")).isNotEmpty();
        places.get("data").forEach(one -> assertThat(one.get("group").asText()).isEqualTo("place"));
        assertThat(Client.get(server, "/api/v1/search?query=x&limit=0").body())
                .contains("'query'", "'q' is missing", "'limit'");
    }

    @Test
    void theFiguresOfAPlaceAndOfAnIndicatorAreAlsoWideTables() throws Exception {
        String place = Client.get(server, "/place/lusong.csv").body();
        String indicator = Client.get(server, "/indicator/gdp-growth.csv?wide").body();

        assertThat(place.lines().findFirst().orElse(""))
                .startsWith("key,place,place_en,place_zh,indicator,indicator_en,indicator_zh,unit,")
                .containsPattern("outcome_(\\d{4}),target_\\1,verdict_\\1");
        assertThat(place.lines().skip(1)).isNotEmpty().allMatch(row -> row.startsWith("lusong/"));
        assertThat(indicator.lines().skip(1))
                .isNotEmpty()
                .allMatch(row -> row.contains("/gdp-growth,"));
        assertThat(Client.follow(server, "/place/lusong").statusCode()).isEqualTo(200);
        assertThat(Client.get(server, "/place/nowhere.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void eachScorecardCountsTheTargetsThatNameIt() throws Exception {
        for (JsonNode card : json("/api/v1/scorecards").get("data")) {
            String code = card.get("iri").asText().replaceFirst(".*/", "");
            assertThat(json("/api/v1/promises?scorecard=" + code).get("total").asInt())
                    .isEqualTo(card.get("targets").asInt());
        }
    }

    @Test
    void thingsWithAPointAreAlsoGeoJsonThatSaysHowManyHaveNone() throws Exception {
        JsonNode map = json("/download/things.geojson");

        assertThat(map.get("type").asText()).isEqualTo("FeatureCollection");
        assertThat(map.get("features")).isNotEmpty().hasSize(map.get("with_point").asInt());
        assertThat(map.get("without_point").asInt()).isPositive();
        for (JsonNode feature : map.get("features")) {
            assertThat(feature.at("/geometry/type").asText()).isEqualTo("Point");
            assertThat(feature.at("/geometry/coordinates/0").asDouble()).isBetween(73.0, 136.0);
            assertThat(feature.at("/geometry/coordinates/1").asDouble()).isBetween(3.0, 54.0);
            assertThat(feature.at("/properties/name_zh").asText()).isNotBlank();
        }
    }

    @Test
    void thePageOfAPlaceHasDataForSearchEngines() throws Exception {
        String page = Client.follow(server, "/id/lusong.html").body();
        String data = page.replaceFirst("(?s).*<script type=\"application/ld\\+json\">", "");
        JsonNode place = JSON.readTree(data.substring(0, data.indexOf("</script>")));

        assertThat(place.get("@type").asText()).isEqualTo("AdministrativeArea");
        assertThat(place.get("@id").asText()).endsWith("/id/lusong");
        assertThat(place.get("identifier").asText()).isEqualTo("430203");
        assertThat(place.at("/containedInPlace/name").asText()).isEqualTo("Zhuzhou");
    }

    @Test
    void theDescriptionIsValidOpenApi() throws Exception {
        SwaggerParseResult read =
                new OpenAPIV3Parser()
                        .readContents(Client.get(server, "/api/v1/openapi.json").body());

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).startsWith("3.1");
        assertThat(read.getOpenAPI().getInfo().getContact().getUrl()).isEqualTo(Dkg.ROOT);
        assertThat(json("/api/v1/openapi.json").at("/security").isArray()).as("no key").isTrue();
        assertThat(read.getOpenAPI().getPaths().values())
                .extracting(path -> path.getGet().getTags().getFirst())
                .isSubsetOf(read.getOpenAPI().getTags().stream().map(Tag::getName).toList());
        assertThat(read.getOpenAPI().getPaths()).hasSize(Tables.names().size() + 1);
        read.getOpenAPI()
                .getPaths()
                .values()
                .forEach(
                        path -> {
                            assertThat(path.getGet().getOperationId()).isNotBlank();
                            assertThat(path.getGet().getSummary()).isNotBlank();
                            assertThat(path.getGet().getParameters())
                                    .allSatisfy(
                                            one -> assertThat(one.getDescription()).isNotBlank());
                            assertThat(path.getGet().getResponses()).containsKeys("200", "400");
                        });
    }
}
