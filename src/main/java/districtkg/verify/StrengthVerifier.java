package districtkg.verify;

import districtkg.verify.document.VerifiedDocument;
import districtkg.vocab.Dkg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * Checks the strength of a commitment against the promise word in its passage. If the word is
 * earlier in the sentence, the strength is the editor's interpretation.
 */
final class StrengthVerifier {
    private static final Pattern PROMISE =
            Pattern.compile("(?<ensured>确保)|(?<strivenFor>力争|争取|力求)");

    private final VerifiedDocument subject;

    private StrengthVerifier(VerifiedDocument subject) {
        this.subject = subject;
    }

    static void check(VerifiedDocument subject) {
        StrengthVerifier strengths = new StrengthVerifier(subject);
        subject.statements().forEach(strengths::check);
    }

    private void check(Node statement) {
        Optional<Node> said = subject.facts().one(statement, Dkg.STRENGTH);
        Map<String, String> printed = printed(statement);
        if (said.isEmpty() || printed.size() != 1) {
            return;
        }
        String right = printed.keySet().iterator().next();
        if (!said.get().equals(Dkg.term(right))) {
            subject.fault(
                    "strength",
                    statement,
                    Dkg.STRENGTH,
                    "The passage says %s, the data say %s."
                            .formatted(printed.get(right), VerifiedDocument.shown(said.get())),
                    "write  :strength :" + right);
        }
    }

    /** The promise words of its passages, by the strength that each means. */
    private Map<String, String> printed(Node statement) {
        Map<String, String> printed = new TreeMap<>();
        subject.sources(statement)
                .forEach(
                        span -> {
                            Matcher word =
                                    PROMISE.matcher(subject.text().words(span.start(), span.end()));
                            while (word.find()) {
                                for (String strength : List.of("ensured", "strivenFor")) {
                                    if (word.group(strength) != null) {
                                        printed.put(strength, word.group());
                                    }
                                }
                            }
                        });
        return printed;
    }
}
