package districtkg.server;

import districtkg.Fixture;
import districtkg.edit.AuditLog;
import districtkg.edit.BearerTokens;
import districtkg.edit.DocumentEditor;
import districtkg.edit.DocumentFiles;
import districtkg.edit.DocumentService;
import districtkg.edit.EditionBuilder;
import districtkg.edition.Edition;
import districtkg.edition.IncrementalBuilder;
import districtkg.limit.Limits;
import districtkg.source.Sources;
import districtkg.web.PageSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A server with a folder of data of its own, in which documents may be written. */
public final class Writable implements AutoCloseable {
    public static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final int LARGEST = Math.toIntExact(Limits.DEFAULT.body());

    private static final String GRAPH = "https://w3id.org/districtkg/graph/";

    final Path data;
    final Path tokens;
    final Path audit;
    public final Server server;
    final DocumentService service;

    /** A copy of the made-up district in a folder. */
    public Writable(Path folder) throws IOException {
        this(folder, Duration.ofSeconds(60));
    }

    /**
     * @param patience how long a change waits for another
     */
    Writable(Path folder, Duration patience) throws IOException {
        this(folder, patience, Duration.ofMinutes(5));
    }

    /**
     * @param patience how long a change waits for another
     * @param time how long the edition of a change may be built
     */
    Writable(Path folder, Duration patience, Duration time) throws IOException {
        this(folder, patience, time, DocumentFiles::in);
    }

    /** A server that keeps a second copy of the data. */
    Writable(Path folder, Path copy) throws IOException {
        this(
                folder,
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                data -> DocumentFiles.in(data, copy));
    }

    private Writable(
            Path folder, Duration patience, Duration time, Function<Path, DocumentFiles> files)
            throws IOException {
        data = folder.resolve("data");
        tokens = folder.resolve("tokens");
        audit = folder.resolve("audit.jsonl");
        if (!Files.exists(data)) {
            copy(Fixture.YUNHE, data);
            allow("# who may write\nann " + TOKEN + "\n");
        }
        server = Server.open(ServerSettings.at("127.0.0.1", 0).with(PageSettings.NONE));
        service =
                new DocumentService(
                        BearerTokens.in(tokens),
                        new DocumentEditor(new Folder(), files.apply(data), patience, time),
                        AuditLog.in(audit));
        server.load(service);
    }

    /** Writes the file of tokens. */
    void allow(String lines) throws IOException {
        Files.writeString(tokens, lines);
        Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rw-------"));
    }

    Sources read() {
        return Sources.read(List.of(Fixture.ONTOLOGY, data));
    }

    HttpResponse<String> put(String slug, String type, String body, String... headers)
            throws IOException, InterruptedException {
        return Http.send(
                Http.with(request(slug), headers)
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofString(body))
                        .build());
    }

    HttpResponse<String> delete(String slug, String... headers)
            throws IOException, InterruptedException {
        return Http.send(Http.with(request(slug), headers).DELETE().build());
    }

    HttpResponse<String> get(String slug) throws IOException, InterruptedException {
        return Http.get(server, "data?graph=" + GRAPH + slug, "application/n-triples");
    }

    /** What holder of the token asks of a graph. */
    HttpRequest.Builder request(String slug) {
        return HttpRequest.newBuilder(graph(slug)).header("Authorization", "Bearer " + TOKEN);
    }

    URI graph(String slug) {
        return server.address().resolve("data?graph=" + GRAPH + slug);
    }

    /** A small document with one figure. */
    static String note(String slug, String figure) {
        return """
                # A note, made up for the tests.
                @prefix : <https://w3id.org/districtkg/ns#> .
                @prefix v: <https://w3id.org/districtkg/vocab/> .
                @prefix id: <https://w3id.org/districtkg/id/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix unit: <http://qudt.org/vocab/unit/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

                id:SLUG a :Document ; rdfs:label "短讯"@zh , "News in brief"@en ;
                    :kind v:press-report ; :reliability :press ; :place id:yunhe ; :published "2021-12-03"^^xsd:date .
                id:SLUG-ref a :Reference ; :document id:SLUG ; :locator "首段"@zh , "first paragraph"@en .
                id:SLUG-figure a :Outcome ; rdfs:label "失业率"@zh , "Registered unemployment"@en ;
                    :place id:yunhe ; :indicator v:registered-unemployment ; :value FIGURE ; :unit unit:PERCENT ; :bound :exactly ;
                    :statedValue FIGURE ; :statedUnit v:percent ; :date "2020"^^xsd:gYear ; :source id:SLUG-ref .
                """
                .replace("SLUG", slug)
                .replace("FIGURE", figure);
    }

    @Override
    public void close() {
        server.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    /** All files anew, as the program reads them. */
    private final class Folder implements EditionBuilder {
        private final IncrementalBuilder builder = new IncrementalBuilder(Fixture.ONTOLOGY);

        @Override
        public Sources read(Sources before) {
            return Sources.read(List.of(Fixture.ONTOLOGY, data), before);
        }

        @Override
        public Edition edition(Sources sources) {
            return builder.edition(sources);
        }

        @Override
        public Runnable prepare(Edition edition) {
            return server.prepare(edition);
        }
    }
}
