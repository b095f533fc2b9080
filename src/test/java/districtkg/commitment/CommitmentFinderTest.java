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
