package districtkg.source;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import districtkg.source.rdf.RdfFileReader;
import districtkg.table.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the files to read below the paths that a user names: RDF in any syntax, optionally gzipped,
 * and tables in CSV. Symbolic links are followed.
 */
final class SourcePaths {
    private SourcePaths() {}

    /**
     * The files of these names, and everything below folders that is not hidden, in the order of
     * the paths and then by name, each once.
     *
     * @param faults receives a fault for each path that does not exist or has another extension
     * @throws Problem if a folder cannot be read
     */
    static List<Path> files(List<Path> paths, List<Fault> faults) {
        List<Path> found = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                found.addAll(below(path));
            } else if (!Files.isRegularFile(path)) {
                faults.add(TextFile.missing(path));
            } else if (!isSource(path)) {
                faults.add(
                        Fault.at(
                                Location.of(path),
                                "no-such-syntax",
                                "the suffix of the name is not that of an RDF syntax",
                                "name it .ttl, .nt, .nq, .trig, .jsonld or .rdf, with .gz after it if it is compressed, or .csv if it is a table"));
            } else {
                found.add(path);
            }
        }
        return found.stream().distinct().toList();
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .filter(path -> !hidden(folder.relativize(path)))
                    .filter(SourcePaths::isSource)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new Problem(TextFile.unreadable(folder, unreadable));
        } catch (UncheckedIOException circle) {
            throw new Problem(TextFile.unreadable(folder, new IOException(circle)));
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

    private static boolean isSource(Path path) {
        return TableReader.isTable(path) || RdfFileReader.isRdf(path);
    }
}
