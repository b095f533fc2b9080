package districtkg.source;

import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.table.TableReader;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDF;

/** The curated data: the parsed files of an ontology and of data. Immutable. */
public final class Sources {
    /** No files. */
    public static final Sources NONE = new Sources(List.of());

    private final List<SourceFile> files;
    private final Origin origin;

    private Sources(List<SourceFile> files) {
        this(files, Origin.NONE);
    }

    private Sources(List<SourceFile> files, Origin origin) {
        this.files = List.copyOf(files);
        this.origin = origin;
    }

    /**
     * From what files were read.
     *
     * @param digests of the bytes of each file, if the files are to be read again
     * @param tables what reading all tables gave
     */
    private record Origin(Map<Path, String> digests, TableReader.Tables tables) {
        static final Origin NONE = new Origin(Map.of(), TableReader.Tables.NONE);

        /** The same but for files that were replaced. */
        Origin without(Stream<SourceFile> replaced) {
            Map<Path, String> left = new HashMap<>(digests);
            replaced.forEach(file -> left.remove(file.path()));
            return new Origin(left, tables);
        }
    }

    /**
     * Reads files, and folders with everything below them that is not hidden, in any RDF syntax
     * with a known extension, optionally gzipped, and tables in CSV. Symbolic links are followed.
     *
     * @throws Problem with every syntax error of every file
     */
    public static Sources read(List<Path> paths) {
        return read(paths, NONE, Map.of());
    }

    /**
     * Reads files again. Files of which the bytes are the same as before are not parsed, and keep
     * their graphs.
     *
     * @param paths as in {@link #read(List)}
     * @param before what was read before, or {@link #NONE}
     * @throws Problem with every syntax error of every file
     */
    public static Sources read(List<Path> paths, Sources before) {
        List<Fault> faults = new ArrayList<>();
        Map<Path, String> digests = new ConcurrentHashMap<>();
        SourcePaths.files(paths, faults).parallelStream()
                .forEach(path -> digest(path).ifPresent(digest -> digests.put(path, digest)));
        if (!faults.isEmpty()) {
            throw new Problem(faults);
        }
        return read(paths, before, digests);
    }

    /** The digest of the bytes of a file; empty if it cannot be read. */
    private static Optional<String> digest(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return Optional.of(DigestUtils.sha256Hex(in));
        } catch (IOException toldWhenItIsRead) {
            return Optional.empty();
        }
    }

    private static Sources read(List<Path> paths, Sources before, Map<Path, String> digests) {
        Predicate<Path> unchanged =
                path -> {
                    String digest = digests.get(path);
                    return digest != null && digest.equals(before.origin.digests().get(path));
                };
        List<Fault> faults = new ArrayList<>();
        List<SourceFile> files = new ArrayList<>();
        List<Path> tables = new ArrayList<>();
        List<FileContent> contents =
                SourcePaths.files(paths, faults).parallelStream()
                        .map(
                                path ->
                                        unchanged.test(path) && !TableReader.isTable(path)
                                                ? FileContent.kept(path, before)
                                                : FileContent.read(path))
                        .toList();
        for (FileContent content : contents) {
            faults.addAll(content.faults());
            files.addAll(content.files());
            if (content.isTable()) {
                tables.add(content.path());
            }
        }
        TableReader.Tables read = tables(tables, files, before, unchanged, faults);
        read.graphs().stream()
                .filter(table -> !table.graph().isEmpty())
                .map(Sources::sourceFile)
                .forEach(files::add);
        if (!faults.isEmpty()) {
            throw new Problem(faults);
        }
        return new Sources(files, digests.isEmpty() ? Origin.NONE : new Origin(digests, read));
    }

    /** What reading one file gave; a table is read later, with all others. */
    private record FileContent(
            Path path, boolean isTable, List<SourceFile> files, List<Fault> faults) {
        static FileContent read(Path path) {
            if (TableReader.isTable(path)) {
                return new FileContent(path, true, List.of(), List.of());
            }
            List<Fault> faults = new ArrayList<>();
            List<SourceFile> files = SourceFileReader.read(path, faults);
            return new FileContent(path, false, files, faults);
        }

        /** A file that was read before. */
        static FileContent kept(Path path, Sources before) {
            List<SourceFile> files =
                    before.files.stream().filter(file -> file.path().equals(path)).toList();
            return new FileContent(path, false, files, List.of());
        }
    }

    private static TableReader.Tables tables(
            List<Path> tables,
            List<SourceFile> written,
            Sources before,
            Predicate<Path> unchanged,
            List<Fault> faults) {
        if (tables.isEmpty()) {
            return TableReader.Tables.NONE;
        }
        Sources rdf = new Sources(written);
        Map<Path, Graph> heads = new HashMap<>();
        for (SourceFile file : written) {
            if (file.role() == SourceRole.DOCUMENT) {
                heads.put(file.path(), file.graph());
            }
        }
        boolean sameTerms =
                graphs(rdf, Sources::hasTerms)
                        .equals(
                                graphs(
                                        before,
                                        file ->
                                                hasTerms(file)
                                                        && !TableReader.isTable(file.path())));
        return TableReader.read(
                tables,
                heads,
                rdf.union(Sources::hasTerms),
                rdf.prefixes(),
                sameTerms ? before.origin.tables() : TableReader.Tables.NONE,
                unchanged,
                faults);
    }

    /** Whether cells of tables may refer to what a file names. */
    private static boolean hasTerms(SourceFile file) {
        return file.role() == SourceRole.TERMS
                || file.role() == SourceRole.LISTS
                || file.role() == SourceRole.THINGS;
    }

    private static List<Graph> graphs(Sources sources, Predicate<SourceFile> wanted) {
        return sources.files.stream().filter(wanted).map(SourceFile::graph).toList();
    }

    private static SourceFile sourceFile(TableReader.TableGraph table) {
        SourceRole role =
                switch (table.content()) {
                    case STATEMENTS -> SourceRole.STATEMENTS;
                    case OPEN_STATEMENTS -> SourceRole.OPEN_STATEMENTS;
                    case IDIOMS -> SourceRole.IDIOMS;
                    case THINGS, PLACES -> SourceRole.THINGS;
                };
        Node name =
                table.document().isEmpty()
                        ? role.graphName(table.graph())
                        : Dkg.iri(Dkg.GRAPH + table.document());
        return new SourceFile(table.path(), name, role, table.graph());
    }

    /** These sources without the files of a graph. */
    public Sources without(Node graph) {
        return without(file -> file.graphName().equals(graph));
    }

    /** These sources with one more file. */
    public Sources with(SourceFile file) {
        return with(new Sources(List.of(file)));
    }

    /** These sources with the files of others. */
    public Sources with(Sources others) {
        return new Sources(
                Stream.concat(files.stream(), others.files.stream()).toList(),
                origin.without(others.files.stream()));
    }

    /** The files, in the order of reading. */
    public List<SourceFile> files() {
        return files;
    }

    /**
     * All curated triples that are served: everything except the shapes. A new graph at each call.
     */
    public Graph asserted() {
        return union(file -> file.role().visible());
    }

    /**
     * The curated triples that are validated with shapes: all that are served, except statements of
     * tables, whose rows were checked when they were read. A new graph at each call.
     */
    public Graph unchecked() {
        return union(SourceFile::unchecked);
    }

    /**
     * All curated triples that are served, and the passages that account for numerals of tables
     * which count nothing. A new graph at each call.
     */
    public Graph withIdioms() {
        return union(file -> file.role().visible() || file.role() == SourceRole.IDIOMS);
    }

    /**
     * The folders of places that are kept as tables, in the order of reading. Such a folder is
     * named by the present code of its place.
     */
    public List<Path> placeFolders() {
        return files.stream()
                .filter(file -> file.role() == SourceRole.STATEMENTS)
                .map(Sources::folder)
                .distinct()
                .toList();
    }

    /**
     * The parts of these sources that say nothing of each other: for each place that has tables,
     * its folder and the documents on it elsewhere; and all other documents. Each has what all
     * documents share: terms, alignments, lists, things and places outside the folders.
     */
    public List<Sources> byPlace() {
        List<Path> folders = placeFolders();
        List<SourceFile> rest =
                files.stream().filter(file -> !folders.contains(folder(file))).toList();
        List<SourceFile> shared = shared().files;
        List<Sources> parts = new ArrayList<>();
        for (Path folder : folders) {
            List<SourceFile> own =
                    files.stream().filter(file -> folder(file).equals(folder)).toList();
            Set<Node> places = own.stream().flatMap(Sources::places).collect(Collectors.toSet());
            List<SourceFile> elsewhere =
                    rest.stream().filter(file -> places(file).anyMatch(places::contains)).toList();
            rest = rest.stream().filter(file -> !elsewhere.contains(file)).toList();
            parts.add(
                    new Sources(Stream.of(shared, own, elsewhere).flatMap(List::stream).toList()));
        }
        parts.add(new Sources(rest));
        return parts;
    }

    /** These sources without the files of others. */
    public Sources without(Sources others) {
        Set<SourceFile> omitted = new HashSet<>(others.files);
        return without(omitted::contains);
    }

    private Sources without(Predicate<SourceFile> omitted) {
        return new Sources(
                files.stream().filter(file -> !omitted.test(file)).toList(),
                origin.without(files.stream().filter(omitted)));
    }

    /** What the documents of all places share, as each part of {@link #byPlace} has it. */
    public Sources shared() {
        List<Path> folders = placeFolders();
        return new Sources(
                files.stream()
                        .filter(file -> isShared(file.role()) && !folders.contains(folder(file)))
                        .toList());
    }

    /** The places on which the documents of a file report. */
    private static Stream<Node> places(SourceFile file) {
        return file.role() == SourceRole.DOCUMENT
                ? file.graph().stream(Node.ANY, RDF.type.asNode(), Dkg.DOCUMENT)
                        .flatMap(
                                document ->
                                        file.graph().stream(
                                                document.getSubject(), Dkg.term("place"), Node.ANY))
                        .map(Triple::getObject)
                : Stream.empty();
    }

    private static boolean isShared(SourceRole role) {
        return role == SourceRole.TERMS
                || role == SourceRole.ALIGNMENTS
                || role == SourceRole.LISTS
                || role == SourceRole.THINGS;
    }

    private static Path folder(SourceFile file) {
        Path parent = file.path().getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** The shapes, with the prefixes that they use. A new graph at each call. */
    public Graph shapes() {
        return union(file -> file.role() == SourceRole.SHAPES || file.role() == SourceRole.TERMS);
    }

    /** The prefixes that queries may omit, as the ontology declares them. */
    public PrefixMapping prefixes() {
        return DeclaredPrefixes.declaredIn(union(file -> file.role() == SourceRole.TERMS));
    }

    private Graph union(Predicate<SourceFile> wanted) {
        Graph all = new GraphMemFast();
        for (SourceFile file : files) {
            if (wanted.test(file)) {
                file.graph().stream().forEach((Triple triple) -> all.add(triple));
            }
        }
        return all;
    }
}
