package districtkg.entity;

import districtkg.graph.GraphReader;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An entry of the news feed.
 *
 * @param iri what it is about
 * @param topic {@code document}, {@code correction} or {@code verdict}
 * @param title short title
 * @param text one sentence
 * @param date day, month or year; for a verdict, when the deciding document was published
 */
public record FeedEntry(String iri, String topic, String title, String text, String date) {
    /** Documents, corrections, and verdicts that a later document decided, newest first. */
    public static List<FeedEntry> all(GraphReader things, Language language) {
        List<FeedEntry> news = new ArrayList<>();
        for (DatasetSummary.Source source : DatasetSummary.of(things, language).documents()) {
            if (!source.published().isEmpty()) {
                news.add(
                        new FeedEntry(
                                source.self().iri(),
                                "document",
                                source.self().name(),
                                "",
                                source.published()));
            }
        }
        for (Correction one : Correction.all(things, language)) {
            news.add(new FeedEntry(one.iri(), "correction", one.text(), one.text(), one.date()));
        }
        for (Statement one : new Statements(things, language).promises()) {
            one.evidence().stream()
                    .map(
                            evidence ->
                                    things.value(Dkg.iri(evidence.iri()), Dkg.DOCUMENT_OF)
                                            .orElseThrow())
                    .map(document -> things.text(document, Dkg.PUBLISHED))
                    .max(Comparator.naturalOrder())
                    .ifPresent(
                            date ->
                                    news.add(
                                            new FeedEntry(
                                                    one.self().iri(),
                                                    "verdict",
                                                    one.self().name(),
                                                    one.verdict().orElseThrow().name(),
                                                    date)));
        }
        return news.stream()
                .sorted(
                        Comparator.comparing(FeedEntry::date)
                                .reversed()
                                .thenComparing(FeedEntry::iri))
                .toList();
    }
}
