package districtkg.draft;

import districtkg.outline.Outline;
import districtkg.outline.Part;
import districtkg.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a report and its sections as whole lines, as documents describe them.
 *
 * @param body without empty lines around it
 * @param sections in the order of the text, each with the part that it holds
 */
public record ReportSections(Span body, List<Section> sections) {
    /** A part as whole lines. */
    public record Section(Span span, Part part) {}

    /** The sections of a report, widened to whole lines. */
    public static ReportSections of(Outline outline) {
        Span body = body(outline.plain());
        String plain = outline.plain();
        List<Section> sections = new ArrayList<>();
        int from = body.start();
        List<Part> parts = outline.parts();
        for (int at = 0; at < parts.size(); at++) {
            int to = at + 1 < parts.size() ? parts.get(at + 1).span().start() : body.end();
            while (to > from && !isBreak(plain.charAt(to - 1))) {
                to--;
            }
            int end = at + 1 < parts.size() ? to : body.end();
            while (end > from && isBreak(plain.charAt(end - 1))) {
                end--;
            }
            if (end > from) {
                sections.add(new Section(new Span(from, end), parts.get(at)));
                from = end;
                while (from < plain.length() && isBreak(plain.charAt(from))) {
                    from++;
                }
            }
        }
        return new ReportSections(body, List.copyOf(sections));
    }

    private static Span body(String plain) {
        int start = 0;
        int end = plain.length();
        while (start < end && Character.isWhitespace(plain.charAt(start))) {
            start++;
        }
        while (end > start && isBreak(plain.charAt(end - 1))) {
            end--;
        }
        while (start > 0 && !isBreak(plain.charAt(start - 1))) {
            start--;
        }
        return new Span(start, end);
    }

    private static boolean isBreak(char sign) {
        return sign == '\n' || sign == '\r';
    }

    /** What the role of a part is called in labels. */
    public static String chinese(Part part) {
        return switch (part.role()) {
            case OPENING -> "开篇";
            case REVIEW -> "回顾";
            case SITUATION -> "形势";
            case TARGETS -> "目标";
            case TASKS -> "任务";
            case GOVERNMENT -> "自身建设";
            case GLOSSARY -> "名词解释";
            case APPENDIX -> "附件";
            case FURNITURE -> "网页";
        };
    }
}
