package districtkg.download;

import districtkg.describe.DatasetTerms;
import districtkg.describe.Releases;
import districtkg.edition.Edition;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.http.HttpAnswer;
import districtkg.problem.Reason;
import districtkg.publish.ChecksumHistory;
import districtkg.publish.DatasetCatalog;
import districtkg.publish.Download;
import districtkg.publish.Downloads;
import districtkg.response.ProblemResponses;
import districtkg.response.RdfResponses;
import districtkg.tidy.Tables;
import districtkg.vocab.Dkg;
import districtkg.web.Formats;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.PageSettings;
import districtkg.web.Templates;
import districtkg.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;

/** Pages about the data set, and its files. */
public final class DatasetPages {
    static final String FOLDER = "/download/";

    /** Folder of the checksums of versions. */
    private static final String VERSIONS = FOLDER + "versions/";

    /** How long a page or catalogue waits for files whose size it shows. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final List<Formats> OFFER =
            List.of(
                    Formats.TURTLE,
                    Formats.JSON_LD,
                    Formats.N_TRIPLES,
                    Formats.RDF_XML,
                    Formats.HTML);

    private final DatasetGraph data;
    private final RdfResponses written;
    private final GraphReader things;
    private final Downloads downloads;
    private final String version;
    private final FileResponse files;
    private final Optional<ChecksumHistory> history;
    private final Map<String, PageHandler> pages;

    /**
     * The pages of one edition.
     *
     * @param tables of the edition
     * @param settings how long a client waits for a file, and where checksums are kept
     */
    public DatasetPages(
            Edition edition, RdfResponses written, Tables tables, PageSettings settings) {
        this.data = edition.data();
        this.written = written;
        this.things = edition.things();
        this.version = DatasetCatalog.version(things);
        this.history = settings.checksums().map(ChecksumHistory::new);
        this.downloads =
                new Downloads(
                        data,
                        edition.prefixes(),
                        tables,
                        edition.ontologyFiles(),
                        (download, made) ->
                                history.ifPresent(
                                        kept -> kept.add(version, download.path(), made.hex())));
        this.files = new FileResponse(downloads, version, settings.patience());
        this.pages =
                Map.of(
                        "/sparql",
                        (pageRequest, view) ->
                                rdf(
                                        publication(pageRequest).service(),
                                        "/query",
                                        pageRequest,
                                        view),
                        "/.well-known/void",
                        (pageRequest, view) ->
                                rdf(
                                        publication(pageRequest).numbers(downloads),
                                        FOLDER,
                                        pageRequest,
                                        view),
                        "/dataset",
                        this::catalog,
                        "/dataset/" + version,
                        (pageRequest, view) -> HttpAnswer.seeOther(view.url("/dataset")),
                        "/download",
                        (pageRequest, view) -> HttpAnswer.seeOther(view.url(FOLDER)),
                        FOLDER,
                        this::page,
                        FOLDER + "changes",
                        this::changes);
    }

    /** The handler of an address; empty if it is not a page of this class. */
    public Optional<PageHandler> at(String path) {
        return path.startsWith(VERSIONS) && path.endsWith("/" + Downloads.SUMS)
                ? checksums(path).map(text -> (request, view) -> text)
                : Optional.ofNullable(pages.get(path));
    }

    /** The checksums of a version that are kept. */
    private Optional<HttpAnswer> checksums(String path) {
        String wanted =
                path.substring(
                        VERSIONS.length(),
                        Math.max(VERSIONS.length(), path.length() - Downloads.SUMS.length() - 1));
        return history.flatMap(kept -> kept.of(wanted))
                .map(text -> HttpAnswer.text("text/plain; charset=utf-8", text));
    }

    /** The versions before the current one of which checksums are kept. */
    private List<String> earlier() {
        return history.map(ChecksumHistory::versions).orElse(List.of()).stream()
                .filter(one -> !one.equals(version))
                .toList();
    }

    /** Sends a file; false if there is none at this address. */
    public boolean send(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return path.startsWith(FOLDER)
                && files.send(path.substring(FOLDER.length()), request, response);
    }

    private HttpAnswer catalog(PageRequest pageRequest, View view) {
        if (wantsPage(pageRequest)) {
            return HttpAnswer.seeOther(view.url(FOLDER));
        }
        downloads.prepare(downloads.all(), PATIENCE);
        return rdf(publication(pageRequest).catalog(downloads), FOLDER, pageRequest, view);
    }

    private HttpAnswer page(PageRequest pageRequest, View view) {
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
                                                                pageRequest.language()),
                                                        downloads.of(graph)))
                                .toList(),
                        "version",
                        version));
    }

    private HttpAnswer changes(PageRequest pageRequest, View view) {
        Releases releases = Releases.of(things);
        if (pageRequest.parameter("format").equals(Formats.CSV.suffix())) {
            return HttpAnswer.text("text/csv; charset=utf-8", releases.csv());
        }
        return wantsPage(pageRequest)
                ? Templates.page(
                        "changes",
                        view,
                        Map.of(
                                "releases",
                                releases.all(pageRequest.language()),
                                "version",
                                version,
                                "earlier",
                                earlier()))
                : rdf(withChecksums(releases.graph(), view), FOLDER + "changes", pageRequest, view);
    }

    /** Adds where the checksums of earlier versions are. */
    private Graph withChecksums(Graph graph, View view) {
        for (String one : earlier()) {
            Node self = Dkg.iri(DatasetTerms.DATASET.getURI() + "/" + one);
            graph.add(DatasetTerms.DATASET, DatasetTerms.dcat("hasVersion"), self);
            graph.add(self, DatasetTerms.dcat("version"), NodeFactory.createLiteralString(one));
            graph.add(
                    self,
                    RDFS.seeAlso.asNode(),
                    Dkg.iri(view.absolute(VERSIONS + one + "/" + Downloads.SUMS)));
        }
        return graph;
    }

    private DatasetCatalog publication(PageRequest pageRequest) {
        return new DatasetCatalog(data, pageRequest.origin());
    }

    private Row row(Download file) {
        return downloads
                .made(file)
                .map(made -> new Row(file, made.size(), made.hex()))
                .orElseGet(() -> new Row(file, -1, ""));
    }

    /**
     * A file of the data set.
     *
     * @param size in bytes; negative while it is being created
     * @param sha256 its digest; empty while it is being created
     */
    public record Row(Download file, long size, String sha256) {}

    /** A document with its files. */
    public record Document(Ref self, List<Download> files) {}

    private static boolean wantsPage(PageRequest pageRequest) {
        return pageRequest.parameter("format").isEmpty()
                && Formats.accepted(pageRequest.accept(), OFFER)
                        .filter(Formats.HTML::equals)
                        .isPresent();
    }

    /** A graph in the client's preferred syntax; browsers are redirected to a page. */
    private HttpAnswer rdf(Graph graph, String page, PageRequest pageRequest, View view) {
        Optional<Formats> wanted =
                Formats.named(pageRequest.parameter("format"))
                        .filter(OFFER::contains)
                        .or(() -> Formats.accepted(pageRequest.accept(), OFFER));
        if (wanted.isEmpty()) {
            return ProblemResponses.of(Reason.NOT_ACCEPTABLE, pageRequest, view);
        }
        Formats form = wanted.orElseThrow();
        return form == Formats.HTML
                ? HttpAnswer.seeOther(view.url(page))
                : written.of(graph, form, view);
    }
}
