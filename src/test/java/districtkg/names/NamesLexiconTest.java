package districtkg.names;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.lexicon.Lexicon;
import districtkg.names.words.NameWords;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each entry of the lexicons does what it is there for, in a made-up example. */
class NamesLexiconTest {
    /** A clause for each role; its name is 许禾湾产业园. */
    private static final Map<String, String> EXAMPLES =
            Map.of(
                    "verb", "%s许禾湾产业园",
                    "time", "%s建成许禾湾产业园",
                    "adverb", "%s建设许禾湾产业园",
                    "tail", "许禾湾产业园%s",
                    "head", "许禾湾产业园、禾罗泽科技园等3个%s",
                    "cut", "今春许罗%s许禾湾产业园");

    private final NameFinder finder = new NameFinder();

    @TestFactory
    Stream<DynamicTest> endingsEndNames() {
        List<Lexicon.Row> rows = Lexicon.beside(NameWords.class, "endings.tsv").rows();
        assertThat(rows).hasSizeGreaterThan(200);
        return rows.stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.get("ending"),
                                        () ->
                                                assertThat(finder.find(row.get("example")))
                                                        .extracting(Name::text)
                                                        .contains(row.get("name"))));
    }

    @TestFactory
    Stream<DynamicTest> wordsStandAroundNames() {
        Collection<Lexicon.Row> rows = Lexicon.beside(NameWords.class, "words.tsv").rows();
        assertThat(rows).hasSizeGreaterThan(500);
        return rows.stream()
                .filter(row -> EXAMPLES.containsKey(row.get("role")))
                .map(
                        row -> {
                            String clause =
                                    EXAMPLES.get(row.get("role")).formatted(row.get("word"));
                            return DynamicTest.dynamicTest(
                                    row.get("role") + " " + row.get("word"),
                                    () ->
                                            assertThat(finder.find(clause))
                                                    .as(clause)
                                                    .extracting(Name::text)
                                                    .anyMatch(name -> name.startsWith("许禾湾产业园")));
                        });
    }

    @Test
    void rolesAreKnown() {
        assertThat(Lexicon.beside(NameWords.class, "words.tsv").rows())
                .extracting(row -> row.get("role"))
                .doesNotContain("");
    }
}
