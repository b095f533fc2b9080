package districtkg.verify;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.text.Span;
import districtkg.text.Text;
import districtkg.verify.document.VerifiedDocument;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes the text of a document, one character at a time. */
@ResourceLock(Report.CHANGED)
class ChangedTextTest {
    /** Coprime to the lengths of most lines, so that all parts of lines are tried. */
    private static final int STEP = 7;

    private static Stream<Report> reports() {
        return Report.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void anotherCharacterNamesThePassagesThatHoldIt(Report report) {
        changeEverywhere(report, at -> with(report, at, "※", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void anAddedCharacterNamesThePassagesThatItBreaksOrMoves(Report report) {
        changeEverywhere(report, at -> with(report, at, "※", 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void aLostCharacterNamesThePassagesThatItBreaksOrMoves(Report report) {
        changeEverywhere(report, at -> with(report, at, "", 1));
    }

    private static void changeEverywhere(Report report, IntFunction<Text> change) {
        Map<Node, Span> passages = report.subject().passages();
        for (int at = 0; at < report.text().length(); at += STEP) {
            Text changed = change.apply(at);
            VerifiedDocument subject = report.subject(changed);
            PassageVerifier.check(subject);
            Set<String> hit =
                    passages.entrySet().stream()
                            .filter(
                                    passage ->
                                            !words(changed, passage.getValue())
                                                    .equals(
                                                            words(
                                                                    report.text(),
                                                                    passage.getValue())))
                            .map(passage -> VerifiedDocument.shown(passage.getKey()))
                            .collect(Collectors.toCollection(TreeSet::new));
            hit.add(VerifiedDocument.shown(report.document()));

            hit.removeAll(
                    subject.faults().stream()
                            .flatMap(fault -> fault.iri().stream())
                            .collect(Collectors.toSet()));

            assertThat(hit).as("not named after a change at %d", at).isEmpty();
        }
    }

    private static Optional<String> words(Text text, Span span) {
        return text.holds(span.start(), span.end())
                ? Optional.of(text.words(span.start(), span.end()))
                : Optional.empty();
    }

    private static Text with(Report report, int at, String words, int instead) {
        Text text = report.text();
        return Text.of(text.words(0, at) + words + text.words(at + instead, text.length()));
    }
}
