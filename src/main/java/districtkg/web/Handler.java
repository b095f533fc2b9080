package districtkg.web;

/** Answers the requests for one kind of page. */
interface Handler {
    /**
     * The answer to a request.
     *
     * @param visit the request
     * @param view what the templates of the answer ask
     */
    Answer answer(Visit visit, View view);
}
