package districtkg.web;

import districtkg.graph.RdfSyntax;
import districtkg.http.Accept;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of resources. */
public enum Formats {
    /** A page. */
    HTML("html", "HTML", "text/html", "application/xhtml+xml"),
    /** Turtle. */
    TURTLE(RdfSyntax.TURTLE),
    /** JSON-LD; plain JSON selects it too. */
    JSON_LD(RdfSyntax.JSON_LD, "application/json"),
    /** N-Triples. */
    N_TRIPLES(RdfSyntax.N_TRIPLES),
    /** RDF/XML. */
    RDF_XML(RdfSyntax.RDF_XML),
    /** A table of the statements about a thing. */
    CSV("csv", "CSV", "text/csv", "text/csv"),
    /** TriG, for whole data sets. */
    TRIG(RdfSyntax.TRIG),
    /** N-Quads, for whole data sets. */
    N_QUADS(RdfSyntax.N_QUADS);

    /** The formats in which a single thing is described. */
    public static final List<Formats> OF_THINGS =
            List.of(HTML, TURTLE, JSON_LD, N_TRIPLES, RDF_XML, CSV);

    private final String suffix;
    private final String title;
    private final String type;
    private final String otherType;

    Formats(RdfSyntax syntax) {
        this(syntax, syntax.mediaType());
    }

    Formats(RdfSyntax syntax, String otherType) {
        this(syntax.suffix(), syntax.title(), syntax.mediaType(), otherType);
    }

    /**
     * A format.
     *
     * @param otherType alternative media type that selects it
     */
    Formats(String suffix, String title, String type, String otherType) {
        this.suffix = suffix;
        this.title = title;
        this.type = type;
        this.otherType = otherType;
    }

    /** The suffix of an address that selects it: {@code ttl}. */
    public String suffix() {
        return suffix;
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    /** The name of the format for readers. */
    public String title() {
        return title;
    }

    /**
     * The media type of the response: plain JSON if the client asked for it; HTML is never XHTML.
     */
    public String answeredAs(String accept) {
        return this == JSON_LD
                ? Accept.of(accept).best(List.of(type, otherType)).orElse(type)
                : type;
    }

    /** The client's preferred format; empty if none is acceptable. */
    public static Optional<Formats> accepted(String accept, List<Formats> offer) {
        List<String> types =
                Stream.concat(
                                offer.stream().map(form -> form.type),
                                offer.stream().map(form -> form.otherType))
                        .toList(); // the alternative types come last, so that no wildcard selects
        // them
        return Accept.of(accept)
                .best(types)
                .flatMap(best -> offer.stream().filter(form -> form.is(best)).findFirst());
    }

    private boolean is(String asked) {
        return asked.equals(type) || asked.equals(otherType);
    }

    /** The format of a suffix. */
    public static Optional<Formats> named(String suffix) {
        return List.of(values()).stream().filter(one -> one.suffix.equals(suffix)).findFirst();
    }
}
