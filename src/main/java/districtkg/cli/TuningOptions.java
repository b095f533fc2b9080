package districtkg.cli;

import districtkg.snapshot.PerformanceSettings;
import picocli.CommandLine.Option;

/** What makes the server fast, each part of which can be switched off. */
final class TuningOptions {
    @Option(
            names = "--no-engine",
            description = "lets Jena answer patterns, and not the engine for graphs in memory")
    private boolean plain;

    @Option(
            names = "--query-cache",
            paramLabel = "CHARACTERS",
            description =
                    "how much of queries is kept with their plans; 0 for none (default: ${DEFAULT-VALUE})",
            defaultValue = "16777216")
    private long queries;

    @Option(
            names = "--answer-cache",
            paramLabel = "BYTES",
            description =
                    "how much of answers is kept until the data change; 0 for none (default: ${DEFAULT-VALUE})",
            defaultValue = "67108864")
    private long answers;

    @Option(names = "--no-compression", description = "sends nothing compressed")
    private boolean uncompressed;

    @Option(
            names = "--output-buffer",
            paramLabel = "BYTES",
            description =
                    "how much of an answer is gathered before it is sent (default: ${DEFAULT-VALUE})",
            defaultValue = "32768")
    private int buffer;

    PerformanceSettings read() {
        return new PerformanceSettings(!plain, queries, answers, !uncompressed, buffer);
    }
}
