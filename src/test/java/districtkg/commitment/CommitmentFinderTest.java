package districtkg.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.lexicon.Lexicon;
import districtkg.lexicon.Lexicon.Row;
import districtkg.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitmentFinderTest {
    private final CommitmentFinder finder = new CommitmentFinder();

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            推动许湾物流园建成投产        | intended
            深入实施育苗行动              | intended
            确保禾泽大桥年内通车          | ensured
            禾泽项目确保年内投产          | ensured
            争创国家级先导区              | strivenFor
            努力争取更多项目支持          | strivenFor
            在工业领域建设数据共享空间    | intended
            居民收入稳步增长              | intended
            启动建设许湾220千伏变电站     | intended
            推进许湾党史馆规划建设        | intended
            落实许禾湾用水总量控制制度    | intended
            继续提高最低工资标准          | intended
            抓好“青禾”菜园工程            | intended
            尝试实行青禾碳汇交易          | intended
            打造一批宜居村落              | intended
            实现集镇保洁专业化            | intended
            启动水源地1000米范围内的村庄污水治理 | intended
            以共管模式完成绿道规划编制    | intended
            联合院校深化湿地定位研究      | intended
            同时推进其余河段清淤          | intended
            坚决遏制耕地撂荒              | intended
            严厉打击倒卖车位等乱象        | intended
            落实粮库值守责任制            | intended
            落实村级账目公开要求          | intended
            推动渔港设施提档升级          | intended
            发展研学、托育等服务业        | intended
            培育“夜渔经济”                | intended
            打造“十分钟托育圈”            | intended
            加大渔船更新的引导和补助力度  | intended
            扩大诚信积分应用领域          | intended
            统筹推进渔政体制一体改革      | intended
            让渔民“带证出海”成为常态      | intended
            """)
    void aClauseThatCanBeCheckedIsACommitment(String clause, String strength) {
        assertThat(finder.find(clause))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo(clause))
                .extracting(one -> one.strength().word())
                .isEqualTo(strength);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "坚持以人民为中心",
                "牢固树立项目为王理念",
                "打造多元增长极",
                "新增厂房200万平方米",
                "引进企业30家以上",
                "（一）聚焦稳增长，跑出新速度。",
                "推动经济运行向好",
                "取得更好的效果",
                "带动“一二三”产联动发展",
                "努力让渔民生活更殷实",
                "紧盯政策、聚焦优势",
                "这是我们加快发展的底气",
                "今年政府工作的总体要求是：坚持稳中求进，深化改革开放。"
            })
    void attitudesSlogansFiguresAndHeadingsAreNoCommitments(String sentence) {
        assertThat(finder.find(sentence)).isEmpty();
    }

    @Test
    void aVagueClauseIsACommitmentOnlyIfItNamesAThing() {
        List<Row> rows = Lexicon.beside(VagueClauses.class, "vague.tsv").rows();

        assertThat(rows)
                .hasSizeGreaterThan(8)
                .allSatisfy(row -> assertThat(finder.find(row.get("example"))).isEmpty())
                .allSatisfy(
                        row -> assertThat(row.get("example")).containsPattern(row.get("pattern")));
        assertThat(finder.find("推动许湾物流园转型升级")).hasSize(1);
    }

    @Test
    void aShortSentenceThatOpensAParagraphIsItsTitle() {
        assertThat(finder.find("深化国资改革。推进许湾大桥建设。"))
                .extracting(Commitment::text)
                .containsExactly("推进许湾大桥建设");
    }

    @Test
    void spansCountCodePointsOfTheOriginal() {
        assertThat(finder.find("𠮷。\n推进[1]许湾大桥建设，"))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("推进许湾大桥建设"))
                .extracting(Commitment::span)
                .isEqualTo(new Span(3, 14));
    }
}
