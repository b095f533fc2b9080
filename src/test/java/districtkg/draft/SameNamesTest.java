package districtkg.draft;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.draft.terms.IndicatorList;
import districtkg.draft.terms.PrintedUnits;
import districtkg.text.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be one thing is proposed with its reason. */
class SameNamesTest {
    private static ReportDraft draft(String review) {
        return ReportDraft.of("some-2022", "某县", Text.of("一、2021年工作回顾\n" + review + "\n"), 2022);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            建成许禾湾大桥。许禾湾大桥通车。                 | same-name
            建成许禾湾产业园一期。推进许禾湾产业园二期建设。 | phases-of-one
            建成许禾湾大桥。实施许禾湾大桥改造工程。         | same-but-for-the-work
            建成青泽市许禾湾产业园。许禾湾产业园投产。       | short-form
            许禾湾大桥通车。实施许禾湾大桥亮化美化工程。     | same-road-or-place
            建成许禾湾产业合作区（以下简称合作区）。合作区投产。 | abbreviation
            """)
    void aLaterNameRefersToAnEarlier(String review, String reason) {
        ReportDraft draft = draft(review);

        assertThat(draft.sameNames().stream().flatMap(Optional::stream))
                .singleElement()
                .satisfies(
                        same -> {
                            assertThat(same.at()).isZero();
                            assertThat(same.reason().word()).isEqualTo(reason);
                        });
    }

    @Test
    void differentThingsAreNotProposed() {
        assertThat(draft("建成许禾湾大桥、青泽湖公园、罗许产业园。").sameNames())
                .hasSize(3)
                .allMatch(Optional::isEmpty);
    }

    @Test
    void namesOfSeveralReportsFormGroups() {
        assertThat(SameNames.groups(List.of("许禾湾大桥", "许禾湾大桥二期", "青泽市许禾湾产业园", "许禾湾产业园")))
                .filteredOn(group -> group.names().size() > 1)
                .extracting(group -> group.reason().word())
                .containsExactlyInAnyOrder("phases-of-one", "short-form");
    }

    @Test
    void draftsProposeSameNames() {
        ReportDraft draft = draft("建成许禾湾大桥。许禾湾大桥通车。");

        assertThat(draft.jsonLines())
                .contains("\"same_as\":\"许禾湾大桥\"", "\"same_reason\":\"same-name\"");
        assertThat(draft.table(PrintedUnits.NONE, IndicatorList.NONE))
                .contains("some-2022-n1 same-name");
    }
}
