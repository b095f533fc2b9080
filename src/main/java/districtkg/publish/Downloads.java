package districtkg.publish;

import districtkg.graph.AtomicFile;
import districtkg.graph.DatasetExporter;
import districtkg.graph.GraphReader;
import districtkg.graph.RdfSyntax;
import districtkg.ontology.OntologyFiles;
import districtkg.statement.StatementTable;
import districtkg.statement.Statements;
import districtkg.tidy.Codebook;
import districtkg.tidy.DataCube;
import districtkg.tidy.ParquetWriter;
import districtkg.tidy.Table;
import districtkg.tidy.TableDescriptions;
import districtkg.tidy.Tables;
import districtkg.tidy.TidyTableWriter;
import districtkg.tidy.WideSeries;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The downloadable files of an edition: the complete data set and each document, in several
 * syntaxes. The same data give the same bytes. Thread-safe.
 */
public final class Downloads {
    /** The name of the checksum file. */
    public static final String SUMS = "SHA256SUMS";

    /** The beginning of the names of files with all triples. */
    static final String WHOLE = "districtkg.";

    private static final Node ONTOLOGY = Dkg.iri(Dkg.GRAPH + "ontology");
    private static final String DOCUMENTS = "documents/";
    private static final String TABLE = "text/csv";
    private static final String TEXT = "text/plain";
    private static final String PARQUET = ".parquet";
    private static final List<RdfSyntax> SYNTAXES =
            List.of(RdfSyntax.N_QUADS, RdfSyntax.TRIG, RdfSyntax.TURTLE, RdfSyntax.JSON_LD);

    private final DatasetGraph data;
    private final PrefixMapping prefixes;
    private final GraphReader things;
    private final Tables tables;
    private final OntologyFiles ontologyFiles;
    private final DownloadCache cache;
    private final List<Download> whole;
    private final List<Node> documents;

    /**
     * The files of a data set; none is created yet.
     *
     * @param tables of its default graph
     * @param ontologyFiles the shapes and rules
     */
    public Downloads(
            DatasetGraph data, PrefixMapping prefixes, Tables tables, OntologyFiles ontologyFiles) {
        this(data, prefixes, tables, ontologyFiles, (download, made) -> {});
    }

    /**
     * The files of a data set; none is created yet.
     *
     * @param tables of its default graph
     * @param ontologyFiles the shapes and rules
     * @param created receives each file when it is complete
     */
    public Downloads(
            DatasetGraph data,
            PrefixMapping prefixes,
            Tables tables,
            OntologyFiles ontologyFiles,
            BiConsumer<Download, DownloadCache.Made> created) {
        this.ontologyFiles = ontologyFiles;
        this.cache = new DownloadCache(created);
        this.data = data;
        this.tables = tables;
        this.prefixes = prefixes;
        this.things = new GraphReader(data.getDefaultGraph());
        this.whole = wholeFiles();
        this.documents =
                things.all(Dkg.DOCUMENT)
                        .map(document -> Dkg.iri(Dkg.GRAPH + slug(document)))
                        .filter(data::containsGraph)
                        .toList();
    }

    /** The files of the complete data set, each also compressed. */
    public List<Download> whole() {
        return whole;
    }

    /** The graphs of the documents. */
    public List<Node> documents() {
        return documents;
    }

    /** The document of a graph. */
    public Node document(Node graph) {
        return Dkg.iri(graph.getURI().replace(Dkg.GRAPH, Dkg.ID));
    }

    /** The files of one document, by the name of its graph. */
    public List<Download> of(Node graph) {
        String path = DOCUMENTS + graph.getURI().substring(Dkg.GRAPH.length());
        List<Download> files = new ArrayList<>();
        SYNTAXES.forEach(
                syntax ->
                        files.add(
                                new Download(
                                        path + "." + syntax.suffix(),
                                        syntax.mediaType(),
                                        false,
                                        false,
                                        out ->
                                                DatasetExporter.write(
                                                        graph,
                                                        data.getGraph(graph),
                                                        prefixes,
                                                        syntax,
                                                        out))));
        for (Language language : Language.values()) {
            files.add(
                    new Download(
                            path + (language == Language.EN ? ".csv" : ".zh.csv"),
                            TABLE,
                            false,
                            false,
                            out ->
                                    new StatementTable(
                                                    new Statements(things, language)
                                                            .with(Dkg.DOCUMENT_OF, document(graph)),
                                                    language)
                                            .write(out)));
        }
        return files;
    }

    /** The file at a path below the download folder; every file is also available compressed. */
    public Optional<Download> at(String path) {
        if (path.endsWith(Download.GZ)) {
            return at(path.substring(0, path.length() - Download.GZ.length()))
                    .filter(plain -> !plain.compressed())
                    .map(Download::gzipped);
        }
        if (path.equals(SUMS)) {
            return Optional.of(sums(SUMS, whole.stream()));
        }
        if (path.equals(DOCUMENTS + SUMS)) {
            return Optional.of(sums(path, documents.stream().flatMap(one -> of(one).stream())));
        }
        Stream<Download> there =
                path.startsWith(DOCUMENTS)
                        ? documents.stream()
                                .filter(
                                        graph ->
                                                path.startsWith(
                                                        DOCUMENTS + slug(document(graph)) + "."))
                                .flatMap(graph -> of(graph).stream())
                        : whole.stream();
        return there.filter(one -> one.path().equals(path)).findFirst();
    }

    /**
     * The file, created if necessary.
     *
     * @param patience maximum time to wait; the result is empty if it is not complete by then
     */
    public Optional<DownloadCache.Made> get(Download wanted, Duration patience) throws IOException {
        try {
            return Optional.of(cache.file(wanted).get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException later) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IOException("a file for download was not made", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Creates files, and waits for them up to a time limit. */
    public void prepare(List<Download> wanted, Duration patience) {
        CompletableFuture.allOf(
                        wanted.stream().map(cache::file).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failed -> null)
                .join();
    }

    /** All files that the catalogue lists. */
    public List<Download> all() {
        return Stream.concat(
                        whole.stream(), documents.stream().flatMap(graph -> of(graph).stream()))
                .toList();
    }

    /** A file that is complete; empty if it is not. */
    public Optional<DownloadCache.Made> made(Download one) {
        CompletableFuture<DownloadCache.Made> file = cache.file(one);
        return file.state() == CompletableFuture.State.SUCCESS
                ? Optional.of(file.resultNow())
                : Optional.empty();
    }

    private List<Download> wholeFiles() {
        List<Download> files = new ArrayList<>();
        SYNTAXES.forEach(
                syntax ->
                        files.add(
                                large(
                                        WHOLE + syntax.suffix(),
                                        syntax.mediaType(),
                                        out ->
                                                DatasetExporter.write(
                                                        data, prefixes, syntax.lang(), out))));
        for (Language language : Language.values()) {
            files.add(
                    large(
                            "statements-" + language.tag() + ".csv",
                            TABLE,
                            out -> new StatementTable(things, language).write(out)));
        }
        TableDescriptions descriptions = new TableDescriptions(tables, new Codebook(things));
        Tables.names().forEach(name -> files.addAll(tableFiles(name, descriptions)));
        files.add(large("series-wide.csv", TABLE, this::wide));
        files.add(
                large(
                        "series-cube.ttl",
                        RdfSyntax.TURTLE.mediaType(),
                        out -> DataCube.write(table("series"), things, out)));
        files.add(
                large(
                        "things.geojson",
                        "application/geo+json",
                        out -> GeoJsonFile.write(things, out)));
        files.add(large("codebook.csv", TABLE, descriptions::codebook));
        files.add(large("datapackage.json", "application/json", descriptions::dataPackage));
        files.addAll(ontology());
        return files.stream()
                .flatMap(
                        one ->
                                one.path().endsWith(PARQUET)
                                        ? Stream.of(one)
                                        : Stream.of(one, one.gzipped()))
                .toList();
    }

    /** The terms of the ontology, and its shapes and rules as they were written. */
    private List<Download> ontology() {
        List<Download> files = new ArrayList<>();
        if (data.containsGraph(ONTOLOGY)) {
            files.add(
                    small(
                            "ontology.ttl",
                            out ->
                                    DatasetExporter.write(
                                            ONTOLOGY,
                                            data.getGraph(ONTOLOGY),
                                            prefixes,
                                            RdfSyntax.TURTLE,
                                            out)));
        }
        ontologyFiles
                .texts()
                .forEach(
                        (name, text) ->
                                files.add(
                                        small(
                                                name,
                                                out ->
                                                        out.write(
                                                                text.getBytes(
                                                                        StandardCharsets.UTF_8)))));
        return files;
    }

    private static Download small(String path, AtomicFile.Content turtle) {
        return new Download(path, RdfSyntax.TURTLE.mediaType(), false, false, turtle);
    }

    /** The files of a table: CSV with its description, JSON Lines and Parquet. */
    private List<Download> tableFiles(String name, TableDescriptions descriptions) {
        return List.of(
                large(name + ".csv", TABLE, out -> csv(name, out, false)),
                large(name + "-excel.csv", TABLE, out -> csv(name, out, true)),
                large(
                        name + ".csv-metadata.json",
                        "application/csvm+json",
                        out -> descriptions.csvw(table(name), out)),
                large(
                        name + ".jsonl",
                        TEXT, // JSON Lines has no registered type
                        out -> TidyTableWriter.jsonLines(table(name), table(name).rows(), out)),
                large(
                        name + PARQUET,
                        "application/vnd.apache.parquet",
                        out -> ParquetWriter.write(table(name), out)));
    }

    private void csv(String name, OutputStream out, boolean byteOrderMark) throws IOException {
        Table table = table(name);
        TidyTableWriter.csv(table, TidyTableWriter.all(table), table.rows(), out, byteOrderMark);
    }

    private void wide(OutputStream out) throws IOException {
        Table wide = WideSeries.of(table("series"), row -> true);
        TidyTableWriter.csv(wide, TidyTableWriter.all(wide), wide.rows(), out, false);
    }

    private Table table(String name) {
        return tables.named(name).orElseThrow();
    }

    private static Download large(String path, String type, AtomicFile.Content content) {
        return new Download(path, type, false, true, content);
    }

    /** A list of checksums in the format of {@code sha256sum --check}. */
    private Download sums(String path, Stream<Download> files) {
        List<Download> listed = files.toList();
        return new Download(
                path,
                TEXT,
                false,
                false,
                out -> {
                    for (Download one : listed) {
                        String line = cache.file(one).join().hex() + "  " + one.name() + "\n";
                        out.write(line.getBytes(StandardCharsets.UTF_8));
                    }
                });
    }

    private static String slug(Node document) {
        return document.getURI().replace(Dkg.ID, "");
    }
}
