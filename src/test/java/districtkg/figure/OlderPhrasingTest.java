package districtkg.figure;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.figure.Figure.Kind;
import districtkg.outline.Outline;
import districtkg.outline.Part;
import districtkg.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Growth targets and parts in the words of reports from 2001 to 2017. */
class OlderPhrasingTest {
    private static Figure target(String sentence) {
        Outline outline =
                Outline.of(
                        Text.of("一、2008年工作回顾\n生产总值增长7%。\n二、2009年主要工作\n" + sentence + "。\n"), 2009);
        return FigureReader.read(outline).stream()
                .filter(one -> one.kind() == Kind.TARGET && one.isGrowth())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} → {1} {2} {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            今年的预期目标是：国内生产总值增长8%左右            | 8   | 8   | approximately
            建议今年主要预期目标定为：国内生产总值2150亿元，增长12% | 12  | 12  | exactly
            主要经济预期目标定为：本市生产总值比上年增长13%      | 13  | 13  | exactly
            今年发展的主要指标是：本地生产总值增长5％            | 5   | 5   | exactly
            主要预期目标是：ＧＤＰ增长１３％以上                  | 13  | 13  | atLeast
            国内生产总值力争增长9%                                | 9   | 9   | exactly
            力争实现国内生产总值增长10%以上                       | 10  | 10  | atLeast
            国内生产总值增长8%-9%                                 | 8   | 9   | exactly
            国内生产总值增长8%—9%                                 | 8   | 9   | exactly
            本地生产总值增长8—8.5%                                | 8   | 8.5 | exactly
            地区生产总值增长8.5%到9.0%                            | 8.5 | 9   | exactly
            地区生产总值增长保持在8.1%-8.6%之间                   | 8.1 | 8.6 | exactly
            国内生产总值增长速度不低于9%                          | 9   | 9   | atLeast
            国内生产总值按可比价格增长8%左右                      | 8   | 8   | approximately
            全县生产总值达到43.5亿元，增长14.5%                   | 14.5| 14.5| exactly
            """)
    void growthTargets(String sentence, String low, String high, String bound) {
        Figure figure = target(sentence);

        assertThat(figure.year()).isEqualTo(2009);
        assertThat(figure.indicator()).containsPattern("生产总值|GDP|ＧＤＰ");
        assertThat(figure.quantity().low()).isEqualByComparingTo(low);
        assertThat(figure.quantity().high()).isEqualByComparingTo(high);
        assertThat(figure.quantity().bound().term()).isEqualTo(bound);
    }

    @Test
    void aTargetNamesItsYearInAPartOfSeveral() {
        Outline outline =
                Outline.of(
                        Text.of(
                                "一、2015年工作回顾\n生产总值增长7%。\n“十三五”发展思路和2016年主要工作任务\n"
                                        + "到2020年，生产总值达到90亿元。2016年青禾区经济社会发展的主要预期目标是：地区生产总值增长9%。\n"),
                        2016);

        assertThat(FigureReader.read(outline))
                .filteredOn(one -> one.kind() == Kind.TARGET && one.isGrowth())
                .extracting(Figure::year)
                .containsExactly(2016);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            一、2009年的主要工作回顾       | 二、2010年的主要工作
            一、过去五年工作回顾           | 二、今后五年目标与任务
            一、“十一五”主要成绩           | 二、“十二五”主要定位和目标
            一、青禾区成立以来的工作回顾   | 二、未来五年工作目标和任务
            一、2009年工作回顾             | 二、新的要求新的形势新的目标
            一、“十一五”时期简要回顾       | 二、“十二五”时期的奋斗目标、发展思路和主要任务
            一、过去一年的工作             | 二、2010年发展目标和工作重点
            一、2009年工作情况回顾         | 二、2010年工作思路和重点
            """)
    void thePlanBeginsAtItsHeading(String review, String plan) {
        String text = review + "\n新建学校3所。\n" + plan + "\n建设学校5所。\n";
        List<Part> parts = Outline.of(Text.of(text), 2010).parts();

        assertThat(parts)
                .filteredOn(part -> part.role().isPlan())
                .first()
                .satisfies(part -> assertThat(part.span().start()).isEqualTo(text.indexOf(plan)));
    }
}
