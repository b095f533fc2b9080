package districtkg.web;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;

/** The forms in which a thing can be had. */
enum Formats {
    HTML("html", "text/html", "HTML"),
    TURTLE("ttl", "text/turtle", "Turtle"),
    JSON_LD("jsonld", "application/ld+json", "JSON-LD"),
    N_TRIPLES("nt", "application/n-triples", "N-Triples"),
    RDF_XML("rdf", "application/rdf+xml", "RDF/XML"),
    CSV("csv", "text/csv", "CSV");

    private static final AcceptList OFFER =
            AcceptList.create(List.of(values()).stream().map(Formats::type).toArray(String[]::new));

    private final String suffix;
    private final String type;
    private final String title;

    Formats(String suffix, String type, String title) {
        this.suffix = suffix;
        this.type = type;
        this.title = title;
    }

    /** The end of an address that asks for it: {@code ttl}. */
    String suffix() {
        return suffix;
    }

    /** Its media type. */
    String type() {
        return type;
    }

    /** As people call it. */
    String title() {
        return title;
    }

    /** What a client wants most of what there is; nothing where it wants none of it. */
    static Optional<Formats> accepted(String header) {
        if (header.isBlank() || header.equals("*/*")) {
            return Optional.of(HTML);
        }
        MediaType best = AcceptList.match(new AcceptList(header), OFFER);
        return Optional.ofNullable(best).flatMap(match -> of(match.getContentTypeStr()));
    }

    /** The form that a suffix names. */
    static Optional<Formats> named(String suffix) {
        return List.of(values()).stream().filter(one -> one.suffix.equals(suffix)).findFirst();
    }

    private static Optional<Formats> of(String type) {
        return List.of(values()).stream().filter(one -> one.type.equals(type)).findFirst();
    }
}
