package districtkg.cli.serve;

import districtkg.cli.SourceOptions;
import districtkg.edit.AuditLog;
import districtkg.edit.BearerTokens;
import districtkg.edit.DocumentEditor;
import districtkg.edit.DocumentFiles;
import districtkg.edit.DocumentService;
import districtkg.edit.EditionBuilder;
import districtkg.edition.Edition;
import districtkg.edition.IncrementalBuilder;
import districtkg.server.Server;
import districtkg.source.Sources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options for writing over the web. */
final class WritingOptions {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Option(
            names = "--writable",
            description =
                    "lets holders of a token PUT and DELETE whole documents, which are stored in the first folder of --data")
    private boolean writable;

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            description = "file with one line  NAME TOKEN  for each writer; required by --writable")
    private @Nullable Path tokens;

    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description = "audit log (default: audit.jsonl in the folder of the tokens)")
    private @Nullable Path audit;

    @Option(
            names = "--data-copy",
            paramLabel = "DIR",
            description =
                    "folder on another disk or machine that receives each document before it is accepted; if it cannot be written, nothing is accepted")
    private @Nullable Path copy;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /**
     * Loads the files into the server, with writing if it is enabled.
     *
     * @param time how long the edition of a change may be built
     */
    void load(SourceOptions files, Server server, Duration time, PrintWriter told) {
        if (!named()) {
            server.load(() -> files.served(told));
            return;
        }
        if (!writable || tokens == null) {
            throw wrong(
                    "--writable, --tokens, --audit and --data-copy go together: serve --writable --tokens FILE");
        }
        if (files.validated()) {
            throw wrong("--writable holds documents to their shapes, and --validated reads none");
        }
        if (files.ofSnapshot()) {
            throw wrong("--writable changes source files, and a snapshot has none");
        }
        Path log = audit == null ? tokens.resolveSibling("audit.jsonl") : audit;
        BearerTokens writers = BearerTokens.in(tokens);
        DocumentFiles shelf =
                copy == null
                        ? DocumentFiles.in(files.firstData())
                        : DocumentFiles.in(files.firstData(), copy);
        DocumentEditor editor =
                new DocumentEditor(
                        new FilePress(files, server, files.builder()), shelf, PATIENCE, time);
        server.load(new DocumentService(writers, editor, AuditLog.in(log)));
    }

    /** Refuses the options of writing, where nothing can be written. */
    void refuse(String reason) {
        if (named()) {
            throw wrong(reason);
        }
    }

    private boolean named() {
        return writable || tokens != null || audit != null || copy != null;
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }

    /** Builds editions from files. */
    private record FilePress(SourceOptions files, Server server, IncrementalBuilder builder)
            implements EditionBuilder {
        @Override
        public Sources read(Sources before) {
            return files.read(before);
        }

        @Override
        public Edition edition(Sources sources) {
            return builder.edition(sources);
        }

        @Override
        public Runnable prepare(Edition edition) {
            return server.prepare(edition);
        }
    }
}
