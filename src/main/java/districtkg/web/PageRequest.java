package districtkg.web;

import districtkg.http.Accept;
import districtkg.http.Iris;
import districtkg.vocab.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parsed request for a page.
 *
 * @param path decoded, such as {@code /id/lusong}
 * @param parameters the first value of each parameter that is not empty
 * @param bare parameters without a value, such as {@code default}
 * @param language language of the page
 * @param chosen whether the address states the language, so that links on the page do too
 * @param accept the Accept header; empty if there is none
 * @param origin scheme, host and port as the client sent them: {@code http://127.0.0.1:3030}
 * @param id request number for the log; empty if it has none
 */
public record PageRequest(
        String path,
        Map<String, String> parameters,
        Set<String> bare,
        Language language,
        boolean chosen,
        String accept,
        String origin,
        String id) {
    /** The request attribute with the {@link #id}. */
    public static final String ID = "districtkg.request";

    static final String LANGUAGE = "lang";

    /** The request for a page, with the language that the client chose or prefers. */
    public static PageRequest of(HttpServletRequest request) {
        return of(
                request.getRequestURI(),
                request.getQueryString(),
                request.getScheme(),
                String.valueOf(Optional.ofNullable(request.getAttribute(ID)).orElse("")),
                name -> String.join(", ", Collections.list(request.getHeaders(name))));
    }

    /**
     * A request that has not reached a servlet.
     *
     * @param path as sent
     * @param header returns the value of a header; null if there is none
     */
    public static PageRequest of(
            String path,
            @Nullable String query,
            String scheme,
            String id,
            UnaryOperator<@Nullable String> header) {
        Map<String, String> parameters = parameters(query);
        Optional<Language> chosen = language(parameters.getOrDefault(LANGUAGE, ""));
        return new PageRequest(
                decoded(path),
                parameters,
                bare(query),
                chosen.orElseGet(() -> preferred(Accept.of(value(header, "Accept-Language")))),
                chosen.isPresent(),
                value(header, "Accept"),
                scheme + "://" + value(header, "Host"),
                id);
    }

    /** A copy with further parameters, such as those of a form. */
    public PageRequest with(Map<String, String> further) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(further);
        return new PageRequest(path, all, bare, language, chosen, accept, origin, id);
    }

    /** The value of a parameter; empty if it is absent. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The parameters without the language. */
    public Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>(parameters);
        choices.remove(LANGUAGE);
        return choices;
    }

    /** Whether a parameter without a value is present. */
    public boolean asks(String name) {
        return bare.contains(name);
    }

    private static Set<String> bare(@Nullable String query) {
        return Stream.of(Optional.ofNullable(query).orElse("").split("&"))
                .map(pair -> pair.replaceFirst("=$", ""))
                .filter(name -> !name.contains("="))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : Optional.ofNullable(query).orElse("").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && equals < pair.length() - 1) {
                parameters.putIfAbsent(
                        decoded(pair.substring(0, equals).replace('+', ' ')),
                        decoded(pair.substring(equals + 1).replace('+', ' ')));
            }
        }
        return parameters;
    }

    /** A text as a parameter in an address ({@code application/x-www-form-urlencoded}). */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** A path, percent-encoded. */
    public static String written(String path) {
        try {
            int fragment = path.indexOf('#');
            URI quoted =
                    new URI(
                            null,
                            null,
                            fragment < 0 ? path : path.substring(0, fragment),
                            fragment < 0 ? null : path.substring(fragment + 1));
            return Iris.uri(quoted.toString()); // toASCIIString would normalize it
        } catch (URISyntaxException never) {
            throw new IllegalArgumentException(never);
        }
    }

    /** The same request for another path. */
    PageRequest at(String other) {
        return new PageRequest(other, parameters, bare, language, chosen, accept, origin, id);
    }

    private static String value(UnaryOperator<@Nullable String> header, String name) {
        return Optional.ofNullable(header.apply(name)).orElse("");
    }

    private static Optional<Language> language(String tag) {
        for (Language language : Language.values()) {
            if (tag.equals(language.tag())) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The supported language that the browser prefers; English if it prefers neither. */
    private static Language preferred(Accept wanted) {
        List<Language> refused = new ArrayList<>();
        List<Language> named = new ArrayList<>();
        for (Accept.Range range : wanted.ranges()) {
            language(primary(range)).ifPresent(range.quality() > 0 ? named::add : refused::add);
        }
        return wanted.ranges().stream()
                .filter(range -> range.quality() > 0)
                .sorted(Comparator.comparing(Accept.Range::quality).reversed())
                .flatMap(
                        range ->
                                primary(range).equals("*")
                                        ? Stream.of(Language.values())
                                                .filter(one -> !named.contains(one))
                                        : language(primary(range)).stream())
                .filter(one -> !refused.contains(one))
                .findFirst()
                .or(
                        () ->
                                Stream.of(Language.values())
                                        .filter(one -> !refused.contains(one))
                                        .findFirst())
                .orElse(Language.EN);
    }

    /** The primary language of a tag, without script or region. */
    private static String primary(Accept.Range range) {
        return range.name().replaceFirst("-.*$", "");
    }
}
