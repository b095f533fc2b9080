package districtkg.web.message;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private static final Messages EN = Messages.in(Language.EN);
    private static final Messages ZH = Messages.in(Language.ZH);

    @ParameterizedTest(name = "{0} → {1}, {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            144666.666666666667 | 144,667 | 14.4667万
            12000      | 12,000        | 1.2万
            19000.0    | 19,000        | 1.9万
            6516       | 6,516         | 6516
            8.5        | 8.5           | 8.5
            0          | 0             | 0
            97000      | 97,000        | 9.7万
            21980000   | 21.98 million | 2198万
            2560000000 | 2.56 billion  | 25.6亿
            12000000000| 12 billion    | 120亿
            999999     | 999,999       | 99.9999万
            """)
    void aNumberIsInTheReadersFormAndNotRounded(BigDecimal number, String english, String chinese) {
        assertThat(EN.number(number)).isEqualTo(english);
        assertThat(ZH.number(number)).isEqualTo(chinese);
    }

    @Test
    void aCountHasAllDigits() {
        assertThat(EN.count(14821)).isEqualTo("14,821");
        assertThat(ZH.count(14821)).isEqualTo("14,821");
    }

    @Test
    void everyFigureOfTheDataReadsBackAsItIs() {
        Graph graph = Fixture.realGraph();
        Map<String, Integer> sizes =
                Map.of("万", 4, "亿", 8, "thousand", 3, "million", 6, "billion", 9);

        Stream<Node> values =
                graph.stream(Node.ANY, Dkg.VALUE, Node.ANY).map(triple -> triple.getObject());

        assertThat(values)
                .hasSizeGreaterThan(40)
                .allSatisfy(
                        value -> {
                            BigDecimal number = new BigDecimal(value.getLiteralLexicalForm());
                            for (Messages words : new Messages[] {EN, ZH}) {
                                String written = words.number(number);
                                String digits = written.replaceAll("[^0-9.]", "");
                                int power =
                                        sizes.entrySet().stream()
                                                .filter(size -> written.contains(size.getKey()))
                                                .mapToInt(Map.Entry::getValue)
                                                .sum();
                                assertThat(new BigDecimal(digits).scaleByPowerOfTen(power))
                                        .as(written)
                                        .isEqualByComparingTo(Messages.shown(number));
                            }
                        });
    }

    @ParameterizedTest(name = "{0} → {1}, {2}")
    @CsvSource({
        "2020,2020,2020年",
        "2020-06,June 2020,2020年6月",
        "2020-06-15,15 June 2020,2020年6月15日"
    })
    void aDateIsAsPreciseAsItsSource(String written, String english, String chinese) {
        assertThat(EN.date(written)).isEqualTo(english);
        assertThat(ZH.date(written)).isEqualTo(chinese);
    }

    @Test
    void bothLanguagesHaveTheSameMessages() {
        assertThat(ZH.messages().keySet())
                .hasSizeGreaterThan(150)
                .containsExactlyInAnyOrderElementsOf(EN.messages().keySet());
    }
}
