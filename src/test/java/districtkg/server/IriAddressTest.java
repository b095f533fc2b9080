package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.http.Iris;
import districtkg.source.Sources;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every IRI has an address with the same path, whatever characters it has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IriAddressTest {
    private static final String ID = "https://w3id.org/districtkg/id/";

    static final List<String> NAMES =
            List.of(
                    "望江路",
                    "𠮷路",
                    "re\u0301sume\u0301",
                    "a;b",
                    "a:b@c",
                    "a.ttl",
                    "a/b",
                    "a'b(c)*!$&+,=",
                    "a..b",
                    "~a_b-c");

    @SuppressWarnings("NullAway.Init")
    private Server server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        StringBuilder more = new StringBuilder();
        for (String name : NAMES) {
            more.append(
                    """
                    <%s> a <https://w3id.org/districtkg/ns#Facility> ;
                      <http://www.w3.org/2000/01/rdf-schema#label> "路"@zh , "Road"@en ;
                      <https://w3id.org/districtkg/ns#in> <https://w3id.org/districtkg/id/yunhe> ;
                      <https://w3id.org/districtkg/ns#kind> <https://w3id.org/districtkg/vocab/road> .
                    """
                            .formatted(ID + name));
        }
        Path file = Files.writeString(folder.resolve("more.ttl"), more);
        server =
                Server.start(
                        ServerSettings.at("127.0.0.1", 0),
                        Fixture.edition(
                                Sources.read(List.of(Fixture.ONTOLOGY, Fixture.YUNHE, file))));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static List<String> names() {
        return NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameLeadsToItsPageAndBack(String name) throws Exception {
        URI address = URI.create(server.address() + Iris.uri("id/" + name));

        HttpResponse<String> thing = head(address);
        assertThat(thing.statusCode()).isEqualTo(303);
        HttpResponse<String> page =
                head(address.resolve(thing.headers().firstValue("Location").orElseThrow()));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Link").toString())
                .contains("<" + Iris.uri(ID + name) + ">; rel=\"describes\"")
                .containsPattern("^\\p{ASCII}*$");
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsIriIsResolved(String name) throws Exception {
        HttpResponse<String> there =
                head(
                        server.address()
                                .resolve(
                                        "resolve?iri="
                                                + java.net.URLEncoder.encode(
                                                        ID + name,
                                                        java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(there.statusCode()).isEqualTo(303);
        assertThat(
                        head(server.address()
                                        .resolve(
                                                there.headers()
                                                        .firstValue("Location")
                                                        .orElseThrow()))
                                .statusCode())
                .isEqualTo(303);
    }

    private static HttpResponse<String> head(URI address) throws Exception {
        return Http.send(
                HttpRequest.newBuilder(address)
                        .header("Accept", "text/turtle")
                        .method("HEAD", BodyPublishers.noBody())
                        .build());
    }
}
