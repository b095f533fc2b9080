package districtkg.figure;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.outline.Outline;
import districtkg.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of what time and of whom a figure is. */
class PeriodTest {
    private static List<Figure> figures(String sentence) {
        return FigureReader.read(Outline.of(Text.of("一、2021年工作回顾\n" + sentence + "。\n"), 2022));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    地区生产总值增长5.5%                         | year 2021
                    地区生产总值五年年均增长7.1%                 | average 2017/2021
                    五年来，新增学位5万个，新建学校12所          | sum 2017/2021 sum 2017/2021
                    前三季度，地区生产总值增长6%                 | months 2021-01/2021-09
                    1-11月固定资产投资增长8%                     | months 2021-01/2021-11
                    1-11月投资增长8%，预计全年增长9%             | months 2021-01/2021-11 year 2021
                    截至2021年10月底，建成5G基站300个            | as-of 2021-10
                    截至2020年底，登记企业3万户                  | as-of 2020-12
                    """)
    void ofWhatTime(String sentence, String periods) {
        assertThat(figures(sentence))
                .extracting(one -> one.period().word() + " " + one.period().interval())
                .satisfies(
                        all ->
                                assertThat(all.stream().collect(Collectors.joining(" ")))
                                        .isEqualTo(periods));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    一般公共预算收入完成5亿元        |
                    城镇新增就业3000人               |
                    经济开发区主营业务收入100亿元    | park 经济开发区
                    华禾集团纳税4500万元             | company 华禾集团
                    许湾大桥总投资3亿元              | project 许湾大桥
                    许湾镇税收增长8%                 | town 许湾镇
                    数字产业增加值增长9%             | industry 数字产业
                    """)
    void ofWhom(String sentence, String subject) {
        assertThat(figures(sentence))
                .singleElement()
                .extracting(
                        one -> one.subject().map(of -> of.word() + " " + of.name()).orElse(null))
                .isEqualTo(subject);
    }
}
