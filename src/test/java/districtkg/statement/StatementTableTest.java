package districtkg.statement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.graph.GraphReader;
import districtkg.source.Sources;
import districtkg.vocab.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class StatementTableTest {
    private static final String STATEMENT = "https://w3id.org/districtkg/id/";
    private static final Sources REAL = Fixture.real();
    private static final GraphReader THINGS = new GraphReader(Fixture.realGraph());

    @Test
    void aTargetIsOneTidyRow() throws IOException {
        CSVRecord row = row(Language.EN, "lusong-2020-urban-jobs-added-2020");

        assertThat(row.get("kind")).isEqualTo("target");
        assertThat(row.get("indicator")).isEqualTo("urban jobs added");
        assertThat(row.get("place")).isEqualTo("Lusong District");
        assertThat(row.get("year")).isEqualTo("2020");
        assertThat(row.get("due")).isEqualTo("2020");
        assertThat(row.get("bound")).isEqualTo("at least");
        assertThat(row.get("value")).isEqualTo("12000");
        assertThat(row.get("minimum")).isEqualTo("12000");
        assertThat(row.get("maximum")).isEmpty();
        assertThat(row.get("printed value")).startsWith("1.2 ");
        assertThat(row.get("strength")).isEqualTo("ensured");
        assertThat(row.get("verdict")).isEqualTo("unknown");
        assertThat(row.get("topic")).isEqualTo("employment");
        assertThat(row.get("start")).isEqualTo("1911");
        assertThat(row.get("end")).isEqualTo("1926");
    }

    @Test
    void theSameRowInChinese() throws IOException {
        CSVRecord row = row(Language.ZH, "lusong-2020-urban-jobs-added-2020");

        assertThat(row.get("类型")).isEqualTo("目标");
        assertThat(row.get("地区")).isEqualTo("芦淞区");
        assertThat(row.get("界限")).isEqualTo("至少");
        assertThat(row.get("数值")).isEqualTo("12000");
        assertThat(row.get("原文数值")).isEqualTo("1.2 万人");
        assertThat(row.get("力度")).isEqualTo("确保");
        assertThat(row.get("文献")).isNotEmpty();
        assertThat(row.get("章节")).isNotEmpty();
    }

    @Test
    void everyStatementHasItsRowInTheOrderOfTheText() throws IOException {
        List<CSVRecord> rows =
                rows(Language.EN).stream()
                        .filter(row -> row.get("IRI").startsWith(STATEMENT + "lusong-2020-"))
                        .toList();

        assertThat(rows).hasSize(157);
        assertThat(rows)
                .extracting(row -> Integer.parseInt(row.get("start").split(";", -1)[0]))
                .isSorted();
        assertThat(rows(Language.ZH)).hasSameSizeAs(rows(Language.EN));
    }

    private static CSVRecord row(Language language, String statement) throws IOException {
        return rows(language).stream()
                .filter(row -> row.get("IRI").equals(STATEMENT + statement))
                .findFirst()
                .orElseThrow();
    }

    private static List<CSVRecord> rows(Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StatementTable(THINGS, language).write(out);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(out.toString(StandardCharsets.UTF_8)))
                .getRecords();
    }
}
