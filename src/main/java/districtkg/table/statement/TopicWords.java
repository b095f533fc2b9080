package districtkg.table.statement;

import districtkg.lexicon.Lexicon;
import districtkg.vocab.Dkg;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * The topic of a statement that names neither an indicator nor a topic, by the words of its Chinese
 * name. The rows of {@code topics.tsv} are asked in their order.
 */
final class TopicWords {
    private static final Node GENERAL = Dkg.iri(Dkg.VOCAB + "general-matters");

    private record Entry(Node topic, Pattern words) {}

    private static final List<Entry> ENTRIES =
            Lexicon.beside(TopicWords.class, "topics.tsv").rows().stream()
                    .map(
                            row ->
                                    new Entry(
                                            Dkg.iri(Dkg.VOCAB + row.get("topic")),
                                            Pattern.compile(row.get("words"))))
                    .toList();

    private TopicWords() {}

    static Node topic(String chinese) {
        return ENTRIES.stream()
                .filter(entry -> entry.words().matcher(chinese).find())
                .map(Entry::topic)
                .findFirst()
                .orElse(GENERAL);
    }
}
