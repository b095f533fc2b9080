package districtkg.response;

import districtkg.http.Accept;
import districtkg.http.HttpAnswer;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.search.SearchHit;
import districtkg.vocab.Dkg;
import districtkg.web.PageRequest;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/**
 * Error responses: a page for people, plain text for terminals, a problem document for programs
 * (RFC 9457).
 */
public final class ProblemResponses {
    /** The base address of the explanations; the code of the reason follows. */
    static final String EXPLAINED = Dkg.ROOT + "errors#";

    private static final String DOCUMENT = "application/problem+json";
    private static final String PAGE = "text/html";
    private static final String TEXT = "text/plain";
    private static final List<String> OFFER = List.of(DOCUMENT, PAGE, TEXT);

    private ProblemResponses() {}

    /** The response to a request that is rejected for a reason. */
    public static HttpAnswer of(Reason reason, PageRequest request, View view) {
        return of(Refusal.of(reason), request, view, List.of());
    }

    /**
     * The response to a rejected request.
     *
     * @param nearest suggestions for what the client may have meant
     */
    public static HttpAnswer of(
            Refusal refusal, PageRequest request, View view, List<SearchHit> nearest) {
        String key = "error." + refusal.reason().code();
        String title = view.say(key);
        String detail =
                refusal.detail().isEmpty()
                        ? advice(refusal.reason(), request, view)
                        : refusal.detail();
        int status = refusal.reason().status();
        HttpAnswer answer =
                switch (form(request.accept())) {
                    case PAGE ->
                            Templates.page(
                                    status,
                                    "error",
                                    view,
                                    Map.of("title", title, "advice", detail, "nearest", nearest));
                    case TEXT ->
                            HttpAnswer.of(
                                    status,
                                    TEXT + "; charset=utf-8",
                                    title
                                            + "\n"
                                            + detail
                                            + expected(refusal)
                                            + faults(refusal)
                                            + "\n");
                    default ->
                            HttpAnswer.of(
                                    status,
                                    DOCUMENT,
                                    JSON.toString(document(refusal, title, detail, request))
                                            + "\n");
                };
        for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer.because(refusal.reason()).once().with("Vary", "Accept, Accept-Language");
    }

    /** What to do; for an internal error it names the request number. */
    private static String advice(Reason reason, PageRequest request, View view) {
        String key = "error." + reason.code() + ".advice";
        return reason == Reason.FAULT ? view.say(key, request.id()) : view.say(key);
    }

    private static JsonObject document(
            Refusal refusal, String title, String detail, PageRequest request) {
        JsonObject problem = new JsonObject();
        problem.put("type", EXPLAINED + refusal.reason().code());
        problem.put("title", title);
        problem.put("status", refusal.reason().status());
        problem.put("detail", detail);
        problem.put("instance", request.path());
        if (refusal.reason() == Reason.FAULT) {
            problem.put("request", request.id());
        }
        refusal.members().forEach((name, value) -> problem.put(name, json(value)));
        return problem;
    }

    private static JsonValue json(Object value) {
        return switch (value) {
            case Boolean flag -> new JsonBoolean(flag);
            case Number number -> JsonNumber.value(number.longValue());
            case List<?> list -> {
                JsonArray array = new JsonArray();
                list.forEach(one -> array.add(json(one)));
                yield array;
            }
            case Fault fault -> fault(fault);
            default -> new JsonString(value.toString());
        };
    }

    private static JsonObject fault(Fault fault) {
        JsonObject object = new JsonObject();
        object.put("code", fault.code());
        object.put("severity", fault.severity().name().toLowerCase(Locale.ROOT));
        JsonArray places = new JsonArray();
        for (Location location : fault.locations()) {
            JsonObject place = new JsonObject();
            place.put("in", location.file().toString());
            place.put("line", location.line());
            place.put("column", location.column());
            places.add(place);
        }
        object.put("places", places);
        fault.iri().ifPresent(iri -> object.put("iri", iri));
        object.put("what", fault.what());
        object.put("fix", fault.fix());
        object.put("more", EXPLAINED + fault.code());
        return object;
    }

    private static String expected(Refusal refusal) {
        return refusal.members().get("expected") instanceof List<?> list && !list.isEmpty()
                ? "\nExpected one of: "
                        + String.join("  ", list.stream().map(Object::toString).toList())
                : "";
    }

    private static String faults(Refusal refusal) {
        return refusal.members().get("faults") instanceof List<?> list
                ? "\n\n"
                        + String.join("\n", list.stream().map(Object::toString).toList())
                        + (refusal.members().get("faultsNotListed") instanceof Number more
                                ? "\n\nFaults that are not listed: " + more + orMore(refusal)
                                : "")
                : "";
    }

    private static String orMore(Refusal refusal) {
        return refusal.members().containsKey("validationStopped") ? " or more" : "";
    }

    private static String form(String accept) {
        return Accept.of(accept).best(OFFER).orElse(DOCUMENT);
    }
}
