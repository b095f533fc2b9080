package districtkg.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.lexicon.Lexicon;
import districtkg.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A report falls into parts, each with its role and its years. */
class OutlineTest {
    private static Outline outline(int year, String... lines) {
        return Outline.of(Text.of(String.join("\n", lines)), year);
    }

    private static List<String> told(Outline outline) {
        return outline.parts().stream()
                .map(
                        part ->
                                part.role()
                                        + " "
                                        + part.firstYear()
                                        + (part.isMultiYear() ? "-" + part.lastYear() : ""))
                .toList();
    }

    @Test
    void headingsBeginParts() {
        assertThat(
                        told(
                                outline(
                                        2022,
                                        "各位代表：",
                                        "一、2021年工作回顾",
                                        "生产总值增长6%。",
                                        "二、2022年工作总体要求和主要目标",
                                        "生产总值增长5%。",
                                        "三、2022年重点工作",
                                        "新建学校2所。",
                                        "四、加强政府自身建设",
                                        "依法行政。",
                                        "名词解释",
                                        "1.某词：指某事。")))
                .containsExactly(
                        "OPENING 2021",
                        "REVIEW 2021",
                        "TARGETS 2022",
                        "TASKS 2022",
                        "GOVERNMENT 2022",
                        "GLOSSARY 2022");
    }

    @Test
    void headingsPrintTheirYears() {
        assertThat(told(outline(2022, "一、2022年工作回顾", "好。", "二、2023年工作安排", "做。")))
                .containsExactly("REVIEW 2022", "TASKS 2023");
        assertThat(told(outline(2026, "一、“十四五”时期和2025年工作回顾", "好。", "二、“十五五”时期主要目标任务", "做。")))
                .containsExactly("REVIEW 2021-2025", "TARGETS 2026-2030");
        assertThat(told(outline(2021, "过去五年工作回顾", "好。", "今后五年工作任务", "做。")))
                .containsExactly("REVIEW 2016-2020", "TASKS 2021-2025");
    }

    @Test
    void headingsThatSayNoRoleBeginPartsAllTheSame() {
        assertThat(
                        told(
                                outline(
                                        2025,
                                        "各位代表：",
                                        "一、牢记嘱托，在奋斗中取得新成绩",
                                        "一年来的主要工作是：",
                                        "生产总值增长6%。",
                                        "二、牢记使命，在新征程中争先",
                                        "今年是“十四五”规划收官之年。",
                                        "今年经济社会发展的主要预期目标是：生产总值增长5%。")))
                .containsExactly("OPENING 2024", "REVIEW 2024", "REVIEW 2024", "TARGETS 2025");
        assertThat(
                        told(
                                outline(
                                        2021,
                                        "一、县六届人大一次会议以来的工作",
                                        "好。",
                                        "二、展望“十四五”，全面开启新征程",
                                        "做。",
                                        "三、接续奋斗2021年，实现新发展",
                                        "做。")))
                .containsExactly("REVIEW 2016-2020", "TARGETS 2021-2025", "TASKS 2021");
    }

    @Test
    void aHeadingMayBeGluedToItsFirstSentence() {
        Outline outline = outline(2018, "一、2017年工作回顾2017年，面对困难，我们奋进。完成投资5亿元。");

        assertThat(told(outline)).containsExactly("REVIEW 2017");
        assertThat(outline.words(outline.sentences().get(0).span())).isEqualTo("一、2017年工作回顾");
        assertThat(outline.sentences().get(0).heading()).isTrue();
    }

    @Test
    void sentencesBeginPartsWhereHeadingsAreMissing() {
        assertThat(
                        told(
                                outline(
                                        2023,
                                        "一年来，我们做了工作。",
                                        "今年经济社会发展的主要预期目标是：生产总值增长7%。",
                                        "围绕上述目标，重点抓好以下六个方面工作：")))
                .containsExactly("REVIEW 2022", "TARGETS 2023", "TASKS 2023");
    }

    @Test
    void aHeadingWithinAPartDoesNotEndIt() {
        assertThat(told(outline(2022, "一、2021年工作回顾", "（六）政府自身建设不断加强", "好。", "二、2022年工作安排", "做。")))
                .containsExactly("REVIEW 2021", "TASKS 2022");
    }

    @Test
    void clausesKeepNumbersAndQuotesWhole() {
        Outline outline = outline(2022, "完成投资1,200万元,增长5%；获评“好，更好”，比例为50.6：49.4。");

        assertThat(outline.sentences().get(0).clauses().stream().map(outline::words))
                .containsExactly("完成投资1,200万元", "增长5%", "获评“好，更好”", "比例为50.6：49.4");
    }

    @Test
    void theYearStandsInTheNameOrInTheHeadings() {
        assertThat(ReportYear.of(Text.of("一、2021年工作回顾\n好。"), "某县-2022.txt")).contains(2022);
        assertThat(ReportYear.of(Text.of("一、2021年工作回顾\n好。"), "")).contains(2022);
        assertThat(ReportYear.of(Text.of("一、2021年工作回顾\n二、2022年工作安排"), "")).contains(2022);
        assertThat(ReportYear.of(Text.of("没有年份"), "report.txt")).isEmpty();
    }

    @Test
    void eachCueFindsItsExample() {
        List<Lexicon.Row> rows = Lexicon.beside(Cue.class, "cues.tsv").rows();

        assertThat(rows).hasSizeGreaterThan(15);
        assertThat(rows)
                .allSatisfy(
                        row ->
                                assertThat(
                                                Pattern.compile(row.get("pattern"))
                                                        .matcher(row.get("example"))
                                                        .find())
                                        .as("line " + row.line())
                                        .isTrue());
    }

    @Test
    void everyTextHasAReviewAndAPlan() throws IOException {
        String folder = System.getProperty("texts", "");
        assumeTrue(!folder.isEmpty(), "no folder of texts is named");
        List<String> without = new ArrayList<>();
        int read = 0;
        try (Stream<Path> files = Files.list(Path.of(folder, "reports"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
                String name = file.getFileName().toString();
                Text text = Text.of(Files.readString(file));
                Outline outline = Outline.of(text, ReportYear.of(text, name).orElseThrow());
                read++;
                if (outline.parts().stream().noneMatch(part -> part.role() == Role.REVIEW)
                        || outline.parts().stream().noneMatch(part -> part.role().isPlan())) {
                    without.add(name + " " + told(outline));
                }
                assertThat(
                                outline.parts().stream()
                                        .mapToInt(part -> part.span().end() - part.span().start())
                                        .sum())
                        .as(name)
                        .isEqualTo(text.length());
            }
        }
        assertThat(read).isGreaterThan(100);
        assertThat(without).isEmpty();
    }
}
