package districtkg.cli.serve;

import districtkg.cli.TextOption;
import districtkg.text.Text;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Option for texts that pages may show. The operator must have the right to show them. */
final class ShownText {
    @Option(
            names = "--text",
            paramLabel = "DOCUMENT=FILE",
            description = "shows the text of a document on pages: --text lusong-2020=report.txt")
    private Map<String, Path> files = new LinkedHashMap<>();

    Map<String, Text> read() {
        return TextOption.read(files);
    }
}
