package districtkg.web;

import districtkg.http.HttpAnswer;
import java.util.Map;

/** Answers the requests for one kind of page. */
public interface PageHandler {
    /**
     * The answer to a request.
     *
     * @param visit the request
     * @param view what the templates of the answer ask
     */
    HttpAnswer answer(PageRequest visit, View view);

    /** A page whose template is fed with one thing, under a name. */
    static <T> PageHandler page(String template, String name, PerLanguage<T> shown) {
        return (visit, view) ->
                Templates.page(template, view, Map.of(name, shown.in(visit.language())));
    }
}
