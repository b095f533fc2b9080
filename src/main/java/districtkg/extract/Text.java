package districtkg.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A text addressed by Unicode code points, counted from 0; ends are exclusive. */
public final class Text {
    private final int[] points;

    private Text(int[] points) {
        this.points = points;
    }

    public static Text of(String words) {
        return new Text(words.codePoints().toArray());
    }

    /** In code points. */
    public int length() {
        return points.length;
    }

    /** Whether {@code [start, end)} is a part of this text with at least one character. */
    public boolean holds(int start, int end) {
        return 0 <= start && start < end && end <= points.length;
    }

    /** The words from {@code start} to before {@code end}. */
    public String words(int start, int end) {
        return new String(points, start, end - start);
    }

    public String words() {
        return words(0, points.length);
    }

    /** Every position at which the words begin, overlapping ones too. */
    public List<Integer> find(String words) {
        int[] wanted = words.codePoints().toArray();
        List<Integer> found = new ArrayList<>();
        for (int at = 0; wanted.length > 0 && at + wanted.length <= points.length; at++) {
            int same = 0;
            while (same < wanted.length && points[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                found.add(at);
            }
        }
        return found;
    }

    /** The SHA-256 digest of the UTF-8 bytes of a part, in lower-case hexadecimal. */
    public String sha256(int start, int end) {
        try {
            byte[] bytes = words(start, end).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
