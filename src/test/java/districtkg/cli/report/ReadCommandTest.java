package districtkg.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A folder of reports becomes a folder of drafts. */
class ReadCommandTest {
    private static final String REPORT =
            "一、2021年工作回顾\n地区生产总值增长5.5%，新建学校3所。\n二、2022年重点工作\n推动许湾产业园建成投产。\n";

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int read(String... words) {
        return new CommandLine(new ReadCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    private Path reports() throws IOException {
        Path reports = Files.createDirectories(folder.resolve("reports"));
        Files.writeString(reports.resolve("a_县.txt"), REPORT);
        Files.writeString(reports.resolve("b.html"), "<p>" + REPORT.replace("\n", "</p><p>"));
        Files.writeString(reports.resolve("c.txt"), REPORT, Charset.forName("GB18030"));
        Files.writeString(reports.resolve("damaged.pdf"), "no PDF");
        Files.writeString(reports.resolve("yearless.txt"), "各位代表：\n新建学校3所。\n");
        return reports;
    }

    @Test
    void anUnreadableFileDoesNotStopOthers() throws IOException {
        Path drafts = folder.resolve("drafts");

        int status = read(reports().toString(), "--out", drafts.toString(), "--format", "jsonl");

        assertThat(status).as(err.toString()).isEqualTo(1);
        assertThat(out.toString()).startsWith("3 reports read, 2 left. 6 figures");
        assertThat(err.toString()).contains("damaged.pdf").contains("yearless.txt", "--year");
        assertThat(drafts.resolve("a_县.jsonl"))
                .content()
                .contains("\"indicator_zh\":\"地区生产总值增速\"", "\"year\":2021", "许湾产业园");
    }

    @Test
    void theTextThatOffsetsCountOnStandsBesideTheDraft() throws IOException {
        Path drafts = folder.resolve("drafts");

        read(reports().toString(), "--out", drafts.toString(), "--format", "jsonl");

        assertThat(drafts.resolve("c.txt")).content().isEqualTo(REPORT);
        assertThat(drafts.resolve("b.txt")).content().isEqualTo(REPORT);
    }

    @Test
    void severalReportsNeedAFolder() throws IOException {
        assertThat(read(reports().toString())).isNotZero();
    }

    @Test
    void anOverviewCoversAllReports() throws IOException {
        Path reports = Files.createDirectories(folder.resolve("reports"));
        for (String name : new String[] {"甲县-2022", "甲县-2023", "乙县-2022", "丙县-2022"}) {
            Files.writeString(
                    reports.resolve(name + ".txt"),
                    "一、工作回顾\n新增许罗站点12个，增长5%。\n二、重点工作\n推动许禾湾产业园"
                            + (name.endsWith("2023") ? "二期" : "")
                            + "建设。\n");
        }
        Path drafts = folder.resolve("drafts");

        assertThat(read(reports.toString(), "--out", drafts.toString(), "--format", "csv"))
                .isZero();

        assertThat(drafts.resolve("overview-reports.csv"))
                .content()
                .contains("甲县-2022,甲县,2022,")
                .contains("carried-indicator 1");
        assertThat(drafts.resolve("overview-new-indicators.csv"))
                .content()
                .contains("新增许罗站点数,个,flow,,3,4");
        assertThat(drafts.resolve("overview-same-things.csv"))
                .content()
                .contains("甲县,许禾湾产业园,许禾湾产业园 许禾湾产业园二期,2022 2023,phases-of-one")
                .doesNotContain("乙县");
        assertThat(out.toString()).contains("doubts: carried-indicator 4");
    }

    @Test
    void anOverviewOfOneReportIsWritten() throws IOException {
        Path report = folder.resolve("甲县-2022.txt");
        Files.writeString(
                report, "一、工作回顾\n新增许罗站点12个。地区生产总值完成180亿元，增长5%。森林覆盖率达到120%。\n二、重点工作\n推动许禾湾产业园建设。\n");
        Path drafts = folder.resolve("drafts");

        assertThat(read(report.toString(), "--out", drafts.toString(), "--format", "csv")).isZero();

        assertThat(drafts.resolve("overview-new-indicators.csv"))
                .content()
                .contains("新增许罗站点数,个,flow,,1,1");
        assertThat(drafts.resolve("overview-disagreements.csv"))
                .content()
                .contains("甲县,甲县-2022-4,v:forest-cover", ",share,100,120.0,");
    }
}
