package districtkg.web;

import districtkg.http.HttpAnswer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/** The compiled templates of pages. */
public final class Templates {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private static final Pattern STYLE = Pattern.compile("<style>([^<]*)</style>");

    private Templates() {}

    /**
     * Renders a page.
     *
     * @param template name of the template, without extension
     */
    public static HttpAnswer page(String template, View view, Map<String, Object> parameters) {
        return page(200, template, view, parameters);
    }

    /** Renders a file that is not a page. */
    public static HttpAnswer file(
            String type, String template, View view, Map<String, Object> parameters) {
        return HttpAnswer.text(type, rendered(template, view, parameters));
    }

    /** Renders a page with an HTTP status; a page with a nonce must not be cached. */
    public static HttpAnswer page(
            int status, String template, View view, Map<String, Object> parameters) {
        HttpAnswer page =
                HttpAnswer.html(status, rendered(template, view, parameters))
                        .with(HttpAnswer.LANGUAGE, view.lang())
                        .with("Content-Security-Policy", view.policy());
        return view.once() ? page.once() : page;
    }

    /** Renders a picture as SVG; its policy allows the style that the file itself holds. */
    public static HttpAnswer picture(String template, View view, Map<String, Object> parameters) {
        String picture = rendered(template, view, parameters);
        Matcher style = STYLE.matcher(picture);
        return HttpAnswer.text("image/svg+xml; charset=utf-8", picture)
                .with(
                        "Content-Security-Policy",
                        ContentSecurityPolicy.ofPicture(style.find() ? style.group(1) : ""));
    }

    /** Renders a page that other sites may show in a frame. */
    public static HttpAnswer frame(String template, View view, Map<String, Object> parameters) {
        return HttpAnswer.html(200, rendered(template, view, parameters))
                .with(HttpAnswer.LANGUAGE, view.lang())
                .with("Content-Security-Policy", view.policyOfFrames())
                .without("X-Frame-Options");
    }

    /** JSON that is safe in a script element. */
    public static String json(JsonObject data) {
        return JSON.toStringFlat(data).replace("<", "\\u003c");
    }

    private static String rendered(String template, View view, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("view", view);
        StringOutput page = new StringOutput(16 * 1024);
        ENGINE.render(template + ".jte", all, page);
        return page.toString();
    }
}
