package districtkg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request that asks for what it must not get.
 *
 * @param name what it tries
 * @param expected the code of the reason for which it is refused; {@code answered} where it gets an
 *     answer in which nothing is wrong; {@code ended} where it may be answered or be too slow;
 *     {@code cut} where the connection is closed within an answer
 * @param head its first line and headers
 * @param body may be empty
 */
public record Attack(String name, String expected, String head, String body) {
    private static final Path FILES = Path.of("src/test/resources/attacks");

    private static final Pattern HEADING = Pattern.compile("(?m)^### (.+): ([a-z-]+)$");
    private static final Pattern REPEATED = Pattern.compile("«([^»]*)×(\\d+)»");

    /** Those of every file. */
    public static List<Attack> all() throws IOException {
        List<Attack> attacks = new ArrayList<>();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.sorted().toList()) {
                attacks.addAll(in(Files.readString(file)));
            }
        }
        return attacks;
    }

    private static List<Attack> in(String file) {
        List<Attack> attacks = new ArrayList<>();
        Matcher heading = HEADING.matcher(file);
        int next = heading.find() ? heading.start() : file.length();
        while (next < file.length()) {
            heading.region(next, file.length()).find();
            String name = heading.group(1);
            String expected = heading.group(2);
            int from = heading.end();
            next = heading.find() ? heading.start() : file.length();
            String[] parts = file.substring(from, next).strip().split("\n\n", 2);
            attacks.add(
                    new Attack(
                            name,
                            expected,
                            full(parts[0]),
                            parts.length > 1 ? full(parts[1]) : ""));
        }
        return attacks;
    }

    /** What is sent: with a host, a length and an end of the connection where it names none. */
    public byte[] request() {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean measured =
                bytes.length == 0
                        || head.contains("Content-Length")
                        || head.contains("Transfer-Encoding");
        String full =
                head
                        + (head.contains("Host:") ? "\n" : "\nHost: localhost\n")
                        + (measured ? "" : "Content-Length: " + bytes.length + "\n")
                        + "Connection: close\n\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(full.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        request.writeBytes(bytes);
        return request.toByteArray();
    }

    /** {@code «(×3»} stands for {@code (((}. */
    private static String full(String text) {
        return REPEATED.matcher(text)
                .replaceAll(
                        part ->
                                Matcher.quoteReplacement(
                                        part.group(1).repeat(Integer.parseInt(part.group(2)))));
    }

    @Override
    public String toString() {
        return name;
    }
}
