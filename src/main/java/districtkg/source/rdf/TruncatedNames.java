package districtkg.source.rdf;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Finds {@code id:document#char=1,2} in Turtle, where {@code #} begins a comment, so that the
 * passage is lost.
 */
final class TruncatedNames {
    private static final Pattern TURTLE = Pattern.compile(".*\\.(ttl|trig)(\\.gz)?");
    // Skips IRIs, strings and real comments, so that only a name with a # remains.
    private static final Pattern TOKEN =
            Pattern.compile(
                    "<[^<>\"{}|^`\\\\\\s]*>"
                            + "|\"\"\"[\\s\\S]*?\"\"\"|'''[\\s\\S]*?'''|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'"
                            + "|(?<trap>[\\w.-]*:[\\w.-]*#char=\\d+,?\\d*)"
                            + "|[\\w.:-]+|#[^\\n]*");

    private TruncatedNames() {}

    static List<Fault> in(Path path) {
        List<Fault> faults = new ArrayList<>();
        if (!TURTLE.matcher(path.getFileName().toString()).matches()) {
            return faults;
        }
        String text = words(path);
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String trap = token.group("trap");
            if (trap != null) {
                long line = text.substring(0, token.start()).lines().count();
                faults.add(
                        Fault.at(
                                Location.of(path, Math.max(line, 1)),
                                "comment-in-name",
                                "after the prefixed name in "
                                        + trap
                                        + " the # begins a comment, so the passage is lost",
                                "write <"
                                        + trap.substring(trap.indexOf(':') + 1)
                                        + ">, with @base <https://w3id.org/districtkg/id/> at the head of the file"));
            }
        }
        return faults;
    }

    private static String words(Path path) {
        try {
            if (!path.toString().endsWith(".gz")) {
                return Files.readString(path);
            }
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
