package districtkg.http;

/** Paths of the server that several packages must agree on. */
public final class Paths {
    /** The SPARQL endpoint. */
    public static final String SPARQL = "/sparql";

    private Paths() {}
}
