package districtkg.cli;

import districtkg.extract.Text;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.store.Sources;
import districtkg.verify.Proof;
import districtkg.verify.Verification;
import districtkg.vocab.Dkg;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verify}: proves the data against the text of a document. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Proves data against the text of a document: digests, every figure, every numeral, every name.",
        footer = {
            "",
            "Example:",
            "  verify --text lusong-2020=report.txt",
            "",
            "Exit codes: 0 everything entered is proven, 1 faults, all of them on stderr, 2 wrong words."
        })
public final class Verify implements Callable<Integer> {
    @Mixin private SourceOptions files = new SourceOptions();
    @Mixin private TextOption texts = new TextOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Sources sources = files.read();
        Map<String, Text> read = texts.read();
        Verification found = Verification.of(sources, read);
        List<String> known = found.proofs().stream().map(Proof::document).toList();
        read.keySet().stream()
                .filter(document -> !known.contains(document))
                .findFirst()
                .ifPresent(Verify::refuse);
        PrintWriter err = spec.commandLine().getErr();
        found.faults().forEach(err::println);
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        found.proofs().forEach(proof -> print(proof, out));
        out.printf(
                Locale.ROOT,
                "%d faults; %d documents without their text, so not verified%n",
                found.faults().size(),
                found.withoutText().size());
        out.flush();
        return found.faults().isEmpty() ? 0 : 1;
    }

    private static void refuse(String document) {
        throw new Problem(
                Fault.of(
                        "no-such-document",
                        "the data know no document <" + document + ">",
                        "name one of data/documents, for example  --text lusong-2020=FILE"));
    }

    private static void print(Proof proof, PrintWriter out) {
        Proof.Numerals numerals = proof.numerals();
        out.printf(
                Locale.ROOT,
                "%s: %,d characters, %d passages, %d statements, %d figures recomputed, %d names found%n"
                        + "  numerals: %d of statements, %d of names, %d idioms, %d outside the body, %d not yet read%n"
                        + "  not provable from the text: %d inferred values, %d inferred dates; labels, links and kinds%n",
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
                proof.inferred().values(),
                proof.inferred().dates());
    }
}
