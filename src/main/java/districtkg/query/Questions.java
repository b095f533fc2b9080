package districtkg.query;

import districtkg.problem.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
     * @param name of its file, without the number and the ending: {@code gdp-growth}
     * @param text the query, with its head comments
     * @param recorded the answer that a person found in the documents, as CSV beside the query
     */
    public record Question(String name, Path file, String text, Path recorded) {
        /** What a head comment says: {@code question-en}, {@code title-zh} and the like. */
        public Optional<String> head(String key) {
            return text.lines()
                    .filter(line -> line.startsWith("# " + key + ":"))
                    .map(line -> line.substring(key.length() + 3).strip())
                    .findFirst();
        }

        /** The query without its head comments. */
        public String query() {
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** A query for what a thing says. */
    public static String saying(String iri) {
        return "SELECT ?property ?value {\n  <" + iri + "> ?property ?value\n}\nORDER BY ?property";
    }

    /** All questions of a folder, in the order of their files; none where it is absent. */
    public static List<Question> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".rq"))
                    .sorted()
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
