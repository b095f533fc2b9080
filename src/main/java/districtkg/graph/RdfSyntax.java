package districtkg.graph;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;

/**
 * The syntaxes of RDF that are read and written: the only table of their suffixes, media types and
 * names.
 */
public enum RdfSyntax {
    /** Turtle 1.1, for triples. */
    TURTLE("ttl", "Turtle", "text/turtle", "Turtle"),
    /** JSON-LD 1.1, for triples and quads. */
    JSON_LD("jsonld", "JSON-LD", "application/ld+json", "JSON-LD"),
    /** N-Triples, one triple a line. */
    N_TRIPLES("nt", "N-Triples", "application/n-triples", "N-Triples"),
    /** RDF/XML, for triples. */
    RDF_XML("rdf", "RDF/XML", "application/rdf+xml", "RDF_XML"),
    /** TriG, Turtle with named graphs. */
    TRIG("trig", "TriG", "application/trig", "TriG"),
    /** N-Quads, one quad a line. */
    N_QUADS("nq", "N-Quads", "application/n-quads", "N-Quads");

    private final String suffix;
    private final String title;
    private final String mediaType;
    private final String w3cName;

    RdfSyntax(String suffix, String title, String mediaType, String w3cName) {
        this.suffix = suffix;
        this.title = title;
        this.mediaType = mediaType;
        this.w3cName = w3cName;
    }

    /** The end of a file name, without a dot: {@code ttl}. */
    public String suffix() {
        return suffix;
    }

    /** The usual name: {@code RDF/XML}. */
    public String title() {
        return title;
    }

    /** As IANA registers it, without parameters: {@code application/ld+json}. */
    public String mediaType() {
        return mediaType;
    }

    /** The local name at {@code http://www.w3.org/ns/formats/}. */
    public String w3cName() {
        return w3cName;
    }

    /** How Jena is to write it; of those that Jena can stream, the streaming one. */
    public RDFFormat format() {
        return switch (this) {
            case TURTLE -> RDFFormat.TURTLE_BLOCKS;
            case JSON_LD -> RDFFormat.JSONLD;
            case N_TRIPLES -> RDFFormat.NTRIPLES;
            case RDF_XML -> RDFFormat.RDFXML_PLAIN;
            case TRIG -> RDFFormat.TRIG_BLOCKS;
            case N_QUADS -> RDFFormat.NQUADS;
        };
    }

    /** How Jena is to read it. */
    public Lang lang() {
        return format().getLang();
    }

    /** Whether it has named graphs here; JSON-LD is written without. */
    public boolean quads() {
        return this == TRIG || this == N_QUADS;
    }

    /** The syntax of a media type without parameters, in small letters. */
    public static Optional<RdfSyntax> ofMediaType(String type) {
        return Stream.of(values()).filter(one -> one.mediaType.equals(type)).findFirst();
    }

    /** The syntax that a language of Jena stands for. */
    public static Optional<RdfSyntax> of(Lang lang) {
        Lang read = lang.equals(Lang.JSONLD11) ? Lang.JSONLD : lang;
        return Stream.of(values())
                .filter(one -> one.lang().equals(lang) || one.lang().equals(read))
                .findFirst();
    }
}
