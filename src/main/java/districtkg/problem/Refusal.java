package districtkg.problem;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** Thrown when a request is rejected. Contains the reason and what the client can do. */
public class Refusal extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient Map<String, Object> members;
    private final transient Map<String, String> headers;

    private Refusal(
            Reason reason,
            String detail,
            Map<String, Object> members,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.reason = reason;
        this.members = members;
        this.headers = headers;
    }

    /**
     * Creates a refusal with details.
     *
     * @param detail about this request; empty for the general advice of the reason
     * @param members further members of the problem document: strings, numbers and lists of strings
     */
    public Refusal(Reason reason, String detail, Map<String, Object> members) {
        this(reason, detail, Map.copyOf(members), Map.of());
    }

    /** A refusal with the general advice of its reason. */
    public static Refusal of(Reason reason) {
        return new Refusal(reason, "", Map.of());
    }

    /** A refusal with a detail about this request. */
    public static Refusal of(Reason reason, String detail) {
        return new Refusal(reason, detail, Map.of());
    }

    /** A copy with an HTTP header, such as {@code Retry-After}. */
    public Refusal with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Refusal(reason, detail(), members, more);
    }

    /** The reason. */
    public Reason reason() {
        return reason;
    }

    /** Details about this request; may be empty. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Further members of the problem document. */
    public Map<String, Object> members() {
        return members;
    }

    /** Further headers of the response. */
    public Map<String, String> headers() {
        return headers;
    }
}
