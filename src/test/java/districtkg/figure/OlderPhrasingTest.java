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
            生产总值增长9%左右 | 9 | 9 | approximately
            经济增长预期目标为8% | 8 | 8 | exactly
            经济增长预期目标为9%左右 | 9 | 9 | approximately
            GDP增长10%以上 | 10 | 10 | atLeast
            全省生产总值增长11%，力争更高 | 11 | 11 | exactly
            力争全省生产总值增长12% | 12 | 12 | exactly
            全省生产总值增长10%，在实际工作中争取更好 | 10 | 10 | exactly
            国民经济增长速度8%—9% | 8 | 9 | exactly
            经济增长8%以上 | 8 | 8 | atLeast
            经济增长速度保持在9%左右 | 9 | 9 | approximately
            全省国内生产总值增长9%，力争达到10% | 9 | 9 | exactly
            全区生产总值比上年增长12%左右 | 12 | 12 | approximately
            地区生产总值增长7.5%左右 | 7.5 | 7.5 | approximately
            地区生产总值增长7.5％—8％ | 7.5 | 8 | exactly
            地区生产总值增长7%-7.5% | 7 | 7.5 | exactly
            地区生产总值增长8%至9% | 8 | 9 | exactly
            地区生产总值增长6.5%以上，力争7% | 6.5 | 6.5 | atLeast
            全市生产总值增长不低于8% | 8 | 8 | atLeast
            生产总值预期增长9.5% | 9.5 | 9.5 | exactly
            生产总值（GDP）增长10%左右 | 10 | 10 | approximately
            国内生产总值（GDP）增长9% | 9 | 9 | exactly
            生产总值增幅达到11% | 11 | 11 | exactly
            生产总值增速为8.5%左右 | 8.5 | 8.5 | approximately
            生产总值增速保持在8%左右 | 8 | 8 | approximately
            确保生产总值增长8% | 8 | 8 | exactly
            确保国内生产总值增长8%，力争达到9% | 8 | 8 | exactly
            国内生产总值比2008年增长9％ | 9 | 9 | exactly
            国内生产总值增长百分之八 | 8 | 8 | exactly
            国内生产总值达到6000亿元，增长9% | 9 | 9 | exactly
            全省生产总值突破1万亿元，增长12%以上 | 12 | 12 | atLeast
            经济增长10%左右，人均生产总值突破2000美元 | 10 | 10 | approximately
            经济总量增长10% | 10 | 10 | exactly
            GDP增长9%，其中第一产业增长4%、第二产业增长11%、第三产业增长10% | 9 | 9 | exactly
            全省GDP增长目标为8.5%左右 | 8.5 | 8.5 | approximately
            全年经济增长预期目标确定为7%左右 | 7 | 7 | approximately
            全年经济增长的预期目标为10%以上 | 10 | 10 | atLeast
            经济增长率9% | 9 | 9 | exactly
            本地区生产总值年增长10% | 10 | 10 | exactly
            经济增速8%左右 | 8 | 8 | approximately
            全省经济增长7% | 7 | 7 | exactly
            地区生产总值增长8％～9％ | 8 | 9 | exactly
            地区生产总值增长8~9% | 8 | 9 | exactly
            地区生产总值增长10%或以上 | 10 | 10 | atLeast
            生产总值增长10.5%上下 | 10.5 | 10.5 | approximately
            生产总值增长9%，其中工业增加值增长12% | 9 | 9 | exactly
            全省生产总值增长12%，地方财政收入增长13% | 12 | 12 | exactly
            全市生产总值增长12%以上；财政收入增长13% | 12 | 12 | atLeast
            按可比价格计算，生产总值增长10% | 10 | 10 | exactly
            生产总值按可比价计算增长9%左右 | 9 | 9 | approximately
            地方生产总值增长12％左右 | 12 | 12 | approximately
            自治区生产总值增长12% | 12 | 12 | exactly
            全省生产总值增长9%以上，努力实现10% | 9 | 9 | atLeast
            全省生产总值增长11%，高于全国平均水平 | 11 | 11 | exactly
            预计全省生产总值增长9% | 9 | 9 | exactly
            经济增长预期为7%左右 | 7 | 7 | approximately
            综合考虑各方面因素，今年经济增长预期目标为8%左右 | 8 | 8 | approximately
            实现全省生产总值增长13%的目标 | 13 | 13 | exactly
            生产总值增长8%的目标 | 8 | 8 | exactly
            使全省经济增长保持在10%以上的水平 | 10 | 10 | atLeast
            保持全省生产总值9%以上的增长速度 | 9 | 9 | atLeast
            保持10%的经济增长速度 | 10 | 10 | exactly
            保持经济8%左右的增长速度 | 8 | 8 | approximately
            """)
    void growthTargets(String sentence, String low, String high, String bound) {
        Figure figure = target(sentence);

        assertThat(figure.year()).isEqualTo(2009);
        assertThat(figure.indicator()).containsPattern("生产总值|GDP|ＧＤＰ|经济");
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
            一、去年工作回顾               | 二、今年工作安排
            一、2009年政府工作             | 二、2010年政府工作
            一、过去五年的政府工作         | 二、今后五年的工作
            一、2009年的工作               | 二、2010年经济社会发展的总体要求和主要任务
            关于2009年的工作               | 关于2010年的工作安排
            一、二○○九年工作回顾           | 二、二○一○年工作任务
            一、二〇〇九年工作回顾         | 二、二〇一〇年的主要任务
            一、上届政府工作回顾           | 二、本届政府工作的建议
            一、2009年国民经济和社会发展的回顾 | 二、2010年国民经济和社会发展的主要任务
            一、“十五”时期的主要成就       | 二、“十一五”时期经济社会发展的奋斗目标
            第一部分  2009年工作回顾       | 第二部分  2010年工作部署
            一、过去五年工作的回顾         | 二、对今后五年工作的建议
            一、本届政府工作回顾           | 二、对下届政府工作的建议
            一、过去一年的主要工作         | 二、今年的目标任务和工作重点
            一、2009年，我们取得的成绩     | 二、2010年，我们要做的工作
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
