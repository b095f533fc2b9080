package districtkg.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.text.Span;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quantities of a sentence, with their units and bounds. */
class QuantityFinderTest {
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    技能人才74万 | 740000 人
                    医疗保险参保人数达到76万以上 | 760000 人 atLeast
                    注册用户数突破14万 | 140000 户 moreThan
                    接待人次超过12万 | 120000 人次 moreThan
                    商事主体累计近5万、创业密度提高 | 50000 户 approximately
                    科技型企业数首次突破2万大关 | 20000 家 moreThan
                    支持14万困难群众就业 | 140000 人
                    惠及30多万参保孕产妇 | 300000 人 moreThan
                    完成66万农户确权 | 660000 户
                    全县28万人民 |
                    支持3个20万吨级泊位建设 | 3 个
                    安排149亿财政预算用于民生 | 14900000000 元
                    总投资152亿的整治工程 | 15200000000 元
                    产值占全市近1/4 | 25 % approximately
                    占全省五分之一 | 20 %
                    审批时限缩短2/3 |
                    占全市1/5的土地 |
                    增速居全国首位 | 1 位
                    荣登全国百强县榜首 | 1 位
                    把安全放在首位 |
                    产值六区第一 | 1 位
                    强度居中国西部第1，增长5% | 1 位; 5 %
                    产业结构调整为26: 32.5: 41.5 | 26 %; 32.5 %; 41.5 %
                    三产结构由0.5:77.6:21.9优化为0.1:68.1:31.8 | 0.5 %; 77.6 %; 21.9 %; 0.1 %; 68.1 %; 31.8 %
                    占比分别提高4个和13.3个百分点 | 4 百分点; 13.3 百分点
                    成功应对17轮强降雨 | 17 轮
                    10家长者食堂 | 10 家
                    21.5万名城乡妇女 | 215000 人
                    路网密度7.3公里/平方公里 | 7.3 公里/平方公里
                    电价下降3分/千瓦时 | 0.03 元/千瓦时
                    登记4个工作小时办结 | 4 小时
                    连续21个季度增长 | 21 季度
                    人均预期寿命提高到80岁以上 | 80 岁 atLeast
                    优良天数达365天 | 365 天
                    举办15期培训 | 15 期
                    全时当量46万人年 | 460000 人年
                    国家1.1类新药 |
                    引进10家产值超亿元的企业 | 10 家
                    百万吨乙烯项目投产 |
                    """)
    void whatASentenceCounts(String sentence, String expected) {
        String found =
                QuantityFinder.in(
                                sentence,
                                QuantityFinder.amounts(sentence),
                                new Span(0, sentence.length()))
                        .stream()
                        .map(QuantityFinderTest::words)
                        .collect(Collectors.joining("; "));

        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    private static String words(Quantity quantity) {
        String bound = quantity.bound().term();
        return quantity.low().stripTrailingZeros().toPlainString()
                + " "
                + quantity.unit()
                + (bound.equals("exactly") ? "" : " " + bound);
    }
}
