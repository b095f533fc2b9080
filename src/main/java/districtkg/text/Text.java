package districtkg.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** A text addressed by Unicode code points, counted from 0; ends are exclusive. */
public final class Text {
    private final int[] points;

    private Text(int[] points) {
        this.points = points;
    }

    /** The text of some words. */
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

    /** The code point at a position. */
    public int point(int at) {
        return points[at];
    }

    /** The words from {@code start} to before {@code end}. */
    public String words(int start, int end) {
        return new String(points, start, end - start);
    }

    /** All of the words. */
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
        return DigestUtils.sha256Hex(words(start, end));
    }
}
