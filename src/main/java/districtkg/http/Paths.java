package districtkg.http;

/** Server paths that several packages use. */
public final class Paths {
    /** The SPARQL endpoint. */
    public static final String SPARQL = "/sparql";

    private Paths() {}
}
