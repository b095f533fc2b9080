package districtkg.http;

/** Server paths that several packages use. */
public final class Paths {
    /** The SPARQL endpoint. */
    public static final String SPARQL = "/sparql";

    /** The reconciliation service; its other addresses are below it. */
    public static final String RECONCILE = "/reconcile";

    private Paths() {}
}
