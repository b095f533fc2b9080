package districtkg.verify;

import districtkg.text.Span;
import districtkg.text.Text;
import districtkg.verify.document.VerifiedDocument;
import districtkg.vocab.Dkg;
import org.apache.jena.graph.Node;

/**
 * Checks the body and the sections against the lines of the text: each begins with the first
 * character of a line and ends with the last of one, so that an offset that is wrong by one is
 * detected.
 */
final class OutlineVerifier {
    private final VerifiedDocument subject;
    private final Text text;

    private OutlineVerifier(VerifiedDocument subject) {
        this.subject = subject;
        this.text = subject.text();
    }

    static void check(VerifiedDocument subject) {
        OutlineVerifier outline = new OutlineVerifier(subject);
        Span body = subject.body();
        outline.check("body-lines", subject.document(), Dkg.BODY_START, Dkg.BODY_END, "body", body);
        subject.sections()
                .spans()
                .forEach(
                        (section, span) -> {
                            outline.check(
                                    "section-lines", section, Dkg.START, Dkg.END, "section", span);
                            outline.checkInside(section, span, body);
                        });
    }

    private void check(
            String code, Node node, Node startProperty, Node endProperty, String noun, Span span) {
        if (!text.holds(span.start(), span.end())) {
            subject.fault(
                    code,
                    node,
                    span.start() < text.length() ? endProperty : startProperty,
                    "The text has %d characters, and the %s is said to be %d to %d."
                            .formatted(text.length(), noun, span.start(), span.end()),
                    "count :%s and :%s again"
                            .formatted(startProperty.getLocalName(), endProperty.getLocalName()));
            return;
        }
        if (isBreak(span.start()) || (span.start() > 0 && !isBreak(span.start() - 1))) {
            subject.fault(
                    code,
                    node,
                    startProperty,
                    "At %d no line begins; a %s begins with one.".formatted(span.start(), noun),
                    "write  :%s %d"
                            .formatted(startProperty.getLocalName(), lineStart(span.start())));
        }
        if (isBreak(span.end() - 1) || (span.end() < text.length() && !isBreak(span.end()))) {
            subject.fault(
                    code,
                    node,
                    endProperty,
                    "At %d no line ends; a %s ends with one.".formatted(span.end(), noun),
                    "write  :%s %d".formatted(endProperty.getLocalName(), lineEnd(span.end())));
        }
    }

    private void checkInside(Node section, Span span, Span body) {
        if (!body.covers(span)) {
            subject.fault(
                    "section-outside",
                    section,
                    body.start() > span.start() ? Dkg.START : Dkg.END,
                    "The body is characters %d to %d, and the section %d to %d is not within it."
                            .formatted(body.start(), body.end(), span.start(), span.end()),
                    "count its :start and :end again, or those of the body");
        }
    }

    /** The start of the line at a position, or of the next line if there is none. */
    private int lineStart(int position) {
        int at = position;
        if (isBreak(at)) {
            while (at < text.length() - 1 && isBreak(at)) {
                at++;
            }
            return at;
        }
        while (at > 0 && !isBreak(at - 1)) {
            at--;
        }
        return at;
    }

    /** The end of the line at a position, or of the previous line if there is none. */
    private int lineEnd(int position) {
        int at = position;
        if (isBreak(at - 1)) {
            while (at > 1 && isBreak(at - 1)) {
                at--;
            }
            return at;
        }
        while (at < text.length() && !isBreak(at)) {
            at++;
        }
        return at;
    }

    private boolean isBreak(int position) {
        String character = text.words(position, position + 1);
        return "\n".equals(character) || "\r".equals(character);
    }
}
