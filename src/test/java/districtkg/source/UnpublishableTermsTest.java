package districtkg.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import districtkg.dataset.PreparedDataset;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms that not every published syntax can write are refused when they are read. */
class UnpublishableTermsTest {
    private static final String HEAD =
            "@prefix : <http://x.org/> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    triple-term       ~ rdfs:seeAlso <<( :b :c :d )>>
                    triple-term       ~ rdfs:seeAlso << :b :c :d >>
                    triple-term       ~ rdfs:seeAlso :b {| :c :d |}
                    base-direction    ~ rdfs:label "a"@en--ltr
                    illegal-character ~ rdfs:label "bell \\u0007"@en
                    illegal-character ~ rdfs:label "zero \\u0000"
                    illegal-character ~ rdfs:label "last \\uFFFF"
                    """)
    void eachUnpublishableTermIsReportedWithItsLine(String code, String said) throws IOException {
        Path file =
                write("a.ttl", HEAD + "\n:a rdfs:label \"fine 🙂\\t\\n\" .\n:a " + said + " .\n");

        assertThat(faults(file))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.code()).isEqualTo(code);
                            assertThat(fault.locations()).containsExactly(Location.of(file, 5));
                        });
    }

    @Test
    void anExportIsValidatedToo() throws IOException {
        Path file =
                write(
                        "a.nq",
                        "<http://x.org/a> <http://x.org/b> \"\\u0007\" <"
                                + Dkg.DERIVED.getURI()
                                + "> .\n");

        Problem problem =
                catchThrowableOfType(
                        Problem.class,
                        () ->
                                PreparedDataset.read(
                                        List.of(file), Node.ANY, UnaryOperator.identity()));

        assertThat(problem.faults()).extracting(Fault::code).containsExactly("illegal-character");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Fault> faults(Path file) {
        return catchThrowableOfType(Problem.class, () -> Sources.read(List.of(file))).faults();
    }
}
