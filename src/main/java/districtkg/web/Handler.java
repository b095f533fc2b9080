package districtkg.web;

import java.util.Map;

/** Answers the requests for one kind of page. */
interface Handler {
    /**
     * The answer to a request.
     *
     * @param visit the request
     * @param view what the templates of the answer ask
     */
    Answer answer(Visit visit, View view);

    /** A page whose template is fed with one thing, under a name. */
    static <T> Handler page(String template, String name, InBoth<T> shown) {
        return (visit, view) ->
                Templates.page(template, view, Map.of(name, shown.in(visit.language())));
    }
}
