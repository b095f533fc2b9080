package districtkg.sparql;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.query.Query;
import org.apache.jena.riot.WebContent;
import org.apache.jena.riot.web.HttpNames;
import org.jspecify.annotations.Nullable;

/**
 * The parameters {@code output}, {@code format} and {@code results}, by which a client chooses the
 * format of an answer in the address. A name that suits the other kind of answer only, such as
 * {@code csv} for triples, chooses nothing, and the Accept header decides.
 */
final class OutputFormat {
    /** In order of precedence. */
    private static final List<String> PARAMETERS =
            List.of(HttpNames.paramOutput1, HttpNames.paramOutput2, HttpNames.paramOutput3);

    private static final String[] NONE = {};

    /** The request attribute with the chosen media type. */
    private static final String CHOSEN = OutputFormat.class.getName();

    /** Media types of rows and boolean results, by the names that clients use. */
    private static final Map<String, String> OF_ROWS =
            Map.of(
                    "json", WebContent.contentTypeResultsJSON,
                    "xml", WebContent.contentTypeResultsXML,
                    "sparql", WebContent.contentTypeResultsXML,
                    "csv", WebContent.contentTypeTextCSV,
                    "tsv", WebContent.contentTypeTextTSV,
                    "text", WebContent.contentTypeTextPlain);

    /** Media types of triples, by the names that clients use. */
    private static final Map<String, String> OF_TRIPLES =
            Map.ofEntries(
                    Map.entry("turtle", WebContent.contentTypeTurtle),
                    Map.entry("ttl", WebContent.contentTypeTurtle),
                    Map.entry("n3", WebContent.contentTypeTurtle),
                    Map.entry("text", WebContent.contentTypeTurtle),
                    Map.entry("json-ld", WebContent.contentTypeJSONLD),
                    Map.entry("jsonld", WebContent.contentTypeJSONLD),
                    Map.entry("json", WebContent.contentTypeJSONLD),
                    Map.entry("rdf+xml", WebContent.contentTypeRDFXML),
                    Map.entry("rdfxml", WebContent.contentTypeRDFXML),
                    Map.entry("rdf", WebContent.contentTypeRDFXML),
                    Map.entry("xml", WebContent.contentTypeRDFXML),
                    Map.entry("n-triples", WebContent.contentTypeNTriples),
                    Map.entry("ntriples", WebContent.contentTypeNTriples),
                    Map.entry("nt", WebContent.contentTypeNTriples),
                    Map.entry("trig", WebContent.contentTypeTriG),
                    Map.entry("n-quads", WebContent.contentTypeNQuads),
                    Map.entry("nquads", WebContent.contentTypeNQuads),
                    Map.entry("nq", WebContent.contentTypeNQuads));

    private static final List<String> RDF_12 =
            List.of(
                    WebContent.contentTypeTurtle,
                    WebContent.contentTypeNTriples,
                    WebContent.contentTypeTriG,
                    WebContent.contentTypeNQuads);

    private static final AcceptList OFFER_RDF_12 = AcceptList.create(RDF_12.toArray(String[]::new));

    private OutputFormat() {}

    /**
     * Checks the formats that a request names.
     *
     * @param parameters of the request
     * @throws Refusal if one is unknown, with the list of known formats
     */
    static void check(Map<String, List<String>> parameters) {
        for (String parameter : PARAMETERS) {
            for (String value : parameters.getOrDefault(parameter, List.of())) {
                if (!value.isBlank()
                        && type(value, OF_ROWS).isEmpty()
                        && type(value, OF_TRIPLES).isEmpty()) {
                    TreeSet<String> names = new TreeSet<>(OF_ROWS.keySet());
                    names.addAll(OF_TRIPLES.keySet());
                    throw new Refusal(
                            Reason.UNKNOWN_FORMAT,
                            "",
                            Map.of("parameter", parameter, "expected", List.copyOf(names)));
                }
            }
        }
    }

    /** The request for Fuseki: its parameter is the chosen media type, or absent. */
    static HttpServletRequest request(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable String getParameter(String name) {
                if (!PARAMETERS.contains(name)) {
                    return super.getParameter(name);
                }
                return name.equals(PARAMETERS.getFirst()) ? (String) getAttribute(CHOSEN) : null;
            }
        };
    }

    /** Records the format that a request chooses, once the kind of its answer is known. */
    static void choose(HttpServletRequest request, Query query) {
        Map<String, String> names =
                query.isSelectType() || query.isAskType() ? OF_ROWS : OF_TRIPLES;
        Map<String, String[]> all = request.getParameterMap();
        PARAMETERS.stream()
                .flatMap(name -> Stream.of(all.getOrDefault(name, NONE)).limit(1))
                .filter(value -> !value.isBlank())
                .findFirst()
                .flatMap(value -> type(value, names))
                .ifPresent(type -> request.setAttribute(CHOSEN, type));
    }

    /**
     * Chooses a format that supports triple terms and base directions, if the answer contains any.
     *
     * @throws Refusal if the client accepts none of these formats
     */
    static void chooseFor(HttpServletRequest request, boolean rdf12) {
        Object chosen = request.getAttribute(CHOSEN);
        if (!rdf12 || (chosen != null && RDF_12.contains(chosen))) {
            return;
        }
        String accept = Objects.toString(request.getHeader(HttpNames.hAccept), "*/*");
        MediaType best = ConNeg.match(accept, OFFER_RDF_12);
        if (chosen != null || best == null) {
            throw new Refusal(
                    Reason.NOT_ACCEPTABLE,
                    "The answer has terms of RDF 1.2, which JSON-LD 1.1 and RDF/XML cannot write.",
                    Map.of("available", RDF_12));
        }
        request.setAttribute(CHOSEN, best.getContentTypeStr());
    }

    /** Whether a parameter of a request chooses the format of its answer. */
    static boolean chosen(HttpServletRequest request) {
        return request.getAttribute(CHOSEN) != null;
    }

    /** The media type that a value chooses; a media type stands for itself. */
    private static Optional<String> type(String value, Map<String, String> names) {
        String name = value.strip().toLowerCase(Locale.ROOT).replace(' ', '+');
        return names.containsValue(name) ? Optional.of(name) : Optional.ofNullable(names.get(name));
    }
}
