package districtkg.cli;

import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.source.Sources;
import districtkg.text.Text;
import districtkg.verify.Proof;
import districtkg.verify.Verification;
import districtkg.vocab.Dkg;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verify}: verifies data against the text of a document. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Verifies data against the text of a document: digests, every figure, every numeral, every name.",
        footer = {
            "",
            "Example:",
            "  verify --text lusong-2020=report.txt",
            "",
            "Exit codes: 0 everything entered is proven, 1 faults, all listed on stderr, 2 usage error."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Mixin private SourceOptions files = new SourceOptions();
    @Mixin private TextOption texts = new TextOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Sources sources = files.read();
        Map<String, Text> read = texts.read();
        Verification found = Verification.of(sources, read);
        List<String> known = found.proofs().stream().map(Proof::document).toList();
        refuse(read.keySet().stream().filter(document -> !known.contains(document)).toList());
        PrintWriter err = spec.commandLine().getErr();
        found.faults().forEach(err::println);
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        found.proofs().forEach(proof -> print(proof, out));
        out.printf(
                Locale.ROOT,
                "%d faults. Not verified: %d documents whose text was not given, and %d statements that rest on them%n",
                found.faults().size(),
                found.withoutText().size(),
                found.cited());
        out.flush();
        return found.faults().isEmpty() ? 0 : 1;
    }

    private static void refuse(List<String> unknown) {
        if (!unknown.isEmpty()) {
            throw new Problem(
                    unknown.stream()
                            .map(
                                    document ->
                                            Fault.of(
                                                    "no-such-document",
                                                    "there is no document <" + document + ">",
                                                    "name one of data/documents, for example  --text lusong-2020=FILE"))
                            .toList());
        }
    }

    private static String inferred(Map<String, Integer> values) {
        return values.isEmpty()
                ? "nothing inferred"
                : "inferred "
                        + values.entrySet().stream()
                                .map(count -> count.getValue() + " × " + count.getKey())
                                .collect(Collectors.joining(", "));
    }

    private static void print(Proof proof, PrintWriter out) {
        Proof.Numerals numerals = proof.numerals();
        out.printf(
                Locale.ROOT,
                "%s: %,d characters, %d passages, %d statements, %d figures recomputed, %d names found%n"
                        + "  numerals: %d of statements, %d of names, %d idioms, %d outside the body, %d not yet read%n"
                        + "  not provable from the text: %s; %d labels and comments, %d links to places, indicators, topics and the like%n",
                proof.document().replace(Dkg.ID, ""),
                proof.characters(),
                proof.passages(),
                proof.statements(),
                proof.figures(),
                proof.mentions(),
                numerals.ofStatements(),
                numerals.ofNames(),
                numerals.ofIdioms(),
                numerals.furniture(),
                numerals.notYetRead(),
                inferred(proof.unproven().inferred()),
                proof.unproven().labels(),
                proof.unproven().links());
    }
}
