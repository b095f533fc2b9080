package districtkg.source;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.shared.PrefixMapping;

/** The curated data: the parsed files of an ontology and of data. Immutable. */
public final class Sources {
    /** No files. */
    public static final Sources NONE = new Sources(List.of());

    private final List<SourceFile> files;

    private Sources(List<SourceFile> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Reads files, and folders with everything below them that is not hidden, in any RDF syntax
     * with a known extension, optionally gzipped.
     *
     * @throws Problem with every syntax error of every file
     */
    public static Sources read(List<Path> paths) {
        List<Fault> faults = new ArrayList<>();
        List<SourceFile> files = new ArrayList<>();
        for (Path path : rdfFiles(paths, faults)) {
            files.addAll(RdfFileReader.read(path, faults));
        }
        if (!faults.isEmpty()) {
            throw new Problem(faults);
        }
        return new Sources(files);
    }

    /** These sources without the files of a graph. */
    public Sources without(Node graph) {
        return new Sources(files.stream().filter(file -> !file.graphName().equals(graph)).toList());
    }

    /** These sources with one more file. */
    public Sources with(SourceFile file) {
        return new Sources(Stream.concat(files.stream(), Stream.of(file)).toList());
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

    private static List<Path> rdfFiles(List<Path> paths, List<Fault> faults) {
        List<Path> found = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                found.addAll(below(path));
            } else if (!Files.isRegularFile(path)) {
                faults.add(missing(path));
            } else if (!isRdf(path)) {
                faults.add(
                        Fault.at(
                                Location.of(path),
                                "no-such-syntax",
                                "the name does not tell an RDF syntax",
                                "name it .ttl, .nt, .nq, .trig, .jsonld or .rdf, with .gz after it if it is compressed"));
            } else {
                found.add(path);
            }
        }
        return found.stream().distinct().toList();
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(path -> !hidden(folder.relativize(path)))
                    .filter(Sources::isRdf)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether any name of the path begins with a dot; such files are not data. */
    private static boolean hidden(Path below) {
        for (Path name : below) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRdf(Path path) {
        Lang lang = RDFLanguages.filenameToLang(path.toString());
        return lang != null && (RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang));
    }

    static Fault missing(Path path) {
        return Fault.at(
                Location.of(path),
                "no-such-file",
                "there is no file or folder of this name",
                "name one that exists");
    }
}
