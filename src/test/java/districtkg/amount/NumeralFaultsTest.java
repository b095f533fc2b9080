package districtkg.amount;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.lexicon.Lexicon;
import districtkg.lexicon.Lexicon.Row;
import districtkg.text.Span;
import districtkg.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that were once misread, and similar ones: the rows of {@code faults.tsv}. */
class NumeralFaultsTest {
    private static final NumeralReader READER =
            new NumeralReader(
                    Set.of(
                            "个", "家", "人", "元", "万人", "%", "亿元", "万元", "万美元", "张", "项", "户", "亩",
                            "米", "台", "吨", "株"));

    private static Stream<Row> rows() {
        List<Row> rows = Lexicon.beside(NumeralFaultsTest.class, "faults.tsv").rows();
        assertThat(rows).hasSizeGreaterThan(150);
        return rows.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void readsWhatIsPrinted(Row row) {
        Text text = Text.of(row.get("words").replace("\\n", "\n"));

        List<Numeral> read = READER.read(text, new Span(0, text.length()), List.of());

        assertThat(read.stream().map(NumeralFaultsTest::shown).collect(Collectors.joining("; ")))
                .as(row.get("words") + ", line " + row.line())
                .isEqualTo(row.get("reading"));
    }

    /** {@code 9.7 万人 exactly}, {@code 40..60 张 exactly}, with ? where the reading is unsure. */
    static String shown(Numeral numeral) {
        String number =
                numeral.low().stripTrailingZeros().toPlainString()
                        + (numeral.isRange()
                                ? ".." + numeral.high().stripTrailingZeros().toPlainString()
                                : "");
        return Stream.of(
                        number,
                        numeral.unit(),
                        numeral.bound().term(),
                        numeral.implied() ? "implied" : "",
                        numeral.ambiguity().isNone() ? "" : "?")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
