package districtkg.verify;

import districtkg.extract.Span;
import districtkg.vocab.Dkg;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Holds each mention to the names of its thing, and our own labels to being our own. */
final class Names {
    /** So many characters in a row are no longer a common phrase. */
    private static final int COPIED = 12;

    private final Subject subject;
    private final Facts facts;
    private int mentions;

    Names(Subject subject) {
        this.subject = subject;
        this.facts = subject.facts();
        subject.passages().forEach(this::checkMention);
        checkLabels();
    }

    /** Mentions whose characters are a name of the thing. */
    int mentions() {
        return mentions;
    }

    private void checkMention(Node passage, Span span) {
        if (!subject.text().holds(span.start(), span.end())) {
            return;
        }
        String words = subject.text().words(span.start(), span.end());
        for (Node thing : facts.all(passage, Dkg.MENTIONS)) {
            List<String> names = chinese(thing);
            if (names.contains(words)) {
                mentions++;
            } else {
                subject.fault(
                        "mention-name",
                        passage,
                        Dkg.MENTIONS,
                        "The text prints “"
                                + Passages.clip(words)
                                + "”, which is no Chinese name of <"
                                + thing.getURI()
                                + "> ("
                                + String.join(", ", names)
                                + ").",
                        "choose the characters of the name, or add the printed form as skos:altLabel of the thing");
            }
        }
    }

    private List<String> chinese(Node thing) {
        return Stream.concat(
                        facts.all(thing, RDFS.label.asNode()).stream(),
                        facts.all(thing, SKOS.altLabel.asNode()).stream())
                .filter(label -> "zh".equals(label.getLiteralLanguage()))
                .map(Node::getLiteralLexicalForm)
                .toList();
    }

    private void checkLabels() {
        Set<String> proper = new LinkedHashSet<>();
        subject.passages()
                .keySet()
                .forEach(
                        passage ->
                                facts.all(passage, Dkg.MENTIONS)
                                        .forEach(thing -> proper.addAll(chinese(thing))));
        String blanked = blank(subject.text().words(), proper);
        facts.graph().stream()
                .filter(
                        triple ->
                                triple.getObject().isLiteral()
                                        && "zh".equals(triple.getObject().getLiteralLanguage()))
                .filter(triple -> !proper.contains(triple.getObject().getLiteralLexicalForm()))
                .filter(
                        triple ->
                                copied(
                                        blank(triple.getObject().getLiteralLexicalForm(), proper),
                                        blanked))
                .forEach(
                        triple ->
                                subject.fault(
                                        "label-copied",
                                        triple.getSubject(),
                                        triple.getPredicate(),
                                        "These words share "
                                                + COPIED
                                                + " characters in a row with the text: “"
                                                + triple.getObject().getLiteralLexicalForm()
                                                + "”.",
                                        "say it in words of your own"));
    }

    private static String blank(String words, Set<String> names) {
        String blanked = words;
        for (String name : names) {
            blanked = blanked.replace(name, "\u0000");
        }
        return blanked;
    }

    private static boolean copied(String label, String text) {
        for (int at = 0; at + COPIED <= label.length(); at++) {
            String part = label.substring(at, at + COPIED);
            if (part.indexOf('\u0000') < 0 && text.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
