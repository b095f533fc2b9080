package districtkg.question;

import districtkg.problem.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of example questions: the {@code .rq} files of a folder. */
public final class Questions {
    private Questions() {}

    /**
     * One question.
     *
     * @param name file name without number and extension: {@code gdp-growth}
     * @param text the query, with its header comments
     * @param recorded the answer that a person found in the documents, as CSV next to the query
     */
    public record Question(String name, Path file, String text, Path recorded) {
        /** The value of a header comment: {@code question-en}, {@code title-zh} and the like. */
        public Optional<String> head(String key) {
            return text.lines()
                    .filter(line -> line.startsWith("# " + key + ":"))
                    .map(line -> line.substring(key.length() + 3).strip())
                    .findFirst();
        }

        /** The query without its header comments. */
        public String query() {
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** A query for the properties of a thing. */
    public static String saying(String iri) {
        return "SELECT ?property ?value {\n  <" + iri + "> ?property ?value\n}\nORDER BY ?property";
    }

    /**
     * All questions of a folder, in the order of their file names, and then those of its
     * subfolders; empty if the folder does not exist.
     */
    public static List<Question> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".rq"))
                    .sorted(Comparator.comparing(Path::getNameCount).thenComparing(file -> file))
                    .map(Questions::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Question read(Path file) {
        String base = file.getFileName().toString().replaceFirst("\\.rq$", "");
        return new Question(
                base.replaceFirst("^\\d+-", ""),
                file,
                TextFile.read(file),
                file.resolveSibling(base + ".csv"));
    }
}
