package districtkg.outline;

import districtkg.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into lines, sentences and clauses. Never within a number or a quoted phrase. */
final class Clauses {
    private static final String FULL_STOPS = "。！？!?";
    private static final String COMMAS = "，,；;：:";
    private static final int LONGEST_QUOTE = 40;

    private Clauses() {}

    /** The lines that are not blank, without white space around them. */
    static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                addStripped(text, start, at, lines);
                start = at + 1;
            }
        }
        return lines;
    }

    /** The sentences of a span, each with its full stop. */
    static List<Span> sentences(String text, Span span) {
        List<Span> sentences = new ArrayList<>();
        int start = span.start();
        for (int at = span.start(); at < span.end(); at++) {
            if (FULL_STOPS.indexOf(text.charAt(at)) >= 0) {
                int end = at + 1;
                while (end < span.end() && "”’』」）".indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                addStripped(text, start, end, sentences);
                start = end;
                at = end - 1;
            }
        }
        addStripped(text, start, span.end(), sentences);
        return sentences;
    }

    /** The clauses of a sentence, without the signs between them. */
    static List<Span> clauses(String text, Span sentence) {
        List<Span> clauses = new ArrayList<>();
        int start = sentence.start();
        for (int at = sentence.start(); at < sentence.end(); at++) {
            char sign = text.charAt(at);
            if (sign == '“' || sign == '（' || sign == '(' || sign == '《') {
                at = afterQuote(text, at, sentence.end()) - 1;
            } else if (FULL_STOPS.indexOf(sign) >= 0
                    || (COMMAS.indexOf(sign) >= 0 && !withinNumber(text, at))) {
                addStripped(text, start, at, clauses);
                start = at + 1;
            }
        }
        addStripped(text, start, sentence.end(), clauses);
        return clauses;
    }

    private static int afterQuote(String text, int open, int limit) {
        char close =
                switch (text.charAt(open)) {
                    case '“' -> '”';
                    case '《' -> '》';
                    case '（' -> '）';
                    default -> ')';
                };
        int end = text.indexOf(close, open);
        return end < 0 || end >= limit || end - open > LONGEST_QUOTE ? open + 1 : end + 1;
    }

    /** A comma of 1,200 or a colon of a ratio 50.6:49.4. */
    private static boolean withinNumber(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1))
                && (text.charAt(at) == ':' || text.charAt(at) == '：' || threeDigits(text, at + 1));
    }

    private static boolean threeDigits(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at - from == 3;
    }

    private static void addStripped(String text, int from, int to, List<Span> spans) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            spans.add(new Span(start, end));
        }
    }

    private static boolean isBlank(char sign) {
        return Character.isWhitespace(sign)
                || sign == '\u00A0'
                || sign == '\u3000'
                || sign == '\uFEFF';
    }
}
