package districtkg.download;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.server.Server;
import districtkg.vocab.Dkg;
import districtkg.web.Client;
import districtkg.web.PageSettings;
import districtkg.web.Parsed;
import districtkg.web.ResourcePaths;
import districtkg.web.Sites;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON-LD that apps can rely on. */
class ContextPageTest {
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
    void theContextIsPublishedUnderItsIriAndForGoodUnderItsVersion() throws Exception {
        HttpResponse<String> current = Client.get(server, "/context.jsonld");
        String version = Client.header(current, "Content-Location");
        HttpResponse<String> kept = Client.get(server, version);

        assertThat(Client.header(current, "Content-Type")).isEqualTo("application/ld+json");
        assertThat(Client.header(current, "Cache-Control")).isEqualTo("no-cache");
        assertThat(version).matches("/context/[0-9a-f]{12}\\.jsonld");
        assertThat(kept.body()).isEqualTo(current.body());
        assertThat(Client.header(kept, "Cache-Control")).contains("immutable");
        assertThat(Client.header(Client.get(server, "/context/000000000000.jsonld"), "Location"))
                .isEqualTo("/context.jsonld");
        assertThat(
                        Client.follow(
                                        server,
                                        "/resolve?iri=https://w3id.org/districtkg/context.jsonld")
                                .body())
                .isEqualTo(current.body());
    }

    @Test
    void anAnswerNamesTheContextByAnAddressThatIsThere() throws Exception {
        JsonObject thing = json("/id/lusong-airport.jsonld");
        String address = thing.get("@context").getAsString().value();

        assertThat(address).startsWith(server.address().toString() + "context/");
        assertThat(
                        Client.get(server, address.replace(server.address().toString(), "/"))
                                .statusCode())
                .isEqualTo(200);
        assertThat(
                        Client.header(
                                Client.get(
                                        server,
                                        "/id/lusong-airport.jsonld",
                                        "Accept",
                                        "application/json"),
                                "Link"))
                .contains(
                        "<"
                                + address
                                + ">; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\"");
    }

    @Test
    void everyTermOfTheOntologyIsAKeyByItsLocalName() throws Exception {
        JsonObject context = json("/context.jsonld").get("@context").getAsObject();
        List<String> properties = new ArrayList<>();
        for (Node kind : List.of(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode())) {
            graph().stream(Node.ANY, RDF.type.asNode(), kind)
                    .map(triple -> triple.getSubject().getURI())
                    .filter(iri -> iri.startsWith(Dkg.NS))
                    .forEach(properties::add);
        }

        assertThat(properties).hasSizeGreaterThan(60);
        for (String property : properties) {
            JsonObject term = context.get(property.substring(Dkg.NS.length())).getAsObject();
            assertThat(term.get("@id").getAsString().value()).isEqualTo(property);
        }
        assertThat(context.get("value").getAsObject().get("@type").getAsString().value())
                .endsWith("#decimal");
        assertThat(context.get("about").getAsObject().get("@container").getAsString().value())
                .isEqualTo("@set");
    }

    /** Of every thing that pages show, by what its Turtle says. */
    @Test
    void jsonLdSaysWhatTurtleSays() throws Exception {
        List<String> paths = new ArrayList<>();
        for (String kind :
                List.of("Entity", "Statement", "Indicator", "Kind", "Section", "Topic")) {
            server.edition()
                    .things()
                    .all(kind)
                    .map(Node::getURI)
                    .flatMap(iri -> ResourcePaths.path(iri).stream())
                    .limit(40)
                    .forEach(paths::add);
        }

        assertThat(paths).hasSizeGreaterThan(150);
        for (String path : paths) {
            Graph turtle =
                    Parsed.of(Client.get(server, path + ".ttl").body(), "ttl", server)
                            .getDefaultGraph();
            Graph json =
                    Parsed.of(Client.get(server, path + ".jsonld").body(), "jsonld", server)
                            .getDefaultGraph();
            assertThat(json.size()).as(path).isEqualTo(turtle.size()).isPositive();
            assertThat(json.isIsomorphicWith(turtle)).as(path).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ns", "/promises?format=jsonld", "/data?default"})
    void wholeGraphsSayWhatTheyHoldToo(String path) throws Exception {
        Graph read =
                Parsed.of(
                                Client.get(server, path, "Accept", "application/ld+json").body(),
                                "jsonld",
                                server)
                        .getDefaultGraph();

        assertThat(read.size()).isGreaterThan(1000);
        assertThat(read.stream().allMatch(graph()::contains)).isTrue();
    }

    /** A key holds a list in all answers or in none. */
    @Test
    void aKeyHasTheSameShapeInEveryAnswer() throws Exception {
        Map<String, Set<String>> shapes = new TreeMap<>();
        for (String path : List.of("/data?default", "/ns")) {
            json(path).get("@graph").getAsArray().forEach(node -> shapes(node, shapes));
        }

        assertThat(shapes).hasSizeGreaterThan(80);
        assertThat(shapes).allSatisfy((key, shape) -> assertThat(shape).as(key).hasSize(1));
        assertThat(shapes.get("about")).isEqualTo(Set.of("list"));
        assertThat(shapes.get("value")).isEqualTo(Set.of("text"));
        assertThat(shapes.get("start")).isEqualTo(Set.of("number"));
        assertThat(shapes.get("label")).isEqualTo(Set.of("object"));
        assertThat(shapes.get("date")).isEqualTo(Set.of("object"));
        assertThat(shapes.keySet())
                .noneMatch(key -> key.startsWith("http") && key.contains("districtkg"));
    }

    /** One value where the context promises one. */
    @Test
    void aPropertyOfNumbersDatesOrTextHasOneValue() {
        Set<String> several = new TreeSet<>();
        graph().stream(Node.ANY, RDF.type.asNode(), OWL.DatatypeProperty.asNode())
                .map(triple -> triple.getSubject())
                .filter(property -> property.getURI().startsWith(Dkg.NS))
                .forEach(
                        property -> {
                            Set<String> seen = new HashSet<>();
                            graph().stream(Node.ANY, property, Node.ANY)
                                    .forEach(
                                            triple -> {
                                                String key =
                                                        triple.getSubject()
                                                                + triple.getObject()
                                                                        .getLiteralLanguage();
                                                if (!seen.add(key)) {
                                                    several.add(property.getURI());
                                                }
                                            });
                        });

        assertThat(several).isEmpty();
    }

    @Test
    void aThingIsOneObjectWithWhatItIsFirst() throws Exception {
        String body = Client.get(server, "/id/lusong-2020.jsonld").body();
        JsonObject document = JSON.parse(body);

        assertThat(body.indexOf("\"id\"")).isLessThan(body.indexOf("\"type\""));
        assertThat(document.get("id").getAsString().value()).isEqualTo(Dkg.ID + "lusong-2020");
        assertThat(document.get("type").getAsArray())
                .map(type -> type.getAsString().value())
                .contains("Document");
        assertThat(document.get("label").getAsObject().keys())
                .containsExactlyInAnyOrder("en", "zh");
        assertThat(document.get("reverse").getAsObject().get("document").getAsArray()).isNotEmpty();
        assertThat(document.get("included").getAsArray())
                .anySatisfy(
                        passage ->
                                assertThat(passage.getAsObject().get("id").getAsString().value())
                                        .contains("#char="));
    }

    private static void shapes(JsonValue node, Map<String, Set<String>> shapes) {
        JsonObject object = node.getAsObject();
        for (String key : object.keys()) {
            JsonValue value = object.get(key);
            shapes.computeIfAbsent(key, none -> new TreeSet<>())
                    .add(
                            value.isArray()
                                    ? "list"
                                    : value.isObject()
                                            ? "object"
                                            : value.isNumber()
                                                    ? "number"
                                                    : value.isBoolean() ? "boolean" : "text");
        }
    }

    private static Graph graph() {
        return server.edition().data().getDefaultGraph();
    }

    private static JsonObject json(String path) throws Exception {
        return JSON.parse(Client.get(server, path, "Accept", "application/ld+json").body());
    }
}
