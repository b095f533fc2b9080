package districtkg.figure;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.figure.scope.Period;
import districtkg.lexicon.Lexicon;
import districtkg.lexicon.Lexicon.Row;
import districtkg.quantity.Quantity;
import districtkg.quantity.QuantityFinder;
import districtkg.quantity.Words;
import districtkg.text.Span;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"periods.tsv", "subjects.tsv"})
    void periodsAndSubjects(String table) {
        List<Row> rows = Lexicon.beside(Period.class, table).rows();

        assertThat(rows).hasSizeGreaterThan(5);
        assertThat(rows)
                .allSatisfy(
                        row ->
                                assertThat(row.get("example"))
                                        .as("line " + row.line())
                                        .containsPattern(row.get("pattern")));
    }

    @Test
    void units() {
        List<Row> rows = Lexicon.beside(districtkg.number.Unit.class, "units.tsv").rows();

        assertThat(rows).hasSizeGreaterThan(100);
        assertThat(rows)
                .filteredOn(row -> !row.get("unit").equals("年"))
                .allSatisfy(
                        row -> {
                            String example = row.get("example");
                            assertThat(
                                            QuantityFinder.in(
                                                    example,
                                                    QuantityFinder.amounts(example),
                                                    new Span(0, example.length())))
                                    .as("line " + row.line())
                                    .singleElement()
                                    .extracting(Quantity::unit)
                                    .isEqualTo(row.get("base"));
                        });
    }
}
