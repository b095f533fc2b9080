package districtkg.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.problem.Refusal;
import districtkg.query.QueryReader;
import districtkg.w3c.W3cTests.W3cTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.shared.PrefixMapping;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SPARQL 1.0 and 1.1 query syntax tests of the W3C, by the reader of the endpoint. Which differ
 * is recorded, each with its reason, in {@code w3c/syntax.tsv}.
 */
class W3cSyntaxTest {
    private static final Path DIFFERENCES = Path.of("src/test/resources/w3c/syntax.tsv");
    private static final QueryReader READER = new QueryReader(PrefixMapping.Factory.create());

    @TempDir private static Path folder;

    private static Map<String, W3cTest> tests;
    private static Map<String, String> differences;

    @BeforeAll
    static void find() throws IOException {
        tests =
                W3cTests.in(folder).stream()
                        .filter(test -> right(test) || wrong(test))
                        .collect(Collectors.toMap(W3cTest::name, test -> test));
        try (Stream<String> lines = Files.lines(DIFFERENCES)) {
            differences =
                    lines.filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("\t"))
                            .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        }
    }

    private static boolean right(W3cTest test) {
        return test.isA("PositiveSyntaxTest", "PositiveSyntaxTest11");
    }

    private static boolean wrong(W3cTest test) {
        return test.isA("NegativeSyntaxTest", "NegativeSyntaxTest11");
    }

    static Stream<String> names() {
        return tests.keySet().stream().sorted();
    }

    @Test
    void everyRecordedTestExists() {
        assertThat(tests).hasSizeGreaterThan(300);
        assertThat(tests.keySet())
                .as("tests of which a difference is recorded")
                .containsAll(differences.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachSyntaxTestPassesUnlessRecorded(String name) throws IOException {
        W3cTest test = tests.get(name);

        boolean expected = right(test) != differences.containsKey(name);

        assertThat(isRead(Files.readString(Path.of(URI.create(test.entry().getAction().getURI())))))
                .as(name)
                .isEqualTo(expected);
    }

    private static boolean isRead(String query) {
        try {
            READER.read(query);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }
}
