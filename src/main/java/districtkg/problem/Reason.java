package districtkg.problem;

import java.util.Locale;

/**
 * Why a request is not answered as it was asked. Each has a heading in {@code docs/errors.md}, and
 * a title and an advice in the messages of both languages.
 */
public enum Reason {
    /** The query is not SPARQL, or asks for what cannot have an answer. */
    BAD_QUERY(400),
    /** Nothing has this address. */
    NOT_FOUND(404),
    /** The address is for reading. */
    METHOD_NOT_ALLOWED(405),
    /** There is no form that the client takes. */
    NOT_ACCEPTABLE(406),
    /** It was published once and is no longer held to be right. */
    GONE(410),
    /** The answer was not complete when its time was over. */
    TOO_SLOW(503),
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
