package districtkg.cli.report;

import districtkg.cli.SourceOptions;
import districtkg.cli.TextOption;
import districtkg.graph.Ref;
import districtkg.passage.PassageTurtle;
import districtkg.text.Text;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code passage}: prints the Turtle of a passage, or of a new document. */
@Command(
        name = "passage",
        mixinStandardHelpOptions = true,
        description =
                "Prints the Turtle of a passage: position, digest and section of the given words, and the figure read in them. Without words, prints a file to start a new document with.",
        footer = {
            "",
            "Examples:",
            "  passage --text lusong-2027=report.txt > data/documents/lusong/lusong-2027.ttl",
            "  passage --text lusong-2020=report.txt '新增养老床位'",
            "",
            "Exit codes: 0 printed, 1 the words do not occur or occur more than once, 2 usage error."
        })
public final class PassageCommand implements Callable<Integer> {
    @Mixin private SourceOptions files = new SourceOptions();
    @Mixin private TextOption texts = new TextOption();

    @Option(
            names = "--nth",
            paramLabel = "N",
            description = "which occurrence of the words, from 1",
            defaultValue = "0")
    private int nth;

    @Parameters(
            arity = "0..1",
            paramLabel = "WORDS",
            description = "exactly as printed in the text; none for a new document")
    private String words = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Map.Entry<String, Text> text = texts.read().entrySet().iterator().next();
        spec.commandLine().getOut().print(turtle(text.getKey(), text.getValue()));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String turtle(String document, Text text) {
        return words.isEmpty()
                ? PassageTurtle.document(Ref.end(document), text)
                : new PassageTurtle(files.read(), document, text).passage(words, nth);
    }
}
