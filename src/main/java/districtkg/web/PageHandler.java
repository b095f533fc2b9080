package districtkg.web;

import districtkg.http.HttpAnswer;
import java.util.Map;

/** Answers the requests for one kind of page. */
public interface PageHandler {
    /**
     * The response to a request.
     *
     * @param request the request
     * @param view the view of the templates
     */
    HttpAnswer answer(PageRequest request, View view);

    /** A page with a template that has one parameter. */
    static <T> PageHandler page(String template, String name, PerLanguage<T> shown) {
        return (request, view) ->
                Templates.page(template, view, Map.of(name, shown.in(request.language())));
    }
}
