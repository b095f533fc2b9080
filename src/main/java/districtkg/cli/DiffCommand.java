package districtkg.cli;

import districtkg.difference.Change;
import districtkg.difference.DocumentDifference;
import districtkg.graph.GraphReader;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.query.result.ResultPrinter;
import districtkg.source.Sources;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: compares a later document with an earlier one. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "Lists what a later document adds to an earlier one, confirms, contradicts, changes or omits. An omission withdraws nothing.",
        footer = {
            "",
            "Examples:",
            "  diff rn20150209 lusong-2020",
            "  diff --format csv --language zh lusong-2020 rn20230221",
            "  diff --format turtle lusong-2020 rn20230221",
            "",
            "Exit codes: 0 compared, 1 a document does not exist or the data has faults, 2 usage error."
        })
public final class DiffCommand implements Callable<Integer> {
    private static final Var CHANGE = Var.alloc("change");
    private static final Var EARLIER = Var.alloc("earlier");
    private static final Var LATER = Var.alloc("later");

    @Mixin private SourceOptions files = new SourceOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); the last three are RDF",
            defaultValue = "TABLE")
    private ResultPrinter.Format format = ResultPrinter.Format.TABLE;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "language of names: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "EN")
    private Language language = Language.EN;

    @Parameters(
            index = "0",
            paramLabel = "EARLIER",
            description = "name of a document, such as lusong-2020")
    private String earlier = "";

    @Parameters(index = "1", paramLabel = "LATER", description = "name of a later document")
    private String later = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Sources sources = files.read();
        GraphReader things = files.edition(sources).things();
        List<Change> changes =
                DocumentDifference.between(
                        document(earlier, things),
                        document(later, things),
                        new Statements(things, language));
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        if (format.isGraph()) {
            ResultPrinter.print(DocumentDifference.graph(changes), format, told);
        } else {
            ResultPrinter.print(rows(changes), sources.prefixes(), format, told);
        }
        spec.commandLine().getOut().print(told.toString(StandardCharsets.UTF_8));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static Node document(String name, GraphReader things) {
        Node document = Dkg.iri(Dkg.ID + name);
        if (!things.is(document, Dkg.term("Document"))) {
            throw new Problem(
                    Fault.of(
                            "no-such-document",
                            "no document is named " + name,
                            "name one of data/documents, such as lusong-2020"));
        }
        return document;
    }

    private static ResultSet rows(List<Change> changes) {
        Iterator<Binding> rows = changes.stream().map(DiffCommand::row).iterator();
        RowSet table = RowSetStream.create(List.of(CHANGE, EARLIER, LATER), rows);
        return ResultSet.adapt(table);
    }

    private static Binding row(Change change) {
        BindingBuilder row = Binding.builder().add(CHANGE, text(change.sort().word()));
        said(change.earlier()).ifPresent(name -> row.add(EARLIER, name));
        said(change.later()).ifPresent(name -> row.add(LATER, name));
        return row.build();
    }

    /** The name of a statement with its figure and its time. */
    private static Optional<Node> said(Optional<Statement> statement) {
        return statement.map(
                one ->
                        text(
                                Stream.of(one.self().name(), one.figure().printed(), one.when())
                                        .filter(part -> !part.isEmpty())
                                        .collect(Collectors.joining("  "))));
    }

    private static Node text(String words) {
        return NodeFactory.createLiteralString(words);
    }
}
