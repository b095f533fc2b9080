package districtkg.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;

/**
 * A query that is asked again and again with other parameters: {@code $city} and the like.
 *
 * @param weight how often it is asked in the mix
 */
record QueryType(String title, int weight, String text) {
    static final Path FOLDER = Path.of("src/test/resources/bench");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\w+)");

    static List<QueryType> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".rq"))
                    .sorted()
                    .map(QueryType::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The query with parameters drawn for it. */
    String drawn(Parameters parameters, Random chance) {
        ParameterizedSparqlString query = new ParameterizedSparqlString(text);
        Matcher names = PARAMETER.matcher(text);
        while (names.find()) {
            query.setParam(names.group(1), parameters.draw(names.group(1), chance));
        }
        return query.toString();
    }

    boolean constructs() {
        return parsed().isConstructType();
    }

    boolean ordered() {
        return parsed().hasOrderBy();
    }

    /** Whether it looks at little of the data, whoever answers. */
    boolean light() {
        return weight > 2;
    }

    private Query parsed() {
        return QueryFactory.create(text);
    }

    private static QueryType read(Path file) {
        try {
            String text = Files.readString(file);
            return new QueryType(
                    head(text, "title"),
                    Integer.parseInt(head(text, "weight")),
                    text.lines()
                            .filter(line -> !line.startsWith("#"))
                            .reduce("", (before, line) -> before + line + "\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String head(String text, String key) {
        return text.lines()
                .filter(line -> line.startsWith("# " + key + ":"))
                .map(line -> line.substring(key.length() + 3).strip())
                .findFirst()
                .orElseThrow();
    }
}
