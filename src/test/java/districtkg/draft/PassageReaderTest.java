package districtkg.draft;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.draft.PassageReader.Failure;
import districtkg.draft.PassageReader.Reading;
import districtkg.text.Span;
import districtkg.text.Text;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PassageReaderTest {
    private static final Text TEXT =
            Text.of("全区用水量下降18.7%，投入不超过2.5亿元，种树300至500棵，评分居全省第4位，连续6年获奖，养蜂7箱。");
    private static final PassageReader READER =
            new PassageReader(
                    TEXT,
                    Map.of(
                            "%", BigDecimal.ONE,
                            "亿元", new BigDecimal("100000000"),
                            "棵", BigDecimal.ONE));

    private static Span span(String words) {
        int start = TEXT.find(words).get(0);
        return new Span(start, start + words.length());
    }

    private static String words(Reading reading) {
        return TEXT.words(reading.passage().start(), reading.passage().end());
    }

    @Test
    void aPartOfANumberStandsForAllWordsThatStateIt() {
        Reading reading = READER.amount(span("2.5"));

        assertThat(words(reading)).isEqualTo("不超过2.5亿元");
        assertThat(reading.cells())
                .containsEntry("value", "250000000.0")
                .containsEntry("statedValue", "2.5")
                .containsEntry("statedUnit", "亿元")
                .containsEntry("bound", "atMost");
    }

    @Test
    void aDecreaseIsNegativeIfItsWordIsSelected() {
        assertThat(READER.amount(span("18.7%")).cells()).containsEntry("value", "18.7");
        assertThat(READER.amount(span("18.7%")).falls()).isTrue();

        Reading whole = READER.amount(span("用水量下降18.7%"));
        assertThat(whole.cells()).containsEntry("value", "-18.7");
        assertThat(words(whole)).isEqualTo("下降18.7%");
    }

    @Test
    void aRangeHasTwoEnds() {
        assertThat(READER.amount(span("300至500棵")).cells())
                .containsEntry("min", "300.0")
                .containsEntry("max", "500.0")
                .doesNotContainKey("value");
    }

    @Test
    void ranksAndStreaksAreReadAsSuch() {
        assertThat(READER.ranking(span("居全省第4位")).cells())
                .containsEntry("value", "4")
                .containsEntry("unit", "rank");
        assertThat(READER.ranking(span("连续6年")).cells())
                .containsEntry("value", "6")
                .containsEntry("unit", "years in a row");
    }

    @Test
    void wordsThatStateNoSingleFigureSayWhy() {
        assertThat(READER.amount(span("用水量")).failure()).contains(Failure.NONE);
        assertThat(READER.amount(span("18.7%，投入不超过2.5亿元")).failure()).contains(Failure.MANY);
        assertThat(READER.amount(span("7箱")).failure()).contains(Failure.UNIT);
        assertThat(READER.ranking(span("18.7%")).failure()).contains(Failure.NONE);
    }
}
