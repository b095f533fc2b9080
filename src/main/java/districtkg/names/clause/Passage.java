package districtkg.names.clause;

import districtkg.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text without its footnote marks, divided at the punctuation that ends clauses. Positions are
 * UTF-16 units of the clean text until {@link #span} turns them into code points of the original.
 */
public final class Passage {
    /** A part of the clean text between two marks. */
    public record Part(int start, int end) {
        /** The number of UTF-16 units. */
        public int length() {
            return end - start;
        }
    }

    private static final String ENDS = "，。；：！？,;!?\n\r\t";
    private static final Pattern GOES_ON =
            Pattern.compile("(?!系列|品牌|[0-9一二三四五六七八九十两]+[个项大])[^，、等]{2,10}(?:工程|计划|行动|机制|体系)");
    private static final int LONGEST_QUOTE = 60;

    private final StringBuilder clean = new StringBuilder();
    private final int[] points;

    /** Removes footnote marks, and divides the text at its punctuation. */
    public Passage(String text) {
        int[] origin = new int[text.length() + 1];
        int point = 0;
        for (int at = 0; at < text.length(); ) {
            int mark = footnote(text, at);
            if (mark > at) {
                point += mark - at;
                at = mark;
                continue;
            }
            char one = text.charAt(at);
            if (isFiller(text, at)) {
                point++;
                at++;
                continue;
            }
            origin[clean.length()] = point;
            clean.append(one);
            if (!Character.isHighSurrogate(one)) {
                point++;
            }
            at++;
        }
        origin[clean.length()] = point;
        points = Arrays.copyOf(origin, clean.length() + 1);
    }

    /** The text without footnote marks and without blanks that no Latin word needs. */
    public CharSequence clean() {
        return clean;
    }

    /** The character at a position of the clean text; a line break outside of it. */
    public char at(int index) {
        return index >= 0 && index < clean.length() ? clean.charAt(index) : '\n';
    }

    /** The words of the clean text from {@code start} to before {@code end}. */
    public String words(int start, int end) {
        return clean.substring(start, end);
    }

    /** The position of a part of the clean text in the original, in code points. */
    public Span span(int start, int end) {
        return new Span(points[start], points[end - 1] + 1);
    }

    /** The clauses, in order; punctuation within quotation marks does not end a clause. */
    public List<Part> clauses() {
        return cut(0, clean.length(), ENDS);
    }

    /** The members of a list: cut at 、 outside quotation marks, and between two quotations. */
    public List<Part> members(int start, int end) {
        List<Part> members = new ArrayList<>();
        for (Part part : cut(start, end, "、")) {
            int from = part.start;
            for (int at = part.start; at + 1 < part.end; at++) {
                if (clean.charAt(at) != '”') {
                    continue;
                }
                char next = clean.charAt(at + 1);
                if (next == '“' && !goesOn(at + 1, part.end)) {
                    members.add(new Part(from, at + 1));
                    from = at + 1;
                } else if ("和及与".indexOf(next) >= 0
                        && at + 2 < part.end
                        && clean.charAt(at + 2) == '“') {
                    members.add(new Part(from, at + 1));
                    from = at + 2;
                }
            }
            members.add(new Part(from, part.end));
        }
        return members;
    }

    /**
     * Whether consecutive quotations that start here describe the words after them: “A”“B”企业培育工程.
     */
    private boolean goesOn(int open, int end) {
        int at = open;
        while (at < end && clean.charAt(at) == '“') {
            int close = closing(at, end);
            if (close < 0) {
                return false;
            }
            at = close + 1;
        }
        return at + 3 < end && GOES_ON.matcher(clean.substring(at, end)).lookingAt();
    }

    private List<Part> cut(int start, int end, String marks) {
        List<Part> parts = new ArrayList<>();
        int from = start;
        for (int at = start; at < end; at++) {
            char one = clean.charAt(at);
            int close = closing(at, end);
            if (close > at) {
                at = close;
            } else if (marks.indexOf(one) >= 0) {
                if (at > from) {
                    parts.add(new Part(from, at));
                }
                from = at + 1;
            }
        }
        if (end > from) {
            parts.add(new Part(from, end));
        }
        return parts;
    }

    /** End of the quotation or bracket that starts here; -1 if it is not closed. */
    public int closing(int at, int end) {
        int kind = "“《（(「".indexOf(clean.charAt(at));
        if (kind < 0) {
            return -1;
        }
        char wanted = "”》）)」".charAt(kind);
        int last = Math.min(end, at + LONGEST_QUOTE);
        for (int close = at + 1; close < last; close++) {
            char one = clean.charAt(close);
            if (one == wanted) {
                return close;
            }
            if (one == '\n' || (one == '。' && kind < 2)) {
                return -1;
            }
        }
        return -1;
    }

    /** A blank that no Latin word needs. */
    private static boolean isFiller(String text, int at) {
        char one = text.charAt(at);
        return (one == ' ' || one == '\u3000' || one == '\u00a0')
                && !(at > 0
                        && isAscii(text.charAt(at - 1))
                        && at + 1 < text.length()
                        && isAscii(text.charAt(at + 1)));
    }

    private static boolean isAscii(char one) {
        return one < 128 && Character.isLetter(one);
    }

    /** The end of a footnote mark such as [12] that begins here; otherwise {@code at}. */
    private static int footnote(String text, int at) {
        char open = text.charAt(at);
        if (open != '[' && open != '［' && open != '〔') {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && end - at < 4 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end > at + 1 && end < text.length() && "]］〕".indexOf(text.charAt(end)) >= 0
                ? end + 1
                : at;
    }
}
