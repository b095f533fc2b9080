package districtkg.verify;

import districtkg.text.ByteOrderMark;
import districtkg.text.Span;
import districtkg.text.Text;
import districtkg.verify.document.CuratedFacts;
import districtkg.verify.document.VerifiedDocument;
import districtkg.vocab.Dkg;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Checks the text against its digest and length, and each passage against its name, position and
 * digest.
 */
final class PassageVerifier {
    private final VerifiedDocument subject;

    private PassageVerifier(VerifiedDocument subject) {
        this.subject = subject;
    }

    static void check(VerifiedDocument subject) {
        PassageVerifier passages = new PassageVerifier(subject);
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
                    said.flatMap(this::converted)
                            .orElse(
                                    "use the text that was read; if it is, write  :sha256 \""
                                            + digest
                                            + "\""));
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
        checkName(passage, span);
        checkSection(passage, span);
        checkRoles(passage);
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
        Span body = subject.body();
        if (!body.covers(span)) {
            subject.fault(
                    "passage-outside",
                    passage,
                    Dkg.END,
                    "The body is characters "
                            + body.start()
                            + " to "
                            + body.end()
                            + "; text outside it belongs to other articles.",
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

    /** The conversion of the text by an editor or a copy, if undoing it gives the right digest. */
    private Optional<String> converted(String digest) {
        String words = subject.text().words();
        Map<String, String> undone =
                Map.of(
                        "its line ends were changed to CR LF: change them back to LF",
                        words.replace("\r\n", "\n"),
                        "its line ends were changed to LF: change them back to CR LF",
                        words.replace("\n", "\r\n"),
                        "a byte order mark was put at its head: take it away",
                        ByteOrderMark.strip(words),
                        "a line end was added at its end: take it away",
                        words.replaceFirst("\r?\n$", ""),
                        "the line end at its end was lost: add it",
                        words + "\n");
        return undone.entrySet().stream()
                .filter(way -> !way.getValue().isEmpty())
                .filter(way -> digest(way.getValue()).equals(digest))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String digest(String words) {
        Text text = Text.of(words);
        return text.sha256(0, text.length());
    }

    private void checkName(Node passage, Span span) {
        String characters = subject.document().getURI() + "#char=";
        String iri = passage.getURI();
        checkOffset(
                passage, Dkg.START, span.start(), iri.startsWith(characters + span.start() + ","));
        checkOffset(
                passage,
                Dkg.END,
                span.end(),
                iri.startsWith(characters) && iri.endsWith("," + span.end()));
    }

    private void checkOffset(Node passage, Node property, int said, boolean agrees) {
        if (!agrees) {
            subject.fault(
                    "passage-offsets",
                    passage,
                    property,
                    "Its name and its :%s, which is %d, do not agree."
                            .formatted(property.getLocalName(), said),
                    "find the words again with the passage command, and make the name and :%s agree"
                            .formatted(property.getLocalName()));
        }
    }

    private void checkSection(Node passage, Span span) {
        Optional<Node> right = subject.sections().innermost(span);
        if (!subject.facts().one(passage, Dkg.SECTION_OF).equals(right)) {
            subject.fault(
                    "passage-in-section",
                    passage,
                    Dkg.SECTION_OF,
                    "The smallest section around it is "
                            + right.map(VerifiedDocument::shown).orElse("none")
                            + ", the data say "
                            + subject.facts()
                                    .one(passage, Dkg.SECTION_OF)
                                    .map(VerifiedDocument::shown)
                                    .orElse("none")
                            + ".",
                    right.map(section -> "write  :section " + VerifiedDocument.shown(section))
                            .orElse("choose words of a section, or widen the section"));
        }
    }

    /** Checks that an idiom is not also the source of a statement or a mention. */
    private void checkRoles(Node passage) {
        CuratedFacts facts = subject.facts();
        boolean used =
                !facts.subjects(Dkg.SOURCE, passage).isEmpty()
                        || !facts.subjects(Dkg.DATE_SOURCE, passage).isEmpty()
                        || !facts.all(passage, Dkg.MENTIONS).isEmpty();
        if (used && subject.isIdiom(passage)) {
            subject.fault(
                    "idiom-used",
                    passage,
                    "An idiom counts nothing, but a statement or a name rests on this one.",
                    "write  a :Passage , or take it from the statement");
        }
    }

    /** A short part of the words, for messages; only users who have the text see it. */
    static String clip(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.length() <= 30 ? line : line.substring(0, 30) + "…";
    }
}
