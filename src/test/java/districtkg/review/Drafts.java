package districtkg.review;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.cli.report.ReadCommand;
import districtkg.review.draft.FactState;
import districtkg.review.draft.ReviewFact;
import districtkg.review.draft.ReviewLists;
import districtkg.source.Sources;
import districtkg.text.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Drafts of the made-up reports of Yunhe, and the shared lists. */
public final class Drafts {
    /** The name of the report of 2021. */
    public static final String REPORT = "云禾区-2021";

    private static final ReviewLists LISTS =
            ReviewLists.of(Sources.read(List.of(Path.of("data/lists"))).asserted());

    private Drafts() {}

    public static ReviewLists lists() {
        return LISTS;
    }

    /** Drafts both reports into a folder below another. */
    public static Path in(Path folder) throws IOException {
        Path texts = Files.createDirectories(folder.resolve("reports"));
        for (String year : List.of("2021", "2022")) {
            Files.copy(
                    Path.of("src/test/resources/yunhe/texts/yunhe-" + year + ".txt"),
                    texts.resolve("云禾区-" + year + ".txt"));
        }
        Path drafts = folder.resolve("drafts");
        int status =
                new CommandLine(new ReadCommand())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(new PrintWriter(new StringWriter()))
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute(texts.toString(), "--format", "csv", "--out", drafts.toString());
        assertThat(status).isZero();
        return drafts;
    }

    /** The first open figure of the report that has a listed indicator. */
    public static ReviewFact listed(ReviewSession session) {
        return session.facts(REPORT).stream()
                .filter(ReviewFact::isFigure)
                .filter(fact -> fact.state().status() == FactState.Status.OPEN)
                .filter(fact -> !fact.state().cell("indicator").isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** The position of words that the report of 2021 has once. */
    public static Span span(ReviewSession session, String words) {
        List<Integer> found = session.report(REPORT).orElseThrow().text().find(words);
        assertThat(found).as(words).hasSize(1);
        return new Span(found.get(0), found.get(0) + words.codePointCount(0, words.length()));
    }

    /** Cells with the position of some words. */
    public static Map<String, String> at(
            ReviewSession session, String words, Map<String, String> cells) {
        Span span = span(session, words);
        Map<String, String> all = new HashMap<>(cells);
        all.put("start", Integer.toString(span.start()));
        all.put("end", Integer.toString(span.end()));
        return all;
    }

    /** The first figure of the report that has none. */
    public static ReviewFact unlisted(ReviewSession session) {
        return session.facts(REPORT).stream()
                .filter(ReviewFact::isFigure)
                .filter(fact -> fact.state().cell("indicator").isEmpty())
                .filter(fact -> !fact.state().cell("statedUnit").isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
