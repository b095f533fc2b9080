package districtkg.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The addresses that a page links to, in the language of the request. Immutable. */
final class PageLinks {
    private final PageRequest request;

    PageLinks(PageRequest request) {
        this.request = request;
    }

    /** The address of a page in the current language, with parameters; empty ones are left out. */
    String url(String path, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (request.chosen()) {
            all.put(PageRequest.LANGUAGE, request.language().tag());
        }
        all.values().removeIf(String::isEmpty);
        int fragment = path.indexOf('#');
        return fragment < 0
                ? path + query(all)
                : path.substring(0, fragment) + query(all) + path.substring(fragment);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(
                        one ->
                                PageRequest.encoded(one.getKey())
                                        + "="
                                        + PageRequest.encoded(one.getValue()))
                .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
    }

    /** The address of this page with one parameter changed, or removed if the value is empty. */
    String here(String parameter, String value) {
        Map<String, String> parameters = request.choices();
        parameters.put(parameter, value);
        return url(request.path(), parameters);
    }

    /** The address of this page with one parameter changed and another removed. */
    String with(String parameter, String value, String removed) {
        Map<String, String> parameters = request.choices();
        parameters.remove(removed);
        parameters.put(parameter, value);
        return url(request.path(), parameters);
    }

    /** The canonical address of this page. */
    String canonical() {
        return absolute(PageRequest.written(request.path()) + query(request.parameters()));
    }

    /** The address of this page in another language. */
    String in(String tag) {
        Map<String, String> parameters = new LinkedHashMap<>(request.parameters());
        parameters.put(PageRequest.LANGUAGE, tag);
        return PageRequest.written(request.path()) + query(parameters);
    }

    /** The absolute URL of a path, on the host that the client used. */
    String absolute(String path) {
        return request.origin() + path;
    }

    /** The link for a thing: its page, or its own address; empty if it has none. */
    String href(String iri) {
        return ResourcePaths.page(iri)
                .map(path -> url(path, Map.of()))
                .orElse(iri.startsWith("https://") || iri.startsWith("http://") ? iri : "");
    }

    /** The host of an external address; empty if the thing has a page here. */
    String site(String iri) {
        String address = href(iri);
        return address.equals(iri) ? iri.replaceFirst("^https?://([^/]*).*$", "$1") : "";
    }

    /** The addresses of the formats of a thing, by name. */
    Map<String, String> formats(String iri) {
        Map<String, String> formats = new LinkedHashMap<>();
        String path = ResourcePaths.path(iri).orElseThrow();
        for (Formats form : Formats.OF_THINGS) {
            if (form != Formats.HTML) {
                formats.put(form.title(), url(ResourcePaths.in(form, path), Map.of()));
            }
        }
        return formats;
    }
}
