package districtkg.download;

import districtkg.http.HttpAnswer;
import districtkg.jsonld.JsonLdContext;
import districtkg.web.Formats;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.View;

/**
 * {@code /context.jsonld}: the JSON-LD context. Answers refer to a versioned address, so that
 * cached copies stay correct.
 */
public final class ContextPage implements PageHandler {
    /** The address that redirects to the current version. */
    public static final String PATH = "/context.jsonld";

    /** The folder of all versions. */
    public static final String FOLDER = JsonLdContext.FOLDER;

    private final String path;
    private final String text;

    /** The page of a JSON-LD context. */
    public ContextPage(JsonLdContext context) {
        this.path = path(context);
        this.text = context.text();
    }

    /** The permanent address of this version. */
    public static String path(JsonLdContext context) {
        return context.path();
    }

    /** The context; an old version redirects to the current one. */
    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        HttpAnswer context = HttpAnswer.text(Formats.JSON_LD.type(), text);
        if (request.path().equals(path)) {
            return context.unchanging();
        }
        return request.path().equals(PATH)
                ? context.with("Content-Location", path)
                : HttpAnswer.seeOther(PATH);
    }
}
