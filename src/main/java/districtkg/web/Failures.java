package districtkg.web;

import districtkg.search.Hit;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/** Errors: a page for people, a problem document for programs (RFC 9457). */
final class Failures {
    private Failures() {}

    /**
     * An answer that something is wrong.
     *
     * @param status of HTTP, told by the messages {@code error.404} and {@code error.404.advice}
     * @param nearest what could be meant instead
     */
    static Answer of(int status, Visit visit, View view, List<Hit> nearest) {
        String key = "error." + status;
        if (forPeople(visit)) {
            return Templates.page(
                            status,
                            "error",
                            view,
                            Map.of(
                                    "status",
                                    status,
                                    "title",
                                    view.say(key),
                                    "advice",
                                    view.say(key + ".advice"),
                                    "nearest",
                                    nearest))
                    .with("Cache-Control", "no-store");
        }
        JsonObject problem = new JsonObject();
        problem.put("title", view.say(key));
        problem.put("status", status);
        problem.put("detail", view.say(key + ".advice"));
        problem.put("instance", visit.path());
        return Answer.of(status, "application/problem+json", JSON.toString(problem) + "\n")
                .with("Cache-Control", "no-store");
    }

    private static boolean forPeople(Visit visit) {
        return visit.accept().contains("text/html") || visit.accept().contains("xhtml");
    }
}
