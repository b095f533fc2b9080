package districtkg.snapshot;

/**
 * What makes a server fast. Each part can be switched off, to see what it is worth.
 *
 * @param engine whether patterns are answered by our engine; else by Jena's
 * @param queries how many characters of queries are kept with what was read and planned of them; 0
 *     for none
 * @param answers how many bytes of answers are kept for as long as their edition is served; 0 for
 *     none
 * @param compression whether clients that take gzip get it
 * @param buffer how many bytes of an answer are gathered before they are sent; Fuseki's own 5 MB
 *     cost half of its time in zeroing
 */
public record PerformanceSettings(
        boolean engine, long queries, long answers, boolean compression, int buffer) {
    /** All parts, of modest size. */
    public static final PerformanceSettings DEFAULT =
            new PerformanceSettings(true, 16L << 20, 64L << 20, true, 32 << 10);
}
