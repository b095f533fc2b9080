package districtkg.sparql;

import districtkg.jetty.ErrorResponses;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * Reads query requests as the SPARQL Protocol defines them: parameters, query, graphs and timeout.
 */
public final class SparqlProtocol {
    /** The methods that the endpoint supports. */
    public static final String METHODS = "GET, HEAD, OPTIONS, POST";

    private static final String QUERY = "query";
    private static final String QUERY_TYPE = "application/sparql-query";
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final String JSON = WebContent.contentTypeResultsJSON;

    /** Parameters of Fuseki that copy text of a client into an answer, or name another address. */
    private static final Set<String> REFUSED =
            Set.of("callback", "stylesheet", "force-accept", "query-ref");

    /**
     * Seconds for the complete answer; clients of Fuseki may put a timeout of the first row before
     * it.
     */
    private static final Pattern SECONDS = Pattern.compile("(?:\\d{1,9},)?(\\d{1,9})");

    private SparqlProtocol() {}

    /**
     * The parameters of a request, by name.
     *
     * @throws Refusal if the request has no query, several queries, or an unsupported form
     */
    public static SortedMap<String, List<String>> parameters(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> one(read(request));
            case "POST" -> posted(request);
            default -> throw Refusal.of(Reason.METHOD_NOT_ALLOWED).with("Allow", METHODS);
        };
    }

    /**
     * The query of a request.
     *
     * @param parameters of the same request; if they contain no query, it is the body
     * @throws Refusal if the body cannot be read
     */
    public static String query(HttpServletRequest request, Map<String, List<String>> parameters) {
        List<String> queries = parameters.getOrDefault(QUERY, List.of());
        if (!queries.isEmpty()) {
            return queries.getFirst();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(request.getInputStream().readAllBytes()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.of(Reason.BAD_REQUEST, "The query is not UTF-8.");
        } catch (IOException unread) {
            throw unread(unread);
        }
    }

    /**
     * Whether the client prefers an error to an answer in which a part of the query matches
     * nothing: {@code strict=true}.
     */
    static boolean strict(HttpServletRequest request) {
        return "true".equals(request.getParameter("strict"));
    }

    /** Whether SPARQL JSON is the client's first choice; a tie is decided in favour of JSON. */
    static boolean wantsJson(HttpServletRequest request) {
        String accept = Objects.toString(request.getHeader("Accept"), "");
        return accept.startsWith(JSON)
                && (accept.length() == JSON.length() || accept.charAt(JSON.length()) == ',')
                && !OutputFormat.chosen(request);
    }

    /**
     * Checks the graphs that a query or its request selects.
     *
     * @throws Refusal if one is not served; no graph is fetched
     */
    static void check(@Nullable DatasetDescription chosen, DatasetGraph served) {
        if (chosen != null) {
            Stream.concat(
                            chosen.getDefaultGraphURIs().stream(),
                            chosen.getNamedGraphURIs().stream())
                    .filter(iri -> !served.containsGraph(NodeFactory.createURI(iri)))
                    .findFirst()
                    .ifPresent(
                            iri -> {
                                throw new Refusal(Reason.UNKNOWN_GRAPH, "", Map.of("graph", iri));
                            });
        }
    }

    /** The time limit of a query: the client's timeout, but at most {@code most}. */
    static Duration time(HttpServletRequest request, Duration most) {
        return Optional.ofNullable(request.getParameter("timeout"))
                .map(SECONDS::matcher)
                .filter(Matcher::matches)
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.group(1))))
                .filter(asked -> asked.isPositive() && asked.compareTo(most) < 0)
                .orElse(most);
    }

    /** The refusal for a body that could not be read, by the most specific cause. */
    static Refusal unread(Throwable failure) {
        Reason reason =
                switch (failure) {
                    case HttpException told -> ErrorResponses.reason(told.getCode());
                    case TimeoutException late -> Reason.REQUEST_TOO_SLOW;
                    default -> Reason.BAD_REQUEST;
                };
        return reason == Reason.BAD_REQUEST && failure.getCause() != null
                ? unread(failure.getCause())
                : Refusal.of(reason);
    }

    private static SortedMap<String, List<String>> posted(HttpServletRequest request) {
        String type =
                Objects.toString(request.getContentType(), FORM_TYPE)
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT);
        SortedMap<String, List<String>> parameters = read(request);
        if (type.equals(FORM_TYPE)) {
            return one(parameters);
        }
        if (!type.equals(QUERY_TYPE) || !isUtf8(request)) {
            throw Refusal.of(Reason.UNSUPPORTED_TYPE);
        }
        if (parameters.containsKey(QUERY)) {
            throw Refusal.of(Reason.BAD_REQUEST);
        }
        return parameters;
    }

    /** Whether the body is UTF-8 as far as its header says; SPARQL has no other encoding. */
    private static boolean isUtf8(HttpServletRequest request) {
        String charset = request.getCharacterEncoding();
        return charset == null || charset.equalsIgnoreCase(StandardCharsets.UTF_8.name());
    }

    private static SortedMap<String, List<String>> one(SortedMap<String, List<String>> parameters) {
        List<String> queries = parameters.getOrDefault(QUERY, List.of());
        if (queries.size() != 1 || queries.getFirst().isBlank()) {
            throw Refusal.of(Reason.BAD_REQUEST);
        }
        return parameters;
    }

    private static SortedMap<String, List<String>> read(HttpServletRequest request) {
        SortedMap<String, List<String>> parameters = new TreeMap<>();
        try {
            request.getParameterMap()
                    .forEach((name, values) -> parameters.put(name, List.of(values)));
        } catch (RuntimeException unreadable) {
            throw unread(unreadable);
        }
        check(parameters);
        return parameters;
    }

    private static void check(Map<String, List<String>> parameters) {
        for (String name : REFUSED) {
            if (parameters.containsKey(name)) {
                throw new Refusal(Reason.BAD_REQUEST, "", Map.of("parameter", name));
            }
        }
        OutputFormat.check(parameters);
        for (String time : parameters.getOrDefault("timeout", List.of())) {
            if (!SECONDS.matcher(time).matches()) {
                throw new Refusal(Reason.BAD_REQUEST, "", Map.of("parameter", "timeout"));
            }
        }
    }
}
