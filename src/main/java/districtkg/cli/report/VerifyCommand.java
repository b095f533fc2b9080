package districtkg.cli.report;

import districtkg.cli.SourceOptions;
import districtkg.cli.TextOption;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import districtkg.text.ReportFile;
import districtkg.text.Text;
import districtkg.verify.Proof;
import districtkg.verify.Verification;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "  verify --texts reports --data data/lists data/things data/places data/reports",
            "",
            "Exit codes: 0 everything entered is proven, 1 faults, all listed on stderr, 2 usage error."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Mixin private SourceOptions files = new SourceOptions();

    @Option(
            names = "--text",
            paramLabel = "DOCUMENT=FILE",
            description =
                    "the text of a document, by its short name: --text lusong-2020=report.txt")
    private Map<String, Path> texts = new LinkedHashMap<>();

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            description =
                    "folder with texts; each belongs to the document that states its SHA-256 digest")
    private @Nullable Path folder;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Sources sources = files.read();
        Map<String, Text> read = new LinkedHashMap<>(TextOption.read(texts));
        if (folder != null) {
            read.putAll(byDigest(sources, folder));
        }
        if (read.isEmpty() && folder != null) {
            throw new Problem(
                    Fault.at(
                            Location.of(folder),
                            "no-such-document",
                            "no text in this folder has the SHA-256 digest of a document",
                            "name the folder of the texts that were imported, and the data with  --data"));
        }
        if (read.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Missing required option: --text or --texts");
        }
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

    /** The texts of a folder whose digest a document states, by the IRI of the document. */
    private static Map<String, Text> byDigest(Sources sources, Path folder) {
        Map<String, String> documents = new HashMap<>();
        for (SourceFile file : sources.files()) {
            if (file.role() == SourceRole.DOCUMENT) {
                file.graph().stream(Node.ANY, RDF.type.asNode(), Dkg.DOCUMENT)
                        .map(Triple::getSubject)
                        .forEach(
                                document ->
                                        file.graph().stream(document, Dkg.SHA256, Node.ANY)
                                                .forEach(
                                                        digest ->
                                                                documents.put(
                                                                        digest.getObject()
                                                                                .getLiteralLexicalForm(),
                                                                        document.getURI())));
            }
        }
        if (!Files.isDirectory(folder)) {
            throw new Problem(TextFile.missing(folder));
        }
        Map<String, Text> texts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(ReportFile::isReadable)
                    .sorted()
                    .forEach(
                            file -> {
                                Text text = text(file);
                                Optional.ofNullable(documents.get(text.sha256(0, text.length())))
                                        .ifPresent(document -> texts.put(document, text));
                            });
        } catch (IOException unreadable) {
            throw new Problem(TextFile.unreadable(folder, unreadable));
        }
        return texts;
    }

    private static Text text(Path file) {
        try {
            return ReportFile.text(file);
        } catch (IOException unreadable) {
            throw new Problem(TextFile.unreadable(file, unreadable));
        }
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
