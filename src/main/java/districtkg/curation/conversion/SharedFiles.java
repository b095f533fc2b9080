package districtkg.curation.conversion;

import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import districtkg.table.cell.CsvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files to which the cells of tables refer: the ontology, lists, things and places.
 *
 * @param ontology its folder
 * @param data the folder of the data
 */
public record SharedFiles(Path ontology, Path data) {
    private static final List<String> DOCUMENTS = List.of("reports", "documents");

    /** The files and folders to read; those with documents are not among them. */
    List<Path> paths() {
        List<Path> paths = new ArrayList<>(List.of(ontology));
        try (Stream<Path> children = Files.list(data)) {
            children.filter(child -> !DOCUMENTS.contains(child.getFileName().toString()))
                    .sorted()
                    .forEach(paths::add);
        } catch (IOException unreadable) {
            throw new Problem(TextFile.unreadable(data, unreadable));
        }
        return paths;
    }

    /** The tables of places. */
    List<Path> places() {
        return paths().stream()
                .flatMap(SharedFiles::below)
                .filter(file -> file.toString().endsWith(".csv"))
                .filter(file -> CsvFile.columnsOf(file).containsAll(List.of("code", "level")))
                .toList();
    }

    private static Stream<Path> below(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new Problem(TextFile.unreadable(path, unreadable));
        }
    }

    /** The table of the things of a place. */
    Optional<Path> things(String key) {
        return Optional.of(data.resolve("reports").resolve(key).resolve("things.csv"))
                .filter(Files::exists);
    }
}
