package districtkg.server;

import districtkg.edit.AuditLog.Attempt;
import districtkg.edit.DocumentBody;
import districtkg.edit.DocumentName;
import districtkg.edit.DocumentService;
import districtkg.edit.Revision;
import districtkg.graph.RdfSyntax;
import districtkg.http.Preconditions;
import districtkg.jsonld.JsonLdContext;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.vocab.Dkg;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.jena.riot.Lang;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles PUT and DELETE of whole documents for holders of a token (SPARQL Graph Store Protocol).
 * Nothing else writes.
 */
final class DocumentHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentHandler.class);
    private static final String INDIRECT = "/data";
    private static final String DIRECT = "/graph/";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern BEARER =
            Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);
    private static final List<String> TYPES =
            Stream.of(RdfSyntax.values()).map(RdfSyntax::mediaType).toList();

    private final DocumentService service;
    private final int largest;

    /**
     * @param largest maximum size of a document in bytes, uncompressed
     */
    DocumentHandler(DocumentService service, int largest) {
        this.service = service;
        this.largest = largest;
    }

    /** Whether a request is meant to write to a graph. */
    static boolean concerns(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !READING.contains(request.getMethod())
                && (path.equals(INDIRECT) || path.startsWith(DIRECT));
    }

    /**
     * Performs the write.
     *
     * @throws Refusal if the write is rejected; nothing has changed then
     */
    void answer(HttpServletRequest request, HttpServletResponse response, JsonLdContext context)
            throws IOException {
        String method = request.getMethod();
        String graph = graph(request);
        if (!Set.of("PUT", "DELETE").contains(method)) {
            throw Refusal.of(Reason.ONLY_WHOLE_DOCUMENTS).with("Allow", "GET, HEAD, PUT, DELETE");
        }
        Attempt attempt = new Attempt("", method, graph, "");
        try {
            attempt = new Attempt(writer(request), method, graph, "");
            DocumentName name = DocumentName.ofGraph(graph);
            Revision made;
            if (method.equals("PUT")) {
                DocumentBody body = documentBody(request);
                attempt = new Attempt(attempt.who(), method, graph, body.digest());
                DocumentBody complete = body.withJsonLd(context::inlined);
                made = service.put(attempt, name, complete, condition(request));
            } else {
                made = service.delete(attempt, name, condition(request));
            }
            response.setStatus(made.kind() == Revision.Kind.CREATED ? 201 : 204);
        } catch (Refusal refused) {
            service.refused(attempt, refused.reason());
            throw refused;
        } catch (RuntimeException | StackOverflowError ours) {
            LOG.error("{} of a document failed", method, ours);
            service.refused(attempt, Reason.FAULT);
            throw Refusal.of(Reason.FAULT);
        }
    }

    /** The name of the token's holder. */
    private String writer(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders("Authorization"));
        Matcher bearer = BEARER.matcher(given.size() == 1 ? given.getFirst() : "");
        if (!bearer.matches()) {
            throw Refusal.of(Reason.NO_TOKEN)
                    .with("WWW-Authenticate", "Bearer realm=\"DistrictKG\"");
        }
        return service.holder(bearer.group(1)).orElseThrow(() -> Refusal.of(Reason.WRONG_TOKEN));
    }

    /** The graph that the path or the parameter names; empty for none or several. */
    private static String graph(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith(DIRECT)) {
            return Dkg.GRAPH + path.substring(DIRECT.length());
        }
        Fields parameters = new Fields();
        try {
            UrlEncoded.decodeUtf8To(
                    Optional.ofNullable(request.getQueryString()).orElse(""), parameters);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
        List<String> graphs = parameters.getValuesOrEmpty("graph");
        return graphs.size() == 1 && parameters.getValuesOrEmpty("default").isEmpty()
                ? graphs.getFirst()
                : "";
    }

    private DocumentBody documentBody(HttpServletRequest request) throws IOException {
        Lang syntax = syntax(Optional.ofNullable(request.getContentType()).orElse(""));
        if (request.getHeader("Content-Range") != null) {
            throw Refusal.of(Reason.ONLY_WHOLE_DOCUMENTS);
        }
        if (request.getContentLengthLong() > largest) {
            throw tooLarge();
        }
        byte[] body = body(request);
        if (body.length > largest) {
            throw tooLarge();
        }
        return new DocumentBody(body, syntax);
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        try {
            return unpacked(request);
        } catch (RuntimeException cut) {
            // The handlers before this one count the bytes too.
            throw cut instanceof HttpException counted
                            && counted.getCode() == Reason.DOCUMENT_TOO_LARGE.status()
                    ? tooLarge()
                    : cut;
        }
    }

    /** The uncompressed body, read only as far as needed to see that it is too large. */
    private byte[] unpacked(HttpServletRequest request) throws IOException {
        InputStream sent = request.getInputStream();
        String encoding =
                Optional.ofNullable(request.getHeader("Content-Encoding")).orElse("identity");
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> sent.readNBytes(largest + 1);
            case "gzip" -> unpacked(sent);
            default -> throw unknownSyntax().with("Accept-Encoding", "gzip");
        };
    }

    private byte[] unpacked(InputStream sent) throws IOException {
        try (InputStream plain = new GZIPInputStream(sent)) {
            return plain.readNBytes(largest + 1);
        } catch (ZipException | EOFException garbled) {
            throw unknownSyntax();
        }
    }

    private static Lang syntax(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).replace(" ", "").split(";", -1);
        for (String parameter : parts) {
            if (parameter.startsWith("charset=")
                    && !parameter.replace("\"", "").equals("charset=utf-8")) {
                throw unknownSyntax();
            }
        }
        return DocumentBody.syntax(parts[0]).orElseThrow(DocumentHandler::unknownSyntax);
    }

    private static Preconditions condition(HttpServletRequest request) {
        return new Preconditions(
                String.join(",", Collections.list(request.getHeaders("If-Match"))),
                String.join(",", Collections.list(request.getHeaders("If-None-Match"))));
    }

    private Refusal tooLarge() {
        return new Refusal(Reason.DOCUMENT_TOO_LARGE, "", Map.of("largest", largest));
    }

    private static Refusal unknownSyntax() {
        return new Refusal(Reason.UNKNOWN_SYNTAX, "", Map.of("expected", TYPES));
    }
}
