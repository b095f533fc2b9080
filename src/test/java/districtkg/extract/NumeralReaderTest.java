package districtkg.extract;

import static org.assertj.core.api.Assertions.assertThat;

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

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            新增床位820张                 | 820 张 exactly
            财政收入增长6.3%              | 6.3 % exactly
            人均达2.4万美元               | 2.4 万美元 exactly
            完成投资86亿元                | 86 亿元 exactly
            担保贷款3150万元              | 3150 万元 exactly
            新增就业0.8万人以上           | 0.8 万人 atLeast
            引进企业12家以上              | 12 家 atLeast
            不少于40个                    | 40 个 atLeast
            不低于95%                     | 95 % atLeast
            至少6项                       | 6 项 atLeast
            失业率控制在4.2%以内          | 4.2 % atMost
            不超过300人                   | 300 人 atMost
            不高于5%                      | 5 % atMost
            超过200户                     | 200 户 moreThan
            突破90亿元                    | 90 亿元 moreThan
            超90亿元                      | 90 亿元 moreThan
            30余家                        | 30 家 moreThan
            100多个                       | 100 个 moreThan
            3万余人                       | 3 万人 moreThan
            不足50人                      | 50 人 lessThan
            不到三成，共20家              | 3  lessThan; 20 家 exactly
            约9.5亿元                     | 9.5 亿元 approximately
            近2亿元                       | 2 亿元 approximately
            70项左右                      | 70 项 approximately
            接近60家                      | 60 家 approximately
            签约5.6万人                   | 5.6 万人 exactly
            节约用地30亩                  | 30 亩 exactly
            预约400人                     | 400 人 exactly
            附近60家                      | 60 家 exactly
            规模以上工业增长7%            | 7 % exactly
            规模以上企业15家              | 15 家 exactly
            千万元以上项目9个             | 9 个 exactly
            5000万元以上的项目3个         | 3 个 exactly
            设计类项目5个以上             | 5 个 atLeast
            １２台                        | 12 台 exactly
            １.５万人                     | 1.5 万人 exactly
            1,250户                       | 1250 户 exactly
            三十八家                      | 38 家 exactly
            一百二十人                    | 120 人 exactly
            两千三百株                    | 2300 株 exactly
            十五项                        | 15 项 exactly
            一万二千人                    | 12000 人 exactly
            六百个以上                    | 600 个 atLeast
            床位40—60张                   | 40..60 张 exactly
            30%-40%                       | 30..40 % exactly
            3至5家                        | 3..5 家 exactly
            全面清零                      | 0  exactly implied
            2019年新增7家                 | 7 家 exactly
            三亿五千万元                  | 350000000 元 exactly
            二十万亿元                    | 20000000000000 元 exactly
            1.8万亿元                     | 1800000000000.0 元 exactly
            绿地率不得低于30%             | 30 % atLeast
            补助不得超过50万元            | 50 万元 atMost
            事故起数未超过12个            | 12 个 atMost
            满意度不能低于90%             | 90 % atLeast
            失业人员不会超过2000人        | 2000 人 atMost
            医疗救助率达到百分之七十五    | 75 % exactly
            发病率为万分之三              | 0.03 % exactly
            三分之二                      | 0.666667  exactly
            受益20余万人                  | 20 万人 moreThan
            拨付300多万元                 | 300 万元 moreThan
            产值十余亿元                  | 10 亿元 moreThan
            3.5多万人                     | 3.5 万人 moreThan
            1—6月增长7.2%                 | 7.2 % exactly
            2021—2025年累计投入50亿元     | 50 亿元 exactly
            容纳3万人至5万人              | 3..5 万人 exactly
            规模5000万—1亿元              | 0.5..1 亿元 exactly
            用工8000—1.2万人              | 0.8..1.2 万人 exactly
            用工5—10万人                  | 5..10 万人 exactly
            接待两三百人                  | 200..300 人 approximately
            一两家企业                    | 1..2 家 approximately
            五六万人                      | 50000..60000 人 approximately
            累计数千人                    | 1000 人 moreThan
            上万人参与                    | 10000 人 moreThan
            增速-3.2%                     | -3.2 % exactly
            增速－3.2%                    | -3.2 % exactly
            增长１２．３％                | 12.3 % exactly
            总投资约为5亿元               | 5 亿元 approximately
            外来人口约占30%               | 30 % approximately
            约有职工6万人                 | 6 万人 approximately
            接种率达到或超过95%           | 95 % atLeast
            完成投资 3.5 亿元             | 3.5 亿元 exactly
            增长 12.3 %                   | 12.3 % exactly
            廿五家                        | 25 家 exactly
            壹佰贰拾万元                  | 1200000 元 exactly
            连续5年                       |
            第3位                         |
            6月15日                       |
            详见附表                      |
            """)
    void readsTheAmountsOfASentence(String sentence, String expected) {
        Text text = Text.of(sentence);

        List<Numeral> read = READER.read(text, new Span(0, text.length()), List.of());

        assertThat(read.stream().map(NumeralReaderTest::shown).collect(Collectors.joining("; ")))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aNumeralOfANameCountsNothing() {
        Text text = Text.of("改造608所路段3项");

        assertThat(READER.read(text, new Span(0, text.length()), List.of(new Span(2, 8))))
                .hasSize(1)
                .first()
                .extracting(NumeralReaderTest::shown)
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
                        Standing.in(text, new Span(0, text.length())).stream()
                                .map(standing -> standing.kind() + " " + standing.number())
                                .collect(Collectors.joining("; ")))
                .isEqualTo(expected == null ? "" : expected);
    }

    private static String shown(Numeral numeral) {
        String number =
                numeral.low().toPlainString()
                        + (numeral.isRange() ? ".." + numeral.high().toPlainString() : "");
        return "%s %s %s%s"
                .formatted(
                        number,
                        numeral.unit(),
                        numeral.bound().term(),
                        numeral.implied() ? " implied" : "");
    }
}
