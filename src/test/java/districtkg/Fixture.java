package districtkg;

import districtkg.derive.Derivation;
import districtkg.derive.Rules;
import districtkg.edition.Edition;
import districtkg.source.Sources;
import districtkg.text.Text;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;

/** The data that tests share: the project's own, and two reports of a made-up district. */
public final class Fixture {
    public static final Path ONTOLOGY = Path.of("ontology");
    public static final Path DATA = Path.of("data");
    public static final Path YUNHE = Path.of("src/test/resources/yunhe");

    private Fixture() {}

    public static Sources real() {
        return Sources.read(List.of(ONTOLOGY, DATA));
    }

    public static Sources yunhe() {
        return Sources.read(List.of(ONTOLOGY, YUNHE));
    }

    public static Edition edition(Sources sources) {
        return Edition.of(sources, ONTOLOGY);
    }

    public static Rules rules(Sources sources) {
        return Rules.in(ONTOLOGY.resolve("rules"), sources.prefixes());
    }

    public static Graph derived(Sources sources) {
        return Derivation.of(sources.asserted(), rules(sources));
    }

    public static Map<String, Text> yunheTexts() {
        return Map.of(
                Dkg.ID + "yunhe-2021", text(YUNHE.resolve("texts/yunhe-2021.txt")),
                Dkg.ID + "yunhe-2022", text(YUNHE.resolve("texts/yunhe-2022.txt")));
    }

    /**
     * The text of the real report, where the build was told of a folder with {@code -Dtexts=DIR}.
     */
    public static Optional<Text> realText() {
        String folder = System.getProperty("texts", "");
        Path file = Path.of(folder, "lusong-2020.txt");
        return folder.isEmpty() || !Files.exists(file) ? Optional.empty() : Optional.of(text(file));
    }

    private static Text text(Path file) {
        try {
            return Text.of(Files.readString(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
