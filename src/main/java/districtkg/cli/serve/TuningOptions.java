package districtkg.cli.serve;

import districtkg.snapshot.PerformanceSettings;
import picocli.CommandLine.Option;

/** Performance options; each optimization can be turned off. */
final class TuningOptions {
    @Option(
            names = "--no-engine",
            description = "evaluates patterns with Jena instead of the engine for immutable graphs")
    private boolean plain;

    @Option(
            names = "--query-cache",
            paramLabel = "CHARACTERS",
            description =
                    "size of the cache of parsed queries, in characters; 0 for none (default: ${DEFAULT-VALUE})",
            defaultValue = "16777216")
    private long queries;

    @Option(
            names = "--answer-cache",
            paramLabel = "BYTES",
            description =
                    "size of the response cache, in bytes; 0 for none (default: ${DEFAULT-VALUE})",
            defaultValue = "67108864")
    private long answers;

    @Option(names = "--no-compression", description = "sends answers uncompressed")
    private boolean uncompressed;

    @Option(
            names = "--output-buffer",
            paramLabel = "BYTES",
            description = "size of the output buffer, in bytes (default: ${DEFAULT-VALUE})",
            defaultValue = "32768")
    private int buffer;

    PerformanceSettings read() {
        return new PerformanceSettings(!plain, queries, answers, !uncompressed, buffer);
    }
}
