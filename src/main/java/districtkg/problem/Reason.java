package districtkg.problem;

import java.util.Locale;

/**
 * The reason why a request was rejected. Each has a heading in {@code docs/errors.md} and {@code
 * docs/errors.zh.md}, and a title and advice in the message files of both languages.
 */
public enum Reason {
    /** The query is not SPARQL, or uses an unsupported feature. */
    BAD_QUERY(400),
    /** The query is nested too deeply or has too many parts. */
    QUERY_TOO_COMPLEX(400),
    /** The query names a graph that is not served; none is fetched. */
    UNKNOWN_GRAPH(400),
    /** The request is malformed, or lacks what its address requires. */
    BAD_REQUEST(400),
    /** A parameter names an unknown result format. */
    UNKNOWN_FORMAT(400),
    /** A required parameter is missing. */
    MISSING_PARAMETER(400),
    /** The IRI is not one of DistrictKG. */
    FOREIGN_IRI(400),
    /** A page of another site called what only programs may call. */
    FOREIGN_ORIGIN(403),
    /** Nothing has this address. */
    NOT_FOUND(404),
    /** The resource is read-only. */
    METHOD_NOT_ALLOWED(405),
    /** No available format is acceptable. */
    NOT_ACCEPTABLE(406),
    /** The resource was withdrawn after publication. */
    GONE(410),
    /** The request did not arrive in time. */
    REQUEST_TOO_SLOW(408),
    /** The request body is too large. */
    BODY_TOO_LARGE(413),
    /** The query text is too long. */
    QUERY_TOO_LONG(413),
    /** The answer is too large. */
    ANSWER_TOO_LARGE(413),
    /** The address is too long. */
    ADDRESS_TOO_LONG(414),
    /** The media type of the body is not supported here. */
    UNSUPPORTED_TYPE(415),
    /** The client sent too many requests, or too many at once. */
    TOO_MANY_REQUESTS(429),
    /** The headers are too large. */
    HEADERS_TOO_LARGE(431),
    /** The requested range is not satisfiable. */
    NO_SUCH_RANGE(416),
    /** The file is being created. */
    BEING_MADE(503),
    /** The query exceeded its time limit. */
    TOO_SLOW(503),
    /** The query exceeded its memory limit. */
    TOO_MUCH_MEMORY(503),
    /** All query slots and the queue are full. */
    BUSY(503),
    /** The data are being loaded. */
    STARTING(503),
    /** The server is shutting down. */
    STOPPING(503),
    /** Writing requires a token, and none was sent. */
    NO_TOKEN(401),
    /** The token does not allow writing. */
    WRONG_TOKEN(403),
    /** Only whole documents can be put and deleted. */
    ONLY_WHOLE_DOCUMENTS(405),
    /** The graph is not a document, and cannot be written over the web. */
    NOT_A_DOCUMENT(405),
    /** The graph name is not valid for a document. */
    BAD_GRAPH_NAME(400),
    /** The syntax or encoding of the document is not supported. */
    UNKNOWN_SYNTAX(415),
    /** The document is too large. */
    DOCUMENT_TOO_LARGE(413),
    /** The document, alone or with the others, violates the shapes. */
    FAULTY_DOCUMENT(422),
    /** Without the document, others would violate the shapes. */
    STILL_NEEDED(409),
    /** The document is outside the writable folder, or in a file with others. */
    KEPT_ELSEWHERE(409),
    /** A precondition of the write is not satisfied. */
    CHANGED_MEANWHILE(412),
    /** Another change did not finish in time. */
    WRITER_BUSY(503),
    /** The change took too long to validate and derive. */
    CHANGE_TOO_SLOW(503),
    /** The change could not be written to disk. */
    NOT_STORED(507),
    /** The second copy of a change could not be written; nothing was changed. */
    NOT_COPIED(503),
    /** An internal error. */
    FAULT(500);

    private final int status;

    Reason(int status) {
        this.status = status;
    }

    /** The code in addresses, headings and messages: {@code not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
