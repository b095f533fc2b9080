package districtkg.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import districtkg.figure.Figure;
import districtkg.outline.ReportYear;
import districtkg.text.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Figures without doubt agree with the readings of two people. */
class SurenessTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void figuresWithoutDoubtAreRightIn99Percent() throws IOException {
        Path gold = Path.of(System.getProperty("texts", ""), "gold");
        assumeTrue(Files.isDirectory(gold), "no folder of texts is named");
        int sure = 0;
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.list(gold)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".txt")).toList()) {
                String name = file.getFileName().toString().replace(".txt", "");
                List<JsonNode> facts = facts(gold.resolve(name + ".facts.jsonl"));
                Text text = Text.of(Files.readString(file));
                int year = ReportYear.of(text, name).orElseThrow();
                for (Figure figure : ReportDraft.of(name, "", text, year).figures()) {
                    if (figure.sure()) {
                        sure++;
                        if (facts.stream().noneMatch(fact -> says(fact, figure))) {
                            wrong.add(figure.indicator() + " " + figure.quantity().low());
                        }
                    }
                }
            }
        }
        assertThat(sure).isGreaterThan(100);
        assertThat(wrong).as("of " + sure).hasSizeLessThanOrEqualTo(sure / 100);
    }

    private static List<JsonNode> facts(Path file) throws IOException {
        List<JsonNode> facts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                facts.add(JSON.readTree(line));
            }
        }
        return facts;
    }

    /** Whether a fact has the number, value, year and kind of a figure. */
    private static boolean says(JsonNode fact, Figure figure) {
        if (!fact.hasNonNull("value")) {
            return false;
        }
        int start = fact.path("num_start").asInt(fact.path("char_start").asInt());
        int end = fact.path("num_end").asInt(fact.path("char_end").asInt());
        boolean target = fact.path("kind").asText().equals("target");
        return figure.quantity().number().start() < end
                && start < figure.quantity().number().end()
                && figure.quantity().low().compareTo(new BigDecimal(fact.path("value").asText()))
                        == 0
                && years(fact).contains(figure.year())
                && (target == (figure.kind() == Figure.Kind.TARGET)
                        || fact.path("kind_accept").size() > 0);
    }

    private static List<Integer> years(JsonNode fact) {
        List<Integer> years = new ArrayList<>(List.of(fact.path("year").asInt()));
        fact.path("year_accept").forEach(year -> years.add(year.asInt()));
        return years;
    }
}
