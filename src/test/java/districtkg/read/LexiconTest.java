package districtkg.read;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.extract.Span;
import districtkg.lexicon.Lexicon;
import districtkg.lexicon.Lexicon.Row;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each row of a lexicon is found in its own example. */
class LexiconTest {
    @Test
    void words() {
        List<Row> rows = Lexicon.beside(Words.class, "words.tsv").rows();

        assertThat(rows).hasSizeGreaterThan(200);
        assertThat(rows)
                .allSatisfy(
                        row ->
                                assertThat(
                                                Pattern.compile(row.get("pattern"))
                                                        .matcher(row.get("example"))
                                                        .find())
                                        .as("line " + row.line())
                                        .isTrue());
    }

    @Test
    void units() {
        List<Row> rows = Lexicon.beside(Unit.class, "units.tsv").rows();

        assertThat(rows).hasSizeGreaterThan(100);
        assertThat(rows)
                .filteredOn(row -> !row.get("unit").equals("年"))
                .allSatisfy(
                        row -> {
                            String example = row.get("example");
                            assertThat(QuantityFinder.in(example, new Span(0, example.length())))
                                    .as("line " + row.line())
                                    .singleElement()
                                    .extracting(Quantity::unit)
                                    .isEqualTo(row.get("base"));
                        });
    }
}
