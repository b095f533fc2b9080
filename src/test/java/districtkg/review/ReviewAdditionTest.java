package districtkg.review;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.review.Decision.Action;
import districtkg.review.ReviewSession.Request;
import districtkg.review.ReviewSession.Result;
import districtkg.review.draft.FactState.Status;
import districtkg.review.draft.ReviewFact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements that a reviewer adds from characters of the text, and spans that he changes. */
class ReviewAdditionTest {
    private static final Map<String, String> CONTRACTS =
            Map.of(
                    "kind", "outcome",
                    "label_zh", "签约额",
                    "label_en", "contracts",
                    "year", "2020");

    @TempDir Path temporary;
    private Path folder;

    @BeforeEach
    void draft() throws IOException {
        folder = Drafts.in(temporary);
    }

    private ReviewSession open() {
        return ReviewSession.open(folder, Drafts.lists());
    }

    private static Result add(
            ReviewSession session, String reviewer, String words, Map<String, String> cells) {
        return session.decide(
                reviewer,
                Drafts.REPORT,
                List.of(new Request("", 0, Action.ADD, Drafts.at(session, words, cells))));
    }

    private static Map<String, String> with(Map<String, String> cells, String column, String word) {
        Map<String, String> all = new java.util.HashMap<>(cells);
        all.put(column, word);
        return all;
    }

    @Test
    void theNumberOfAnAddedFigureComesFromItsCharacters() {
        try (ReviewSession session = open()) {
            Result result = add(session, "ann", "成交1.8亿元", CONTRACTS);

            assertThat(result.refused()).isEmpty();
            ReviewFact added = result.decided().get(0);
            assertThat(added.id()).isEqualTo(Drafts.REPORT + "-a1");
            assertThat(added.state().cell("value")).isEqualTo("180000000.0");
            assertThat(added.state().cell("unit")).isEqualTo("CCY_CNY");
            assertThat(added.state().cell("bound")).isEqualTo("exactly");
            assertThat(added.span()).isEqualTo(Drafts.span(session, "1.8亿元"));
            assertThat(new ReviewExport(session).statements(Drafts.REPORT))
                    .contains("\n" + added.id() + ",outcome,");
        }
    }

    @ParameterizedTest(name = "{0}, {1} {2}: {3}")
    @CsvSource({
        "1.8亿元, statedValue, 18, span-value",
        "1.8亿元, statedUnit, 万元, span-value",
        "1.8亿元, bound, atLeast, span-bound",
        "人均超过6.5万元, bound, exactly, span-bound",
        "增长7.2%，人均超过6.5万元, year, 2020, span-many",
        "云溪景区自, year, 2020, span-none",
        "云溪景区自, kind, ranking, span-none",
        "1.8亿元, year, 20, year",
    })
    void aStatementThatItsCharactersDoNotStateIsRefusedWithTheReason(
            String words, String column, String cell, String reason) {
        try (ReviewSession session = open()) {
            Result result = add(session, "ann", words, with(CONTRACTS, column, cell));

            assertThat(result.decided()).isEmpty();
            assertThat(result.refused().values())
                    .singleElement()
                    .satisfies(
                            reasons ->
                                    assertThat(reasons)
                                            .extracting(DecisionRules.Reason::code)
                                            .containsExactly(reason));
            assertThat(session.last()).isZero();
        }
    }

    @Test
    void aSpanOutsideTheTextIsRefused() {
        try (ReviewSession session = open()) {
            for (String end : List.of("3", "99999999", "x", "-1")) {
                Map<String, String> cells = with(with(CONTRACTS, "start", "3"), "end", end);
                Result result =
                        session.decide(
                                "ann",
                                Drafts.REPORT,
                                List.of(new Request("", 0, Action.ADD, cells)));
                assertThat(result.refused().values())
                        .containsExactly(List.of(new DecisionRules.Reason("span", "start")));
            }
        }
    }

    @Test
    void anAdditionSurvivesARestartAndUndoTakesItBackForGood() {
        String id;
        try (ReviewSession session = open()) {
            id = add(session, "ann", "1.8亿元", CONTRACTS).decided().get(0).id();
        }
        try (ReviewSession session = open()) {
            assertThat(session.facts(Drafts.REPORT))
                    .filteredOn(fact -> fact.id().equals(id))
                    .singleElement()
                    .returns(Status.ACCEPTED, fact -> fact.state().status())
                    .returns("ann", ReviewFact::reviewer);
            assertThat(session.undo("ann", Drafts.REPORT)).isPresent();
            assertThat(session.changes(Drafts.REPORT, 1))
                    .singleElement()
                    .returns(false, ReviewFact::isPresent);
        }
        try (ReviewSession session = open()) {
            assertThat(session.facts(Drafts.REPORT)).noneMatch(fact -> fact.id().equals(id));
            Result late =
                    session.decide(
                            "bo",
                            Drafts.REPORT,
                            List.of(new Request(id, 2, Action.ACCEPT, Map.of())));
            assertThat(late.conflicts()).hasSize(1);
            assertThat(add(session, "bo", "1.8亿元", CONTRACTS).decided())
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.id()).isNotEqualTo(id));
        }
    }

    @Test
    void ofTwoWhoAddTheSameOnlyTheFirstDoes() {
        try (ReviewSession session = open()) {
            Map<String, String> name =
                    Map.of("kind", "facility", "label_zh", "云岭索道", "label_en", "Yunling Cable Car");
            assertThat(add(session, "ann", "云岭索道", name).decided()).hasSize(1);

            assertThat(add(session, "bo", "云岭索道", name).refused().values())
                    .containsExactly(List.of(new DecisionRules.Reason("stated", "start")));
        }
    }

    @Test
    void anotherSpanGivesAStatementAnotherNumber() {
        try (ReviewSession session = open()) {
            ReviewFact fact =
                    session.facts(Drafts.REPORT).stream()
                            .filter(one -> one.state().cell("statedValue").equals("10.4"))
                            .findFirst()
                            .orElseThrow();
            Result many =
                    session.decide(
                            "ann",
                            Drafts.REPORT,
                            List.of(
                                    new Request(
                                            fact.id(),
                                            0,
                                            Action.CORRECT,
                                            Drafts.at(session, "10.4%，工业投资占比约42%", Map.of()))));
            assertThat(many.refused().get(fact.id()))
                    .containsExactly(new DecisionRules.Reason("span-many", "statedValue"));

            Result moved =
                    session.decide(
                            "ann",
                            Drafts.REPORT,
                            List.of(
                                    new Request(
                                            fact.id(),
                                            0,
                                            Action.CORRECT,
                                            Drafts.at(session, "增长7.2%", Map.of()))));
            ReviewFact after = moved.decided().get(0);
            assertThat(after.state().cell("value")).isEqualTo("7.2");
            assertThat(after.span()).isEqualTo(Drafts.span(session, "7.2%"));

            assertThat(session.undo("ann", Drafts.REPORT).orElseThrow().span())
                    .isEqualTo(fact.span());
        }
    }

    @Test
    void aRankIsReadAsARank() {
        try (ReviewSession session = open()) {
            Map<String, String> cells = with(CONTRACTS, "kind", "ranking");

            Result result = add(session, "ann", "绩效考核居全市第二", cells);

            assertThat(result.refused()).isEmpty();
            assertThat(result.decided().get(0).state().cell("value")).isEqualTo("2");
            assertThat(result.decided().get(0).state().cell("unit")).isEqualTo("rank");
        }
    }

    @Test
    void addedNamesAreProposedToTheLexicon() {
        try (ReviewSession session = open()) {
            add(
                    session,
                    "ann",
                    "云岭索道",
                    Map.of("kind", "facility", "label_zh", "云岭索道", "label_en", "Tunnel"));

            assertThat(ReviewProposals.table(Drafts.lists(), session.all()))
                    .contains("missed-name,云岭索道,facility,1,1," + Drafts.REPORT + "-a1");
        }
    }

    @Test
    void aPrintedNameGivenToAnAddedFigureIsProposedAsAnAlias() {
        try (ReviewSession session = open()) {
            String indicator =
                    Drafts.lists().indicators().values().stream()
                            .filter(one -> one.unit().equals("CCY_CNY"))
                            .findFirst()
                            .orElseThrow()
                            .id();

            add(session, "ann", "1.8亿元", with(CONTRACTS, "indicator", indicator));

            assertThat(ReviewProposals.table(Drafts.lists(), session.all()))
                    .contains("alias,签约额," + indicator + ",1,1," + Drafts.REPORT + "-a1");
        }
    }

    @Test
    void aRejectedNameAndAMeasureThatTheListLacksAreProposed() {
        try (ReviewSession session = open()) {
            ReviewFact name =
                    session.facts(Drafts.REPORT).stream()
                            .filter(ReviewFact::isName)
                            .findFirst()
                            .orElseThrow();
            session.decide(
                    "ann",
                    Drafts.REPORT,
                    List.of(new Request(name.id(), 0, Action.REJECT, Map.of())));
            add(session, "ann", "1.8亿元", CONTRACTS);

            assertThat(ReviewProposals.table(Drafts.lists(), session.all()))
                    .contains(
                            "not-a-name,%s,,1,1,%s"
                                    .formatted(name.draft().cell("label_zh"), name.id()))
                    .contains("new-indicator,签约额,contracts (CCY_CNY),1,1,");
        }
    }
}
