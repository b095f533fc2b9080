package districtkg.verify;

import districtkg.text.Span;
import districtkg.verify.document.VerifiedDocument;
import districtkg.vocab.Dkg;
import java.util.List;
import org.apache.jena.graph.Node;

/** Checks that the characters of each mention are a name of its thing. */
final class MentionVerifier {
    private final VerifiedDocument subject;
    private int mentions;

    MentionVerifier(VerifiedDocument subject) {
        this.subject = subject;
        subject.passages().forEach(this::check);
    }

    /** The number of mentions whose characters are a name of the thing. */
    int mentions() {
        return mentions;
    }

    private void check(Node passage, Span span) {
        if (!subject.text().holds(span.start(), span.end())) {
            return;
        }
        String words = subject.text().words(span.start(), span.end());
        for (Node thing : subject.facts().all(passage, Dkg.MENTIONS)) {
            List<String> names = subject.facts().chineseNames(thing);
            if (names.contains(words)) {
                mentions++;
            } else {
                subject.fault(
                        "mention-name",
                        passage,
                        Dkg.MENTIONS,
                        "The text prints “%s”, which is not a Chinese name of %s (%s)."
                                .formatted(
                                        PassageVerifier.clip(words),
                                        VerifiedDocument.shown(thing),
                                        String.join(", ", names)),
                        "correct :mentions , choose the characters of the name, or add the printed form as skos:altLabel of the thing");
            }
        }
    }
}
