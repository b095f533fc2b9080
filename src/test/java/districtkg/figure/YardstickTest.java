package districtkg.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.draft.ReportDraft;
import districtkg.figure.Figure.Kind;
import districtkg.text.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Growth targets that others published: the reader finds each in the report, with its bound. */
class YardstickTest {
    private static final Pattern GROWTH =
            Pattern.compile("^(?:全[省市区])?(?:地区)?(?:生产总值|经济|GDP)(?:按)?增速$");

    @Test
    void growthTargetsOfProvinces() throws IOException {
        String folder = System.getProperty("texts", "");
        Path table = Path.of(folder, "..", "yardsticks", "prov-gdp-target-2026.tsv");
        assumeTrue(!folder.isEmpty() && Files.exists(table), "no folder of texts is named");
        List<String> missed = new ArrayList<>();
        int asked = 0;
        for (String line : Files.readAllLines(table)) {
            String[] cells = line.split("\t", -1);
            Path report = Path.of(folder, "reports", cells[0] + "-2026.txt");
            if (cells.length < 4 || !Files.exists(report)) {
                continue;
            }
            asked++;
            ReportDraft draft =
                    ReportDraft.of("x", cells[0], Text.of(Files.readString(report)), 2026);
            BigDecimal low = new BigDecimal(cells[1]);
            BigDecimal high = new BigDecimal(cells[2]);
            String bound =
                    switch (cells[3]) {
                        case "左右" -> "approximately";
                        case "以上" -> "atLeast";
                        default -> "exactly";
                    };
            if (draft.figures().stream()
                    .filter(one -> one.kind() == Kind.TARGET && one.year() == 2026)
                    .filter(one -> GROWTH.matcher(one.indicator()).matches())
                    .map(Figure::quantity)
                    .noneMatch(
                            one ->
                                    one.low().compareTo(low) == 0
                                            && one.high().compareTo(high) == 0
                                            && one.bound().term().equals(bound))) {
                missed.add(cells[0]);
            }
        }
        assertThat(asked).isGreaterThan(20);
        assertThat(missed).isEmpty();
    }

    /**
     * The product of counties in 2023, in units of 10,000 yuan. Reports print a preliminary figure
     * with three or four digits; the yearbook revises it, so that half a percent is the same.
     */
    @Test
    void productOfCounties() throws IOException {
        String folder = System.getProperty("texts", "");
        Path table = Path.of(folder, "..", "yardsticks", "china-county-panel.csv");
        assumeTrue(!folder.isEmpty() && Files.exists(table), "no folder of texts is named");
        List<String> missed = new ArrayList<>();
        int asked = 0;
        try (CSVParser rows =
                CSVParser.parse(
                        table,
                        StandardCharsets.UTF_8,
                        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            for (CSVRecord row : rows) {
                Path report = Path.of(folder, "reports", row.get("county") + "-2024.txt");
                if (!row.get("county").isEmpty()
                        && row.get(0).equals("2023")
                        && !row.get("gdp").isEmpty()
                        && Files.exists(report)) {
                    BigDecimal product = new BigDecimal(row.get("gdp")).scaleByPowerOfTen(4);
                    List<BigDecimal> read = product(Text.of(Files.readString(report)));
                    asked += read.isEmpty() ? 0 : 1;
                    if (read.stream().noneMatch(one -> near(one, product)) && !read.isEmpty()) {
                        missed.add(row.get("county") + " " + read + " for " + product);
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(2);
        assertThat(missed).isEmpty();
    }

    private static List<BigDecimal> product(Text text) {
        return ReportDraft.of("x", "", text, 2024).figures().stream()
                .filter(one -> one.kind() == Kind.OUTCOME && one.year() == 2023)
                .filter(one -> one.indicator().matches("(?:完成|实现)?(?:全[区县])?(?:地区)?生产总值"))
                .map(one -> one.quantity().low())
                .toList();
    }

    private static boolean near(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(other.multiply(new BigDecimal("0.005"))) <= 0;
    }
}
