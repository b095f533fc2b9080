package districtkg.web;

import districtkg.extract.Text;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What whoever runs the server decides about its pages.
 *
 * @param texts texts at hand, by the IRI of their document; their words are shown
 * @param report where readers report errors: an address of mail or of the web; empty for nowhere
 * @param tiles the address of map tiles with {z}, {x} and {y}; empty for a plain background
 * @param patience how long a client waits for a file that is still being made
 */
public record PageSettings(
        Map<String, Text> texts, String report, String tiles, Duration patience) {
    private static final String VERSION =
            Optional.ofNullable(PageSettings.class.getPackage().getImplementationVersion())
                    .orElse("dev");

    /** Longer than any file of a small data set takes, shorter than proxies wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Nothing configured. */
    public static final PageSettings NONE = new PageSettings(Map.of(), "", "");

    /** With the usual patience. */
    public PageSettings(Map<String, Text> texts, String report, String tiles) {
        this(texts, report, tiles, PATIENCE);
    }

    /** The same with another patience. */
    public PageSettings with(Duration other) {
        return new PageSettings(texts, report, tiles, other);
    }

    /** Where to report one fact, filled in; empty where nobody is configured. */
    String reportAddress(String subject, String body) {
        if (report.isEmpty()) {
            return "";
        }
        boolean mail = report.contains("@") && !report.contains("/");
        return (mail ? "mailto:" + report : report)
                + (report.contains("?") ? "&" : "?")
                + (mail ? "subject=" : "title=")
                + PageRequest.encoded(subject).replace("+", "%20")
                + "&body="
                + PageRequest.encoded(body).replace("+", "%20");
    }

    /** Of the program and the data that came with it. */
    String version() {
        return VERSION;
    }

    /** Scheme and host of the map tiles; empty where there are none. */
    String tilesOrigin() {
        return tiles.replaceFirst("^(https?://[^/]+).*$", "$1").replace("{s}", "*");
    }

    /** The text of a document, where it is at hand. */
    Optional<Text> text(String document) {
        return Optional.ofNullable(texts.get(document));
    }
}
