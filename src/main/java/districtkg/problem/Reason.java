package districtkg.problem;

import java.util.Locale;

/**
 * Why a request is not answered as it was asked. Each has a heading in {@code docs/errors.md}, and
 * a title and an advice in the messages of both languages.
 */
public enum Reason {
    /** The query is not SPARQL, or asks for what cannot have an answer. */
    BAD_QUERY(400),
    /** The query is written deeper, or of more parts, than we read. */
    QUERY_TOO_COMPLEX(400),
    /** The query asks a graph that is not served; none is fetched. */
    UNKNOWN_GRAPH(400),
    /** The request is not one of HTTP, or lacks what its address needs. */
    BAD_REQUEST(400),
    /** A parameter names a format of answers that there is not. */
    UNKNOWN_FORMAT(400),
    /** A parameter without which there is nothing to answer. */
    MISSING_PARAMETER(400),
    /** An IRI that is none of ours. */
    FOREIGN_IRI(400),
    /** Nothing has this address. */
    NOT_FOUND(404),
    /** The address is for reading. */
    METHOD_NOT_ALLOWED(405),
    /** There is no form that the client takes. */
    NOT_ACCEPTABLE(406),
    /** It was published once and is no longer held to be right. */
    GONE(410),
    /** The request did not arrive in time. */
    REQUEST_TOO_SLOW(408),
    /** The body of the request is longer than we read. */
    BODY_TOO_LARGE(413),
    /** The query is longer than we read. */
    QUERY_TOO_LONG(413),
    /** The answer is longer than we write. */
    ANSWER_TOO_LARGE(413),
    /** The address is longer than we read. */
    ADDRESS_TOO_LONG(414),
    /** The body is of a type that we do not read here. */
    UNSUPPORTED_TYPE(415),
    /** One client asks more often, or more at once, than its share. */
    TOO_MANY_REQUESTS(429),
    /** The headers of the request are longer than we read. */
    HEADERS_TOO_LARGE(431),
    /** The file has no such bytes. */
    NO_SUCH_RANGE(416),
    /** The file is being made. */
    BEING_MADE(503),
    /** The answer was not complete when its time was over. */
    TOO_SLOW(503),
    /** The answer needed more memory than there is. */
    TOO_MUCH_MEMORY(503),
    /** All places for queries are taken. */
    BUSY(503),
    /** The data are being loaded. */
    STARTING(503),
    /** The server is about to end. */
    STOPPING(503),
    /** Writing needs a token, and none was sent. */
    NO_TOKEN(401),
    /** The token is none of those that may write. */
    WRONG_TOKEN(403),
    /** Documents are put and deleted whole, and nothing else is written. */
    ONLY_WHOLE_DOCUMENTS(405),
    /** The graph holds something other than a document, which is not written over the web. */
    NOT_A_DOCUMENT(405),
    /** No document can have a graph of this name. */
    BAD_GRAPH_NAME(400),
    /** The document is not in a syntax or an encoding that is taken. */
    UNKNOWN_SYNTAX(415),
    /** The document has more bytes than are taken. */
    DOCUMENT_TOO_LARGE(413),
    /** The document does not hold to the shapes, in itself or beside the others. */
    FAULTY_DOCUMENT(422),
    /** Without the document others would not hold to the shapes. */
    STILL_NEEDED(409),
    /** The document lies where the server does not write, or in a file with others. */
    KEPT_ELSEWHERE(409),
    /** The document is not what the writer believes it to be. */
    CHANGED_MEANWHILE(412),
    /** Another change takes too long. */
    WRITER_BUSY(503),
    /** The disk did not take it. */
    NOT_STORED(507),
    /** A fault of ours. */
    FAULT(500);

    private final int status;

    Reason(int status) {
        this.status = status;
    }

    /** As addresses, headings and messages name it: {@code not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }
}
