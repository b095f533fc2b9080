package districtkg.page;

import districtkg.http.HttpAnswer;
import districtkg.jsonld.JsonLdContext;
import districtkg.web.Formats;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.View;

/**
 * {@code /context.jsonld}: what the keys of our JSON-LD mean. Answers name it by an address that
 * holds its version, so that whoever keeps one keeps the right one.
 */
final class ContextPage implements PageHandler {
    static final String PATH = "/context.jsonld";
    static final String FOLDER = "/context/";

    private final String path;
    private final String text;

    ContextPage(JsonLdContext context) {
        this.path = path(context);
        this.text = context.text();
    }

    /** Where this version of it is for good. */
    static String path(JsonLdContext context) {
        return FOLDER + context.version() + "." + Formats.JSON_LD.suffix();
    }

    /** A version that is no more leads to the one that is. */
    @Override
    public HttpAnswer answer(PageRequest visit, View view) {
        HttpAnswer context = HttpAnswer.text(Formats.JSON_LD.type(), text);
        if (visit.path().equals(path)) {
            return context.unchanging();
        }
        return visit.path().equals(PATH)
                ? context.with("Content-Location", path)
                : HttpAnswer.seeOther(PATH);
    }
}
