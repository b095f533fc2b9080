package districtkg;

import com.google.common.base.Suppliers;
import districtkg.dataset.DatasetBuilder;
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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;

/**
 * The data that tests share: the project's own of Lusong, and two reports of a made-up district.
 */
public final class Fixture {
    public static final Path ONTOLOGY = Path.of("ontology");
    public static final Path DATA = Path.of("data");

    /** The data of Lusong: all but the reports that are kept as tables. */
    public static final List<Path> LUSONG =
            Stream.of("catalog.ttl", "documents", "lists", "places", "things")
                    .map(DATA::resolve)
                    .toList();

    public static final Path YUNHE = Path.of("src/test/resources/yunhe");

    private static final Supplier<Sources> REAL = Suppliers.memoize(Fixture::readReal);
    private static final Supplier<Sources> MADE_UP =
            Suppliers.memoize(() -> Sources.read(List.of(ONTOLOGY, YUNHE)));
    private static final Supplier<Edition> CORPUS =
            Suppliers.memoize(() -> edition(Sources.read(List.of(ONTOLOGY, DATA))));
    private static final Supplier<Edition> REAL_EDITION = Suppliers.memoize(() -> edition(real()));
    private static final Supplier<Edition> MADE_UP_EDITION =
            Suppliers.memoize(() -> edition(yunhe()));
    private static final Supplier<Graph> REAL_DERIVED = Suppliers.memoize(() -> derived(real()));
    private static final Supplier<Graph> MADE_UP_DERIVED =
            Suppliers.memoize(() -> derived(yunhe()));

    private static final Supplier<Graph> REAL_GRAPH =
            Suppliers.memoize(() -> DatasetBuilder.of(real(), realDerived()).getDefaultGraph());
    private static final Supplier<Graph> MADE_UP_GRAPH =
            Suppliers.memoize(() -> DatasetBuilder.of(yunhe(), yunheDerived()).getDefaultGraph());

    private Fixture() {}

    /** The project's own data of Lusong, of which tests know answers, read once. */
    public static Sources real() {
        return REAL.get();
    }

    /** The project's own data of Lusong, read anew at each call. */
    public static Sources readReal() {
        return Sources.read(Stream.concat(Stream.of(ONTOLOGY), LUSONG.stream()).toList());
    }

    /**
     * All data of the project, the reports of all places included; built once, in about a minute.
     */
    public static Edition corpus() {
        return CORPUS.get();
    }

    /** The data of the made-up district, read once. */
    public static Sources yunhe() {
        return MADE_UP.get();
    }

    /** The edition of the project's own data, validated and built once. */
    public static Edition realEdition() {
        return REAL_EDITION.get();
    }

    /** The edition of the made-up district, validated and built once. */
    public static Edition yunheEdition() {
        return MADE_UP_EDITION.get();
    }

    /** Validates sources and builds their edition, anew at each call. */
    public static Edition edition(Sources sources) {
        return Edition.of(sources, ONTOLOGY);
    }

    public static Rules rules(Sources sources) {
        return Rules.in(ONTOLOGY.resolve("rules"), sources.prefixes());
    }

    /** What the rules derive from the project's own data, once. Not to be changed. */
    public static Graph realDerived() {
        return REAL_DERIVED.get();
    }

    /** What the rules derive from the made-up district, once. Not to be changed. */
    public static Graph yunheDerived() {
        return MADE_UP_DERIVED.get();
    }

    /** The project's own data with what the rules derive from them, built once. */
    public static Graph realGraph() {
        return REAL_GRAPH.get();
    }

    /** The data of the made-up district with what the rules derive from them, built once. */
    public static Graph yunheGraph() {
        return MADE_UP_GRAPH.get();
    }

    /** What the rules derive from sources, anew at each call. */
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
