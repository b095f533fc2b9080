package districtkg.vocab;

import org.apache.jena.graph.Node;

/** Terms of QUDT, the ontology of quantities, units, dimensions and types. */
public final class Qudt {
    /** Units: {@code http://qudt.org/vocab/unit/NUM}. */
    public static final String UNITS = "http://qudt.org/vocab/unit/";

    /** A count, without a dimension. */
    public static final Node NUM = Dkg.iri(UNITS + "NUM");

    private static final String SCHEMA = "http://qudt.org/schema/qudt/";

    /** How many of the base unit a unit is. */
    public static final Node CONVERSION_MULTIPLIER = Dkg.iri(SCHEMA + "conversionMultiplier");

    /** The base unit of a unit. */
    public static final Node SCALING_OF = Dkg.iri(SCHEMA + "scalingOf");

    private Qudt() {}
}
