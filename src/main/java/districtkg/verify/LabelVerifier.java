package districtkg.verify;

import districtkg.verify.document.CuratedFacts;
import districtkg.verify.document.VerifiedDocument;
import districtkg.vocab.Dkg;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Rejects labels copied verbatim from the source: except for proper names, they repeat no run of
 * its characters. Names are those of things that the document mentions, of things that any
 * statement is about, and of the indicators of the list.
 */
final class LabelVerifier {
    /** A common run of this many characters is not a common phrase. */
    private static final int COPIED = 12;

    private static final String NAME = "\u0000";

    private final VerifiedDocument subject;
    private final List<String> names;

    /** Of the text as it stands, with the names in it. */
    private final Set<String> printed;

    /** Of the text without names. */
    private final Set<String> runs;

    private LabelVerifier(VerifiedDocument subject) {
        this.subject = subject;
        this.names =
                Stream.concat(
                                subject.passages().keySet().stream()
                                        .flatMap(
                                                passage ->
                                                        subject
                                                                .facts()
                                                                .all(passage, Dkg.MENTIONS)
                                                                .stream()),
                                Stream.of(Dkg.ABOUT, Dkg.INDICATOR)
                                        .flatMap(
                                                property ->
                                                        subject.facts().graph().stream(
                                                                Node.ANY, property, Node.ANY))
                                        .map(Triple::getObject)
                                        .distinct())
                        .flatMap(thing -> subject.facts().chineseNames(thing).stream())
                        .distinct()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .toList();
        this.printed = runs(subject.text().words());
        this.runs = runs(withoutNames(subject.text().words()));
    }

    static void check(VerifiedDocument subject) {
        LabelVerifier labels = new LabelVerifier(subject);
        subject.facts().graph().stream()
                .filter(triple -> CuratedFacts.isChinese(triple.getObject()))
                .filter(triple -> !isListed(triple.getSubject()))
                .forEach(labels::check);
    }

    /** Whether it is a term of the shared lists, whose names are used by every report. */
    private static boolean isListed(Node subject) {
        return subject.isURI() && subject.getURI().startsWith(Dkg.VOCAB);
    }

    private void check(Triple triple) {
        String words = triple.getObject().getLiteralLexicalForm();
        // Taking names out leaves no run that was not there before.
        if (runs(words).stream().noneMatch(printed::contains) || names.contains(words)) {
            return;
        }
        Node node = triple.getSubject();
        runs(withoutNames(words)).stream()
                .filter(runs::contains)
                .min(Comparator.comparing(words::indexOf))
                .ifPresent(
                        run ->
                                subject.fault(
                                        "label-copied",
                                        node,
                                        triple.getPredicate(),
                                        "“%s” stands word for word in the text.".formatted(run),
                                        "say it in words of your own: no %d characters in a row as the text has them, proper names apart"
                                                .formatted(COPIED)));
    }

    private String withoutNames(String words) {
        String rest = words;
        for (String name : names) {
            rest = rest.replace(name, NAME);
        }
        return rest;
    }

    private static Set<String> runs(String words) {
        Set<String> runs = new HashSet<>();
        for (int at = 0; at + COPIED <= words.length(); at++) {
            String run = words.substring(at, at + COPIED);
            if (!run.contains(NAME)) {
                runs.add(run);
            }
        }
        return runs;
    }
}
