package districtkg.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.draft.terms.IndicatorList;
import districtkg.draft.terms.PrintedUnits;
import districtkg.outline.ReportYear;
import districtkg.source.Sources;
import districtkg.text.Text;
import districtkg.verify.Verification;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the reader drafts, the words of the text prove. */
class DraftTest {
    private static final List<Path> LISTS = List.of(Path.of("ontology"), Path.of("data/lists"));
    private static final Graph GRAPH = Sources.read(LISTS).asserted();
    private static final PrintedUnits UNITS = PrintedUnits.of(GRAPH);
    private static final IndicatorList INDICATORS = IndicatorList.of(GRAPH);

    @TempDir Path folder;

    private Verification verified(Map<String, Text> texts) throws IOException {
        List<Path> files = new ArrayList<>(LISTS);
        Map<String, Text> byIri = new LinkedHashMap<>();
        for (Map.Entry<String, Text> text : texts.entrySet()) {
            String name = text.getKey();
            int year = ReportYear.of(text.getValue(), name).orElseThrow();
            Path file = folder.resolve(name + ".ttl");
            Files.writeString(
                    file,
                    ReportDraft.of(name, "", text.getValue(), year).turtle(UNITS, INDICATORS));
            files.add(file);
            byIri.put(Dkg.ID + name, text.getValue());
        }
        return Verification.of(Sources.read(files), byIri);
    }

    @Test
    void aDraftIsProvenByItsText() throws IOException {
        Text text =
                Text.of(
                        """
                        各位代表：
                        一、2021年工作回顾
                        地区生产总值完成176.6亿元，同比增长5.5%，增速居全市第2位。新建学校12所、公园3个，培训2400多人。连续3年获奖。
                        二、2022年重点工作
                        （一）力争新增停车位1.2万个以上，完成二十项实事，发放补助3万至5万元。
                        """);

        Verification verification = verified(Map.of("some-2022", text));

        assertThat(verification.faults()).isEmpty();
        assertThat(verification.proofs().get(0).figures()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void everyDraftIsProvenByItsText() throws IOException {
        String texts = System.getProperty("texts", "");
        assumeTrue(!texts.isEmpty(), "no folder of texts is named");
        List<Path> reports;
        try (Stream<Path> files = Files.list(Path.of(texts, "reports"))) {
            reports = files.filter(path -> path.toString().endsWith(".txt")).sorted().toList();
        }
        assertThat(reports).hasSizeGreaterThan(100);
        for (int at = 0; at < reports.size(); at += 20) {
            Map<String, Text> some = new LinkedHashMap<>();
            for (Path report : reports.subList(at, Math.min(reports.size(), at + 20))) {
                some.put(
                        report.getFileName().toString().replace(".txt", ""),
                        Text.of(Files.readString(report)));
            }
            assertThat(verified(some).faults()).isEmpty();
        }
    }
}
