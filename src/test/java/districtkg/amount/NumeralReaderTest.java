package districtkg.amount;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.text.Span;
import districtkg.text.Text;
import districtkg.text.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralReaderTest {
    private static final NumeralReader READER =
            new NumeralReader(
                    Set.of(
                            "个", "家", "人", "元", "万人", "%", "亿元", "万元", "万美元", "张", "项", "户", "亩",
                            "米", "台", "吨", "株"));

    @Test
    void aNumeralOfANameCountsNothing() {
        Text text = Text.of("改造608所路段3项");

        assertThat(READER.read(text, new Span(0, text.length()), List.of(new Span(2, 8))))
                .hasSize(1)
                .first()
                .extracting(NumeralFaultsTest::shown)
                .isEqualTo("3 项 exactly");
    }

    @Test
    void positionsAreCountedInCodePoints() {
        Text text = Text.of("𠮷𠮷村12户");

        assertThat(READER.read(text, new Span(0, text.length()), List.of()))
                .singleElement()
                .extracting(Numeral::span)
                .isEqualTo(new Span(3, 5));
        assertThat(text.words(3, 5)).isEqualTo("12");
        assertThat(text.find("村")).containsExactly(2);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            签约9.7万人，两会，首个双证   | 9.7万 两 首 双
            １２台与十八庄、5G、半年      | １２ 十八 5 半
            1,250户，3亿元                | 1,250 3亿
            二〇二〇年                    | 二〇二〇
            """)
    void everyRunOfNumeralsIsAToken(String sentence, String expected) {
        assertThat(Token.in(sentence).stream().map(Token::words).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            连续13年保持称号              | STREAK 13
            连续三年获评                  | STREAK 3
            位居全市第一                  | RANK 1
            排名第5                       | RANK 5
            综合考核居首                  | RANK 1
            全省首个                      | FIRST 1
            国内首家                      | FIRST 1
            第五届第二次会议              |
            首先                          |
            """)
    void readsStreaksRanksAndFirsts(String sentence, String expected) {
        Text text = Text.of(sentence);

        assertThat(
                        PrintedRanking.in(text, new Span(0, text.length())).stream()
                                .map(standing -> standing.kind() + " " + standing.number())
                                .collect(Collectors.joining("; ")))
                .isEqualTo(expected == null ? "" : expected);
    }
}
