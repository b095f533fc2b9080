package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.jsonld.JsonLdContext;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON-LD of this server can be written back to it, although it names a context by its address. */
class JsonLdRoundTripTest {
    @TempDir private Path folder;

    @Test
    void aDocumentIsReadBackFromItsJsonLd() throws Exception {
        try (Writable writable = new Writable(folder)) {
            String note = Writable.note("note", "3.1");
            assertThat(writable.put("note", "text/turtle", note).statusCode()).isEqualTo(201);
            String before = writable.get("note").body();
            String json =
                    Http.get(writable.server, "graph/note.jsonld", "application/ld+json").body();
            assertThat(json).contains("\"@context\":\"http://127.0.0.1:");
            assertThat(writable.delete("note").statusCode()).isEqualTo(204);

            HttpResponse<String> put = writable.put("note", "application/ld+json", json);

            assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
            assertThat(writable.get("note").body()).isEqualTo(before);
            // The file does not depend on a server or on a version of the ontology.
            assertThat(Files.readString(writable.data.resolve("documents/written/note.jsonld")))
                    .doesNotContain("http://127.0.0.1")
                    .contains("@vocab");
            assertThat(writable.read().files())
                    .anyMatch(file -> file.path().endsWith("note.jsonld"));
        }
    }

    @Test
    void theContextMayStandInAListAndOnAnotherHost() throws Exception {
        try (Writable writable = new Writable(folder)) {
            assertThat(
                            writable.put("note", "text/turtle", Writable.note("note", "3.1"))
                                    .statusCode())
                    .isEqualTo(201);
            String json =
                    Http.get(writable.server, "graph/note.jsonld", "application/ld+json")
                            .body()
                            .replaceFirst(
                                    "\"@context\":\"http://[^/]*(/[^\"]*)\"",
                                    "\"@context\":[\"https://kg.example$1\", {\"x\": \"http://x.org/\"}]");
            assertThat(json).contains("kg.example");

            assertThat(writable.put("note", "application/ld+json", json).statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void otherContextsAreNotFetched() throws Exception {
        try (Writable writable = new Writable(folder)) {
            HttpResponse<String> put =
                    writable.put(
                            "note",
                            "application/ld+json",
                            "{\"@context\": \"http://127.0.0.1:1/context/0.jsonld\", \"@id\": \"http://x.org/\"}");

            assertThat(put.statusCode()).isEqualTo(422);
            assertThat(put.body()).contains("nothing is fetched");
        }
    }

    /** Java takes the square of the length of a number to read it. */
    @Test
    void aLongNumberIsNotReadToFindTheContext() throws Exception {
        try (Writable writable = new Writable(folder)) {
            HttpResponse<String> put =
                    writable.put(
                            "note",
                            "application/ld+json",
                            "{\"@id\": \"http://x.org/\", \"http://x.org/p\": "
                                    + "9".repeat(900_000)
                                    + "}");

            assertThat(put.statusCode()).isEqualTo(422);
            assertThat(put.body()).contains("a number of more than 1000 digits");
        }
        byte[] text =
                ("{\"@context\": \"http://x.org"
                                + context().path()
                                + "\", \"a\": "
                                + "9".repeat(2000)
                                + "}")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(context().inlined(text)).isSameAs(text);
    }

    private static JsonLdContext context() {
        Edition edition = Fixture.yunheEdition();
        return new JsonLdContext(edition.things(), edition.prefixes());
    }

    @Test
    void invalidJsonIsASyntaxError() throws Exception {
        try (Writable writable = new Writable(folder)) {
            for (String body : new String[] {"{", "", "[".repeat(5000), "[]", "1"}) {
                assertThat(writable.put("note", "application/ld+json", body).statusCode())
                        .isEqualTo(422);
            }
        }
    }
}
