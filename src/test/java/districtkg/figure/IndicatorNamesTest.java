package districtkg.figure;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.outline.Outline;
import districtkg.text.Text;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the figures of a sentence measure. */
class IndicatorNamesTest {
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    地区生产总值达到200亿元，五年年均增长7.1% | 地区生产总值 地区生产总值增速
                    上市公司达50家，五年增加12家 | 上市公司数 新增上市公司数
                    建成道路12条、新开工14条 | 建成道路数 新开工道路数
                    西山产业园等2个项目完工，厂房面积38万平方米 | 完工项目数 完工项目厂房面积
                    新建80个以上健身场所 | 新建健身场所数
                    改造提升3条主干道路 | 改造提升主干道路数
                    公园绿地面积增加3公顷，人均达到12平方米 | 新增公园绿地面积 人均公园绿地面积
                    在东山路、西山路安装路灯300盏 | 安装路灯数
                    培育1个千亿级产业集群、2个百亿级产业集群 | 培育千亿级产业集群数 培育百亿级产业集群数
                    事故起数、死亡人数下降17.6%、11.6% | 事故起数降幅 死亡人数降幅
                    新增保障性住房3万套、竣工2万套 | 新增保障性住房数 竣工保障性住房数
                    新兴产业增加值5亿元，占地区生产总值比重15% | 新兴产业增加值 新兴产业增加值占地区生产总值占比
                    财政收入5亿元，单位产值能耗、水耗分别优于平均水平，分别下降5%、6% | 财政收入 单位产值能耗降幅 水耗降幅
                    经济总量位居亚洲城市第五位，五年年均增长7% | 经济总量亚洲城市排名 经济总量增速
                    绿化覆盖率达到40%以上、污水处理率达到90%以上 | 绿化覆盖率 污水处理率
                    完善提升20个养老服务网点 | 完善提升养老服务网点数
                    新增学位500个、带动就业300人 | 新增学位数 带动就业数
                    引进1亿元以上项目12个 | 引进1亿元以上项目数
                    居民消费价格涨幅2%左右 | 居民消费价格涨幅
                    全力推进城区更新工程，总投资18.4亿元 | 城区更新工程总投资
                    引进人才300人，其中研究生以上学历占9.6% | 引进人才数 研究生以上学历占比
                    """)
    void whatAFigureMeasures(String sentence, String names) {
        Text text = Text.of("一、2021年工作回顾\n" + sentence + "。\n");

        List<Figure> figures = FigureReader.read(Outline.of(text, 2022));

        assertThat(figures).extracting(Figure::indicator).containsExactly(names.split(" "));
    }
}
