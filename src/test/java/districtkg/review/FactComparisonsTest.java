package districtkg.review;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.consistency.Finding;
import districtkg.review.draft.FactState;
import districtkg.review.draft.FactState.Status;
import districtkg.review.draft.ReviewFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks beside a statement under review, in both directions. */
class FactComparisonsTest {
    private static final FactComparisons COMPARISONS =
            new FactComparisons(Drafts.lists(), List.of());

    /** Figures as {@code report kind indicator[/subject] year value bound}; the first is asked. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    22 outcome v:gdp 2021 106; 21 outcome v:gdp 2020 100; 22 outcome v:gdp-growth 2021 5   | GROWTH agrees
                    22 outcome v:gdp 2021 106; 21 outcome v:gdp 2020 100; 22 outcome v:gdp-growth 2021 25  | GROWTH differs
                    22 outcome v:gdp 2021 106; 21 outcome v:gdp 2020 100                                   | YEAR_BEFORE agrees
                    22 outcome v:gdp 2021 120; 22 outcome v:gdp/甲镇 2021 60; 22 outcome v:gdp/乙镇 2021 50 | PARTS agrees
                    22 outcome v:gdp 2021 100; 22 outcome v:gdp/甲镇 2021 60; 22 outcome v:gdp/乙镇 2021 50 | PARTS differs
                    22 outcome v:primary-share 2021 100                                                    |
                    22 outcome v:primary-share 2021 101                                                    | SHARE differs
                    22 outcome v:gdp-growth 2021 8; 21 target v:gdp-growth 2021 6 atLeast                  | TARGET agrees
                    22 outcome v:gdp-growth 2021 5; 21 target v:gdp-growth 2021 6 atLeast                  | TARGET differs
                    22 outcome v:retail-sales 2021 1100000; 21 outcome v:retail-sales 2020 100             | YEAR_BEFORE agrees, UNIT differs
                    22 outcome v:retail-sales 2021 110; 21 outcome v:retail-sales 2020 100                 | YEAR_BEFORE agrees
                    22 outcome v:primary-share 2021 98; 22 outcome v:primary-share 2021 97                 | TWICE differs
                    """)
    void eachCheckSaysWhetherFiguresAgree(String figures, String expected) {
        List<String> told =
                COMPARISONS.of("f0", facts(figures, Status.OPEN)).stream()
                        .map(FactComparisonsTest::told)
                        .toList();

        assertThat(String.join(", ", told)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void rejectedStatementsAreNotCompared() {
        assertThat(
                        COMPARISONS.of(
                                "f0",
                                facts("22 outcome v:primary-share 2021 101", Status.REJECTED)))
                .isEmpty();
    }

    private static String told(Finding finding) {
        return finding.check() + (finding.agrees() ? " agrees" : " differs");
    }

    private static Map<String, List<ReviewFact>> facts(String written, Status status) {
        Map<String, List<ReviewFact>> facts = new TreeMap<>();
        int number = 0;
        for (String one : written.split(";", -1)) {
            String[] words = one.strip().split(" ", -1);
            String[] indicator = words[2].split("/", -1);
            Map<String, String> cells = new HashMap<>();
            cells.put("kind", words[1]);
            cells.put("indicator", indicator[0]);
            cells.put("printedSubject", indicator.length > 1 ? indicator[1] : "");
            cells.put("place", "云禾区");
            cells.put(words[1].equals("target") ? "due" : "year", words[3]);
            cells.put("value", words[4]);
            cells.put("statedValue", words[4]);
            cells.put("bound", words.length > 5 ? words[5] : "exactly");
            facts.computeIfAbsent(words[0], key -> new ArrayList<>())
                    .add(ReviewFact.drafted("f" + number++, new FactState(status, cells)));
        }
        return facts;
    }
}
