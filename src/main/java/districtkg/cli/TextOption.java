package districtkg.cli;

import districtkg.problem.TextFile;
import districtkg.text.Text;
import districtkg.vocab.Dkg;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Option for texts of documents, which are not part of the project. */
public final class TextOption {
    @Option(
            names = "--text",
            paramLabel = "DOCUMENT=FILE",
            required = true,
            description =
                    "the text of a document, by its short name: --text lusong-2020=report.txt")
    private Map<String, Path> files = new LinkedHashMap<>();

    /** The texts, by the IRI of their document. */
    public Map<String, Text> read() {
        return read(files);
    }

    /** Reads the text of each document; the keys are IRIs. */
    public static Map<String, Text> read(Map<String, Path> files) {
        Map<String, Text> texts = new LinkedHashMap<>();
        files.forEach(
                (name, file) -> texts.put(name.contains(":") ? name : Dkg.ID + name, text(file)));
        return texts;
    }

    private static Text text(Path file) {
        return Text.of(TextFile.read(file));
    }
}
