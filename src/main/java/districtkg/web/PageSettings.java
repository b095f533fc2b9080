package districtkg.web;

import districtkg.text.Text;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The operator's settings of pages.
 *
 * @param texts texts that may be shown, by the IRI of their document
 * @param report where readers report errors: an e-mail address or a URL; empty for nowhere
 * @param tiles URL of map tiles with {z}, {x} and {y}; empty for a plain background
 * @param patience how long a client waits for a file that is being created
 * @param checksums folder that keeps the checksums of files of all versions; empty for none
 */
public record PageSettings(
        Map<String, Text> texts,
        String report,
        String tiles,
        Duration patience,
        Optional<Path> checksums) {
    private static final String VERSION =
            Optional.ofNullable(PageSettings.class.getPackage().getImplementationVersion())
                    .orElse("dev");

    /** Longer than any file of a small data set takes, shorter than the timeout of proxies. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** No settings. */
    public static final PageSettings NONE = new PageSettings(Map.of(), "", "");

    /** Settings with the default patience. */
    public PageSettings(Map<String, Text> texts, String report, String tiles) {
        this(texts, report, tiles, PATIENCE, Optional.empty());
    }

    /** A copy with another patience. */
    public PageSettings with(Duration other) {
        return new PageSettings(texts, report, tiles, other, checksums);
    }

    /** A copy that keeps the checksums of files in a folder. */
    public PageSettings keepingChecksums(Optional<Path> folder) {
        return new PageSettings(texts, report, tiles, patience, folder);
    }

    /** The address for reporting an error in one fact; empty if none is configured. */
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

    /** The version of the program. */
    public String version() {
        return VERSION;
    }

    /** Scheme and host of the map tiles; empty if there are none. */
    String tilesOrigin() {
        return tiles.replaceFirst("^(https?://[^/]+).*$", "$1").replace("{s}", "*");
    }

    /** The text of a document; empty if it was not given. */
    Optional<Text> text(String document) {
        return Optional.ofNullable(texts.get(document));
    }
}
