package districtkg.problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads files of text, which must be UTF-8. A file that cannot be read as text is a {@link Problem}
 * of the user, never an exception of Java.
 */
public final class TextFile {
    private static final int CHUNK = 1 << 16;

    private TextFile() {}

    /**
     * The text of a file.
     *
     * @throws Problem {@code no-such-file} where there is none, {@code text-encoding} with the line
     *     where it is not UTF-8, {@code unreadable-file} where it cannot be read
     */
    public static String read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            long broken = firstBrokenLine(new ByteArrayInputStream(bytes));
            if (broken > 0) {
                throw new Problem(notUtf8(file, broken));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "no-such-file",
                            "there is no file of this name",
                            "name a file that exists"));
        } catch (IOException refused) {
            throw new Problem(unreadable(file, refused));
        }
    }

    /**
     * The line with the first bytes that are not UTF-8, counted from 1; 0 where all are UTF-8.
     *
     * @param in is read to its end, or to these bytes, and not closed
     */
    public static long firstBrokenLine(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer chars = CharBuffer.allocate(CHUNK);
        long line = 1;
        boolean end = false;
        while (!end) {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = count < 0;
            bytes.position(bytes.position() + Math.max(count, 0)).flip();
            CoderResult result = decoder.decode(bytes, chars, end);
            line += chars.flip().chars().filter(each -> each == '\n').count();
            if (result.isError()) {
                return line;
            }
            chars.clear();
            bytes.compact();
        }
        return 0;
    }

    /**
     * The fault of a file that is not UTF-8.
     *
     * @param line of the first bytes that are not, counted from 1
     */
    public static Fault notUtf8(Path file, long line) {
        return Fault.at(
                Location.of(file, line),
                "text-encoding",
                "the file is not UTF-8",
                "convert it to UTF-8, changing nothing else");
    }

    /** The fault for a path at which there is nothing. */
    public static Fault missing(Path path) {
        return Fault.at(
                Location.of(path),
                "no-such-file",
                "there is no file or folder of this name",
                "name one that exists");
    }

    /** The fault of a file that exists but cannot be read or unpacked. */
    public static Fault unreadable(Path file, IOException cause) {
        String said = cause.getMessage();
        return Fault.at(
                Location.of(file),
                "unreadable-file",
                "the file cannot be read: "
                        + (said == null ? cause.getClass().getSimpleName() : said),
                "make it readable for this user; if its name ends in .gz, compress it with gzip");
    }
}
