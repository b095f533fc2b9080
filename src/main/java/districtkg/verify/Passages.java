package districtkg.verify;

import districtkg.extract.Span;
import districtkg.extract.Text;
import districtkg.vocab.Dkg;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Holds the text to its digest and length, and each passage to its name, its place and its digest.
 */
final class Passages {
    private final Subject subject;

    private Passages(Subject subject) {
        this.subject = subject;
    }

    static void check(Subject subject) {
        Passages passages = new Passages(subject);
        passages.checkDocument();
        subject.passages().forEach(passages::check);
    }

    private void checkDocument() {
        Text text = subject.text();
        Node document = subject.document();
        String digest = text.length() == 0 ? "" : text.sha256(0, text.length());
        Optional<String> said = subject.facts().words(document, Dkg.SHA256);
        if (!said.equals(Optional.of(digest))) {
            subject.fault(
                    "document-digest",
                    document,
                    Dkg.SHA256,
                    "The text has the digest "
                            + digest
                            + ", the data say "
                            + said.orElse("none")
                            + ".",
                    "use the text that was read; if it is, write  :sha256 \"" + digest + "\"");
        }
        Optional<Integer> length = subject.facts().integer(document, Dkg.CHARACTERS);
        if (!length.equals(Optional.of(text.length()))) {
            subject.fault(
                    "document-length",
                    document,
                    Dkg.CHARACTERS,
                    "The text has "
                            + text.length()
                            + " characters, the data say "
                            + length.map(String::valueOf).orElse("nothing")
                            + ".",
                    "use the text that was read; if it is, write  :characters " + text.length());
        }
    }

    private void check(Node passage, Span span) {
        String name = subject.document().getURI() + "#char=" + span.start() + "," + span.end();
        if (!passage.getURI().equals(name)) {
            subject.fault(
                    "passage-offsets",
                    passage,
                    Dkg.START,
                    "The name says other characters than "
                            + span.start()
                            + " to "
                            + span.end()
                            + ".",
                    "make the name, :start and :end agree");
        }
        Text text = subject.text();
        if (!text.holds(span.start(), span.end())) {
            subject.fault(
                    "passage-outside",
                    passage,
                    Dkg.END,
                    "The text has " + text.length() + " characters and no such part.",
                    "find the words again with the passage command");
            return;
        }
        int from = subject.facts().integer(subject.document(), Dkg.BODY_START).orElse(0);
        int to = subject.facts().integer(subject.document(), Dkg.BODY_END).orElse(text.length());
        if (span.start() < from || span.end() > to) {
            subject.fault(
                    "passage-outside",
                    passage,
                    Dkg.END,
                    "The body is characters "
                            + from
                            + " to "
                            + to
                            + "; what stands outside belongs to other articles.",
                    "choose words of the body");
        }
        String digest = text.sha256(span.start(), span.end());
        if (!subject.facts().words(passage, Dkg.SHA256).equals(Optional.of(digest))) {
            subject.fault(
                    "passage-digest",
                    passage,
                    Dkg.SHA256,
                    "The characters there are not those that were read (“"
                            + clip(text.words(span.start(), span.end()))
                            + "”).",
                    "find the words again with the passage command; if these are right, write  :sha256 \""
                            + digest
                            + "\"");
        }
    }

    /** Enough of the words to recognize them; they are shown to whoever holds the text. */
    static String clip(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.length() <= 30 ? line : line.substring(0, 30) + "…";
    }
}
