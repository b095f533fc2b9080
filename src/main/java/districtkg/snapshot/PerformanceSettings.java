package districtkg.snapshot;

/**
 * Performance settings. Each optimization can be turned off, to measure its effect.
 *
 * @param engine whether the engine for immutable graphs evaluates patterns; otherwise Jena does
 * @param queries size of the cache of parsed queries in characters; 0 for none
 * @param answers size of the response cache in bytes; 0 for none
 * @param compression whether responses are compressed for clients that accept gzip
 * @param buffer size of the output buffer in bytes; Fuseki's default of 5 MB took half of its time
 *     to clear
 */
public record PerformanceSettings(
        boolean engine, long queries, long answers, boolean compression, int buffer) {
    /** All optimizations, with moderate sizes. */
    public static final PerformanceSettings DEFAULT =
            new PerformanceSettings(true, 16L << 20, 64L << 20, true, 32 << 10);
}
