package districtkg.web;

import districtkg.http.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.webjars.WebJarVersionLocator;

/**
 * Static files for browsers: our own and those of WebJars. Each address contains a digest or a
 * version, so that browsers can cache the file forever.
 */
public final class Assets {
    /** The path before our own files. */
    public static final String OURS = "/assets/";

    /** The path before files of WebJars. */
    public static final String LIBRARIES = "/webjars/";

    /** The modules that our scripts import, by the name in the import. */
    static final Map<String, Module> MODULES =
            Map.ofEntries(
                    Map.entry(
                            "@codemirror/state", new Module("codemirror__state", "dist/index.js")),
                    Map.entry("@codemirror/view", new Module("codemirror__view", "dist/index.js")),
                    Map.entry(
                            "@codemirror/language",
                            new Module("codemirror__language", "dist/index.js")),
                    Map.entry(
                            "@codemirror/autocomplete",
                            new Module("codemirror__autocomplete", "dist/index.js")),
                    Map.entry(
                            "@codemirror/commands",
                            new Module("codemirror__commands", "dist/index.js")),
                    Map.entry("@codemirror/lint", new Module("codemirror__lint", "dist/index.js")),
                    Map.entry(
                            "@codemirror/search",
                            new Module("codemirror__search", "dist/index.js")),
                    Map.entry(
                            "@codemirror/legacy-modes/mode/sparql",
                            new Module("codemirror__legacy-modes", "mode/sparql.js")),
                    Map.entry("@lezer/common", new Module("lezer__common", "dist/index.js")),
                    Map.entry("@lezer/highlight", new Module("lezer__highlight", "dist/index.js")),
                    Map.entry("@lezer/lr", new Module("lezer__lr", "dist/index.js")),
                    Map.entry("style-mod", new Module("style-mod", "src/style-mod.js")),
                    Map.entry("w3c-keyname", new Module("w3c-keyname", "index.js")),
                    Map.entry("crelt", new Module("crelt", "index.js")),
                    Map.entry(
                            "@marijn/find-cluster-break",
                            new Module("marijn__find-cluster-break", "src/index.js")),
                    Map.entry("echarts", new Module("echarts", "echarts.esm.min.js")),
                    Map.entry("leaflet", new Module("leaflet", "dist/leaflet-src.esm.js")));

    /** A file of a WebJar. */
    record Module(String webJar, String path) {}

    private static final String FOLDER = "districtkg/web/assets/";
    private static final List<String> FILES =
            List.of(
                    "site.css",
                    "site.js",
                    "map.js",
                    "query.js",
                    "editor.js",
                    "results.js",
                    "review.css",
                    "review.js",
                    "icon.svg");
    private static final Map<String, String> TYPES =
            Map.of(
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "mjs", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml",
                    "png", "image/png");

    private final WebJarVersionLocator locator = new WebJarVersionLocator();
    private final String digest = digest();

    /** The address of one of our files: {@code /assets/3f1c…/site.css}. */
    public String ours(String file) {
        return OURS + digest + "/" + file;
    }

    /** The address of a file of a WebJar: {@code /webjars/leaflet/1.9.4/dist/leaflet.css}. */
    String library(String webJar, String file) {
        return LIBRARIES
                + Optional.ofNullable(locator.path(webJar, file))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no " + file + " in the WebJar " + webJar));
    }

    /** The file at an address; empty if there is none, or its type is not for browsers. */
    public Optional<HttpAnswer> at(String path) {
        Optional<String> type =
                Optional.ofNullable(TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
        if (path.contains("..") || path.contains("//")) {
            return Optional.empty();
        }
        String resource =
                path.startsWith(OURS)
                        ? FOLDER + path.substring(path.indexOf('/', OURS.length()) + 1)
                        : "META-INF/resources" + path;
        return type.flatMap(
                known -> read(resource).map(bytes -> HttpAnswer.bytes(known, bytes).unchanging()));
    }

    /** One digest for all our files, because they import each other by relative addresses. */
    private static String digest() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (String file : FILES) {
            digest.update(
                    read(FOLDER + file)
                            .orElseThrow(() -> new IllegalStateException("no asset " + file)));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    private static Optional<byte[]> read(String resource) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
