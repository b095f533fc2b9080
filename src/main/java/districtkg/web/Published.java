package districtkg.web;

import districtkg.edition.Edition;
import districtkg.problem.Reason;
import districtkg.publish.Download;
import districtkg.publish.Downloads;
import districtkg.publish.Publication;
import districtkg.publish.Releases;
import districtkg.store.Ref;
import districtkg.store.Things;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;

/** What the server tells of its data set as a whole, and the files of it. */
public final class Published {
    static final String FOLDER = "/download/";

    /** How long a page or a catalogue waits for files whose size it could tell. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final List<Formats> OFFER =
            List.of(
                    Formats.TURTLE,
                    Formats.JSON_LD,
                    Formats.N_TRIPLES,
                    Formats.RDF_XML,
                    Formats.HTML);

    private final DatasetGraph data;
    private final Rdf written;
    private final Things things;
    private final Downloads downloads;
    private final String version;
    private final FileAnswer files;
    private final Map<String, Handler> pages;

    /**
     * @param patience how long a client waits for a file that is still being made
     */
    Published(Edition edition, Rdf written, Duration patience) {
        this.data = edition.data();
        this.written = written;
        this.things = edition.things();
        this.downloads = new Downloads(data, edition.prefixes());
        this.version = Publication.version(things);
        this.files = new FileAnswer(downloads, version, patience);
        this.pages =
                Map.of(
                        "/sparql",
                        (visit, view) -> rdf(publication(visit).service(), "/query", visit, view),
                        "/.well-known/void",
                        (visit, view) ->
                                rdf(publication(visit).numbers(downloads), FOLDER, visit, view),
                        "/dataset",
                        this::catalog,
                        "/dataset/" + version,
                        (visit, view) -> Answer.seeOther(view.url("/dataset")),
                        "/download",
                        (visit, view) -> Answer.seeOther(view.url(FOLDER)),
                        FOLDER,
                        this::page,
                        FOLDER + "changes",
                        this::changes);
    }

    /** What answers at an address; nothing where it is not ours. */
    Optional<Handler> at(String path) {
        return Optional.ofNullable(pages.get(path));
    }

    /** Sends a file; false where none has this address. */
    boolean send(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return path.startsWith(FOLDER)
                && files.send(path.substring(FOLDER.length()), request, response);
    }

    private Answer catalog(Visit visit, View view) {
        if (wantsPage(visit)) {
            return Answer.seeOther(view.url(FOLDER));
        }
        downloads.prepare(downloads.all(), PATIENCE);
        return rdf(publication(visit).catalog(downloads), FOLDER, visit, view);
    }

    private Answer page(Visit visit, View view) {
        downloads.prepare(downloads.whole(), PATIENCE);
        return Templates.page(
                "downloads",
                view,
                Map.of(
                        "files",
                        downloads.whole().stream().map(this::row).toList(),
                        "documents",
                        downloads.documents().stream()
                                .map(
                                        graph ->
                                                new Document(
                                                        things.ref(
                                                                downloads.document(graph),
                                                                visit.language()),
                                                        downloads.of(graph)))
                                .toList(),
                        "version",
                        version));
    }

    private Answer changes(Visit visit, View view) {
        Releases releases = Releases.of(things);
        if (visit.parameter("format").equals(Formats.CSV.suffix())) {
            return Answer.text("text/csv; charset=utf-8", releases.csv());
        }
        return wantsPage(visit)
                ? Templates.page(
                        "changes",
                        view,
                        Map.of("releases", releases.all(visit.language()), "version", version))
                : rdf(releases.graph(), FOLDER + "changes", visit, view);
    }

    private Publication publication(Visit visit) {
        return new Publication(data, visit.origin());
    }

    private Row row(Download file) {
        return downloads
                .made(file)
                .map(made -> new Row(file, made.size(), made.hex()))
                .orElseGet(() -> new Row(file, -1, ""));
    }

    /**
     * A file of the whole data set.
     *
     * @param size in bytes; negative while it is being made
     * @param sha256 its digest; empty while it is being made
     */
    public record Row(Download file, long size, String sha256) {}

    /** A document with its files. */
    public record Document(Ref self, List<Download> files) {}

    private static boolean wantsPage(Visit visit) {
        return visit.parameter("format").isEmpty()
                && Formats.accepted(visit.accept(), OFFER).filter(Formats.HTML::equals).isPresent();
    }

    /** A graph in the syntax that the client wants most; people are led to a page. */
    private Answer rdf(Graph graph, String page, Visit visit, View view) {
        Optional<Formats> wanted =
                Formats.named(visit.parameter("format"))
                        .filter(OFFER::contains)
                        .or(() -> Formats.accepted(visit.accept(), OFFER));
        if (wanted.isEmpty()) {
            return Problems.of(Reason.NOT_ACCEPTABLE, visit, view);
        }
        Formats form = wanted.orElseThrow();
        return form == Formats.HTML
                ? Answer.seeOther(view.url(page))
                : written.of(graph, form, view);
    }
}
