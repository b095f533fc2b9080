package districtkg.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.EtagUtils;

/** Evaluates {@code If-None-Match} (RFC 9110, section 13.1.2). */
public final class EntityTag {
    private static final String HEADER = "If-None-Match";
    private static final Pattern TAG = Pattern.compile("\"[^\"]*\"");
    private static final String WEAK = "W/";

    private EntityTag() {}

    /**
     * Whether the client of a GET has the representation with a tag, weak or strong: {@code
     * "4f0c…"}, {@code W/"4f0c…"}. Always false for POST.
     */
    public static boolean held(HttpServletRequest request, String tag) {
        String opaque = tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
        return request.getHeader(HEADER) != null
                && !request.getMethod().equals("POST")
                && said(request)
                        .flatMap(said -> TAG.matcher(said).results())
                        .anyMatch(one -> EtagUtils.matches(opaque, one.group()));
    }

    /** Same as {@link #held}, but also true for {@code *}. */
    public static boolean suffices(HttpServletRequest request, String tag) {
        return held(request, tag) || said(request).anyMatch(said -> said.strip().equals("*"));
    }

    private static Stream<String> said(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HEADER)).stream();
    }
}
