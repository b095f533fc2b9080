package districtkg.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a data folder that can hold figures of some places: everything but the report tables
 * of other places. Pure functions of the folder; thread-safe.
 */
final class PlaceFiles {
    private static final String REPORTS = "reports";

    private PlaceFiles() {}

    /**
     * The files and folders to read.
     *
     * @param data folder of the data
     * @param places Chinese names of places
     */
    static List<Path> of(Path data, Set<String> places) {
        Path reports = data.resolve(REPORTS);
        if (!Files.isDirectory(reports)) {
            return List.of(data);
        }
        List<Path> paths =
                new ArrayList<>(children(data).filter(one -> !one.equals(reports)).toList());
        children(reports).filter(folder -> concerns(folder, places)).forEach(paths::add);
        return List.copyOf(paths);
    }

    /** Whether the head of one of the reports in a folder names one of the places. */
    private static boolean concerns(Path folder, Set<String> places) {
        return children(folder)
                .filter(file -> file.toString().endsWith(".ttl"))
                .anyMatch(head -> mentions(head, places));
    }

    private static boolean mentions(Path head, Set<String> places) {
        try {
            String words = Files.readString(head, StandardCharsets.UTF_8);
            return places.stream().anyMatch(place -> words.contains("\"" + place));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
