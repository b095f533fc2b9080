package districtkg.page;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.server.Server;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import districtkg.web.Client;
import districtkg.web.PageSettings;
import districtkg.web.Parsed;
import districtkg.web.Sites;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedDataTest {
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
    void aDescriptionSaysWhatElseThereIs() throws Exception {
        String links = Client.header(Client.get(server, "/id/lusong.ttl"), "Link");

        assertThat(links)
                .contains(
                        "</id/lusong.ttl>; rel=\"canonical\"",
                        "</id/lusong.html>; rel=\"alternate\"; type=\"text/html\"",
                        "</id/lusong.jsonld>; rel=\"alternate\"; type=\"application/ld+json\"",
                        "<https://w3id.org/districtkg/id/lusong>; rel=\"describes\"",
                        "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"")
                .doesNotContain("</id/lusong.ttl>; rel=\"alternate\"");
        assertThat(Client.header(Client.get(server, "/id/lusong.ttl?lang=zh"), "Link"))
                .contains("</id/lusong.html?lang=zh>");
        assertThat(Client.header(Client.get(server, "/id/lusong-2020.ttl"), "Link"))
                .doesNotContain("describes");
    }

    @Test
    void everyAlternateIsThereInItsType() throws Exception {
        for (String path :
                List.of(
                        "/id/lusong.html",
                        "/vocab/aviation.nt",
                        "/ns.ttl",
                        "/graph/lusong-2020.nq")) {
            List<String[]> alternates =
                    Pattern.compile("<([^>]+)>; rel=\"alternate\"; type=\"([^\"]+)\"")
                            .matcher(Client.header(Client.get(server, path), "Link"))
                            .results()
                            .map(found -> new String[] {found.group(1), found.group(2)})
                            .toList();

            assertThat(alternates).as(path).hasSizeGreaterThanOrEqualTo(4);
            for (String[] alternate : alternates) {
                HttpResponse<String> answer = Client.get(server, alternate[0]);
                assertThat(answer.statusCode()).as(alternate[0]).isEqualTo(200);
                assertThat(Client.header(answer, "Content-Type")).startsWith(alternate[1]);
            }
        }
    }

    /** What search engines are told agrees, and none of it costs a redirect. */
    @Test
    void canonicalAddressesLanguagesAndSitemapAgree() throws Exception {
        String sitemap = Client.get(server, "/sitemap.xml").body();
        for (String path :
                List.of("/id/lusong", "/id/lusong-2020", "/vocab/aviation", "/ns", "/")) {
            HttpResponse<String> page = Client.follow(server, path, "Accept", "text/html");
            String canonical = found("rel=\"canonical\" href=\"([^\"]+)\"", page.body());

            assertThat(sitemap).as(path).contains("<loc>" + canonical + "</loc>");
            assertThat(found("hreflang=\"zh\" href=\"([^\"]+)\"", page.body()))
                    .isEqualTo(canonical + "?lang=zh");
            assertThat(Client.get(server, relative(canonical)).statusCode()).isEqualTo(200);
            String chinese = Client.get(server, relative(canonical) + "?lang=zh").body();
            assertThat(found("rel=\"canonical\" href=\"([^\"]+)\"", chinese))
                    .isEqualTo(canonical + "?lang=zh");
        }
    }

    @Test
    void linksOfAPageCostNoRedirect() throws Exception {
        String page = Client.get(server, "/id/lusong-2020.html?lang=zh").body();
        List<String> links =
                Pattern.compile("href=\"(/(?:id|vocab|ns)[^\"#]*)")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1).replace("&amp;", "&"))
                        .distinct()
                        .limit(60)
                        .toList();

        assertThat(links).hasSizeGreaterThan(30);
        for (String link : links) {
            assertThat(Client.get(server, link).statusCode()).as(link).isEqualTo(200);
        }
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "lusong-2020,ttl", "lusong-2020,nt", "lusong-2020,rdf", "lusong-2020,jsonld",
        "lusong-2020,trig", "lusong-2020,nq", "ontology,ttl", "ontology,jsonld",
        "ontology,rdf", "derived,nt", "derived,jsonld", "lists,ttl"
    })
    void aGraphIsWholeInEveryForm(String name, String suffix) throws Exception {
        Node graph = Dkg.iri(Dkg.GRAPH + name);
        Graph served = server.edition().data().getGraph(graph);
        String body = Client.get(server, "/graph/" + name + "." + suffix).body();
        DatasetGraph read = Parsed.of(body, suffix, server);

        assertThat(
                        (suffix.equals("trig") || suffix.equals("nq")
                                        ? read.getGraph(graph)
                                        : read.getDefaultGraph())
                                .isIsomorphicWith(served))
                .isTrue();
    }

    @Test
    void theDataSetIsServedAsTriplesAndAsQuads() throws Exception {
        DatasetGraph served = server.edition().data();
        DatasetGraph named =
                Parsed.of(
                        Client.get(server, "/data", "Accept", "application/n-quads").body(),
                        "nq",
                        server);
        DatasetGraph plain =
                Parsed.of(
                        Client.get(server, "/data?default", "Accept", "application/n-triples")
                                .body(),
                        "nt",
                        server);

        assertThat(named.size()).isEqualTo(served.size()).isGreaterThan(10);
        assertThat(plain.getDefaultGraph().isIsomorphicWith(served.getDefaultGraph())).isTrue();
        assertThat(named.getGraph(Dkg.DERIVED).isIsomorphicWith(served.getGraph(Dkg.DERIVED)))
                .isTrue();
    }

    @Test
    void theSameDataGiveTheSameBytes() throws Exception {
        Sources read = Fixture.readReal();
        try (Server again = Sites.serve(read, PageSettings.NONE)) {
            for (String suffix : List.of("ttl", "nt", "rdf", "jsonld", "csv", "html")) {
                for (String thing :
                        List.of("/id/lusong.", "/id/lusong-2020.", "/vocab/aviation.")) {
                    assertThat(plain(again, thing + suffix))
                            .as(thing + suffix)
                            .isEqualTo(plain(server, thing + suffix));
                }
            }
        }
    }

    @Test
    void aSlugWithADotIsReachable(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("dots.ttl"),
                """
                @prefix : <https://w3id.org/districtkg/ns#> .
                @prefix id: <https://w3id.org/districtkg/id/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                id:gb4754.2017 a :Facility ; rdfs:label "Version dot"@en , "点"@zh .
                <https://w3id.org/districtkg/id/archive.ttl> a :Facility ; rdfs:label "Ends like a form"@en , "尾"@zh .
                """);
        Sources sources = Sources.read(List.of(Fixture.ONTOLOGY, Fixture.YUNHE, folder));
        try (Server dots = Sites.serve(sources, PageSettings.NONE)) {
            assertThat(Client.follow(dots, "/id/gb4754.2017", "Accept", "text/html").body())
                    .contains("Version dot");
            assertThat(Client.get(dots, "/id/gb4754.2017.ttl").body()).contains("Version dot");
            assertThat(Client.follow(dots, "/id/archive.ttl", "Accept", "text/html").body())
                    .contains("Ends like a form");
            assertThat(Client.get(dots, "/id/archive.ttl.nt").body()).contains("Ends like a form");
        }
    }

    @Test
    void aGraphHasAPageThatLeadsToItsForms() throws Exception {
        String page =
                Client.get(
                                server,
                                "/graph/lusong-2020",
                                "Accept",
                                "text/html",
                                "Accept-Language",
                                "zh")
                        .body();

        assertThat(page)
                .contains(
                        "href=\"/graph/lusong-2020.trig\"",
                        "href=\"/id/lusong-2020.html\"",
                        "个三元组");
    }

    private static String plain(Server from, String path) throws Exception {
        return Client.get(from, path, "Accept-Language", "en")
                .body()
                .replace(from.address().toString(), "http://here/");
    }

    private static String relative(String address) {
        return address.replaceFirst("^" + Pattern.quote(server.address().toString()), "/");
    }

    private static String found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .findFirst()
                .orElse("");
    }
}
