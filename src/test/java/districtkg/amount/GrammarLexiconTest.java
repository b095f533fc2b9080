package districtkg.amount;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.lexicon.Lexicon;
import districtkg.lexicon.Lexicon.Row;
import districtkg.text.Span;
import districtkg.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the lexicon of the grammar does in its own example what it says. */
class GrammarLexiconTest {
    private static final NumeralReader READER = new NumeralReader(List.of());

    private static Stream<Row> bounds() {
        return rows("bounds.tsv", 15);
    }

    private static Stream<Row> idioms() {
        return rows("idioms.tsv", 200);
    }

    private static Stream<Row> rows(String file, int least) {
        List<Row> rows = Lexicon.beside(NumeralReader.class, file).rows();
        assertThat(rows).hasSizeGreaterThan(least);
        return rows.stream();
    }

    private static List<Numeral> read(String words) {
        Text text = Text.of(words);
        return READER.read(text, new Span(0, text.length()), List.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounds")
    void aBoundWordBoundsItsExample(Row row) {
        assertThat(read(row.get("example")))
                .as("line " + row.line())
                .singleElement()
                .extracting(numeral -> numeral.bound().term())
                .isEqualTo(row.get("bound"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("idioms")
    void theNumeralsOfAnIdiomCountNothing(Row row) {
        assertThat(row.get("example")).as("line " + row.line()).contains(row.get("words"));
        assertThat(read(row.get("example"))).as("line " + row.line()).isEmpty();
    }
}
