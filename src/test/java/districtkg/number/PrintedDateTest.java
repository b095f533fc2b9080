package districtkg.number;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.text.Span;
import districtkg.text.Text;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedDateTest {
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2018年建成               | 2018
            今年将启动               | 2021
            去年完成                 | 2020
            明年开放                 | 2022
            2019某某博览会           | 2019
            3月8日,2017年会议        | 2017-03-08
            2016年9月动工            | 2016-09
            2016年9月30日动工        | 2016-09-30
            6月底前                  | 2021-06
            8日下午                  | 2021-05-08
            到2025年                 | 2025
            新增2019个               |
            完成投资2000万元         |
            31日                     | 2021-05-31
            2021年2月30日            |
            """)
    void readsTheDatesOfASentenceOfMay2021(String sentence, String expected) {
        Text text = Text.of(sentence);

        assertThat(
                        PrintedDate.in(
                                        text,
                                        new Span(0, text.length()),
                                        Optional.of(YearMonth.of(2021, 5)))
                                .stream()
                                .map(date -> date.date().toString())
                                .collect(Collectors.joining("; ")))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aDayProvesItsMonthAndItsYearAndNoOther() {
        PrintedDate day = new PrintedDate(new Span(0, 1), LocalDate.of(2020, 6, 15));

        assertThat(day.proves(LocalDate.of(2020, 6, 15))).isTrue();
        assertThat(day.proves(YearMonth.of(2020, 6))).isTrue();
        assertThat(day.proves(Year.of(2020))).isTrue();
        assertThat(day.proves(Year.of(2021))).isFalse();
        assertThat(day.proves(LocalDate.of(2020, 6, 16))).isFalse();
        assertThat(new PrintedDate(new Span(0, 1), Year.of(2020)).proves(YearMonth.of(2020, 6)))
                .isFalse();
    }
}
