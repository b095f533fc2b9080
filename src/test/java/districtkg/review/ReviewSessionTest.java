package districtkg.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.problem.Problem;
import districtkg.review.Decision.Action;
import districtkg.review.ReviewSession.Request;
import districtkg.review.ReviewSession.Result;
import districtkg.review.ReviewSession.UndoConflict;
import districtkg.review.draft.FactState;
import districtkg.review.draft.FactState.Status;
import districtkg.review.draft.ReviewFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewSessionTest {
    @TempDir Path temporary;
    private Path folder;

    @BeforeEach
    void draft() throws IOException {
        folder = Drafts.in(temporary);
    }

    private ReviewSession open() {
        return ReviewSession.open(folder, Drafts.lists());
    }

    private static Request request(ReviewFact fact, Action action, Map<String, String> cells) {
        return new Request(fact.id(), fact.version(), action, cells);
    }

    private static Result decide(
            ReviewSession session, String reviewer, ReviewFact fact, Action action) {
        return session.decide(reviewer, Drafts.REPORT, List.of(request(fact, action, Map.of())));
    }

    private static ReviewFact now(ReviewSession session, ReviewFact fact) {
        return session.facts(Drafts.REPORT).stream()
                .filter(one -> one.id().equals(fact.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void decisionsSurviveARestart() {
        ReviewFact fact;
        try (ReviewSession session = open()) {
            fact = Drafts.listed(session);
            assertThat(decide(session, "ann", fact, Action.ACCEPT).decided()).hasSize(1);
        }

        try (ReviewSession session = open()) {
            assertThat(now(session, fact).state().status()).isEqualTo(Status.ACCEPTED);
            assertThat(now(session, fact).reviewer()).isEqualTo("ann");
        }
    }

    @Test
    void aLineThatACrashCutOffIsRemovedAndTheOthersStay() throws IOException {
        ReviewFact fact;
        try (ReviewSession session = open()) {
            fact = Drafts.listed(session);
            decide(session, "ann", fact, Action.REJECT);
        }
        Path log = folder.resolve("decisions.jsonl");
        String whole = Files.readString(log);
        Files.writeString(log, "{\"number\" : 2 , \"ti", StandardOpenOption.APPEND);

        try (ReviewSession session = open()) {
            assertThat(session.last()).isEqualTo(1);
            assertThat(now(session, fact).state().status()).isEqualTo(Status.REJECTED);
        }
        assertThat(log).hasContent(whole);
    }

    @Test
    void aConflictingDecisionIsReported() {
        try (ReviewSession session = open()) {
            ReviewFact seen = Drafts.listed(session);
            decide(session, "ann", seen, Action.REJECT);

            Result second = decide(session, "bo", seen, Action.ACCEPT);

            assertThat(second.decided()).isEmpty();
            assertThat(second.conflicts())
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.reviewer()).isEqualTo("ann"));
            assertThat(now(session, seen).state().status()).isEqualTo(Status.REJECTED);
        }
    }

    @Test
    void undoRevertsOnesOwnLastDecision() {
        ReviewFact fact;
        try (ReviewSession session = open()) {
            fact = Drafts.listed(session);
            decide(session, "ann", fact, Action.ACCEPT);
            decide(session, "ann", now(session, fact), Action.REJECT);
            assertThat(session.undo("bo", Drafts.REPORT)).isEmpty();
            session.undo("ann", Drafts.REPORT);
            assertThat(now(session, fact).state().status()).isEqualTo(Status.ACCEPTED);
        }

        try (ReviewSession session = open()) {
            session.undo("ann", Drafts.REPORT);
            assertThat(now(session, fact).state()).isEqualTo(fact.state());
            assertThat(session.undo("ann", Drafts.REPORT)).isEmpty();
            assertThat(session.last()).isEqualTo(4);
        }
    }

    @Test
    void undoNeverRevertsAnother() {
        try (ReviewSession session = open()) {
            ReviewFact fact = Drafts.listed(session);
            decide(session, "ann", fact, Action.ACCEPT);
            decide(session, "bo", now(session, fact), Action.REJECT);

            assertThatThrownBy(() -> session.undo("ann", Drafts.REPORT))
                    .isInstanceOf(UndoConflict.class);
        }
    }

    @Test
    void aFigureWithoutIndicatorNeedsAShortNameInBothLanguages() {
        try (ReviewSession session = open()) {
            ReviewFact fact = Drafts.unlisted(session);
            Result bare = decide(session, "ann", fact, Action.ACCEPT);
            assertThat(bare.refused().get(fact.id()))
                    .contains(new DecisionRules.Reason("english", "label_en"));

            Result named =
                    session.decide(
                            "ann",
                            Drafts.REPORT,
                            List.of(
                                    request(
                                            fact,
                                            Action.CORRECT,
                                            Map.of(
                                                    "label_zh", "项目数",
                                                    "label_en", "projects",
                                                    "statedValue", fact.state().cell("statedValue"),
                                                    "id", "other"))));

            assertThat(named.decided())
                    .singleElement()
                    .satisfies(
                            one -> {
                                assertThat(one.id()).isEqualTo(fact.id());
                                assertThat(one.state().cell("label_en")).isEqualTo("projects");
                                assertThat(one.state().cell("id"))
                                        .isEqualTo(fact.state().cell("id"));
                            });
        }
    }

    @Test
    void aPrintedNumberAndUnitGiveTheValue() {
        try (ReviewSession session = open()) {
            FactState state = Drafts.listed(session).state();

            FactState corrected =
                    new DecisionRules(Drafts.lists())
                            .corrected(state, Map.of("statedValue", "2571.67", "statedUnit", "亿元"));

            assertThat(corrected.cell("value")).isEqualTo("257167000000.0");
            assertThat(corrected.cell("unit")).isEqualTo("CCY_CNY");
        }
    }

    @Test
    void aLabelThatRepeatsTwelveCharactersOfTheReportIsRefused() {
        try (ReviewSession session = open()) {
            ReviewFact fact = Drafts.unlisted(session);
            String copied = session.report(Drafts.REPORT).orElseThrow().text().words(20, 34);

            Result result =
                    session.decide(
                            "ann",
                            Drafts.REPORT,
                            List.of(
                                    request(
                                            fact,
                                            Action.CORRECT,
                                            Map.of(
                                                    "label_zh",
                                                    copied.strip(),
                                                    "label_en",
                                                    "projects"))));

            assertThat(result.refused().get(fact.id()))
                    .contains(new DecisionRules.Reason("copy", "label_zh"));
        }
    }

    @Test
    void onlyOneProcessWritesToAFolder() {
        try (ReviewSession session = open()) {
            assertThat(session.reports()).hasSize(2);
            assertThatThrownBy(this::open)
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("review-in-use");
        }
    }

    @Test
    void aFolderWithoutDraftsIsReportedWithAFix() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("empty"));

        assertThatThrownBy(() -> ReviewSession.open(empty, Drafts.lists()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("review-empty");
    }

    @Test
    void theExportHoldsWhatWasAcceptedAndCountsTheRest() {
        try (ReviewSession session = open()) {
            ReviewFact accepted = Drafts.listed(session);
            decide(session, "ann", accepted, Action.ACCEPT);
            ReviewFact rejected = Drafts.listed(session);
            decide(session, "ann", rejected, Action.REJECT);
            ReviewExport export = new ReviewExport(session);
            Path out = temporary.resolve("out");
            export.write(out);

            assertThat(export.statements(Drafts.REPORT).lines()).hasSize(2);
            assertThat(export.statements(Drafts.REPORT)).contains("\n" + accepted.id() + ",");
            ReviewExport.Counts counts = export.counts().get(Drafts.REPORT);
            assertThat(counts.accepted()).isEqualTo(1);
            assertThat(counts.rejected()).isEqualTo(1);
            assertThat(counts.open()).isEqualTo(session.facts(Drafts.REPORT).size() - 2);
            assertThat(out)
                    .isDirectoryContaining("glob:**/云禾区-2021.csv")
                    .isDirectoryContaining("glob:**/云禾区-2021.txt")
                    .isDirectoryContaining("glob:**/云禾区-things.csv")
                    .isDirectoryNotContaining("glob:**/云禾区-2022.csv");
        }
    }

    @Test
    void aPrintedNameThatWasGivenAnIndicatorIsProposedAsItsAlias() {
        try (ReviewSession session = open()) {
            ReviewFact fact = Drafts.unlisted(session);
            String indicator =
                    Drafts.lists().indicators().values().stream()
                            .filter(one -> one.unit().equals(fact.state().cell("unit")))
                            .findFirst()
                            .orElseThrow()
                            .id();
            Result result =
                    session.decide(
                            "ann",
                            Drafts.REPORT,
                            List.of(request(fact, Action.CORRECT, Map.of("indicator", indicator))));
            assertThat(result.decided()).hasSize(1);

            assertThat(ReviewProposals.table(Drafts.lists(), session.all()))
                    .contains(
                            "alias,%s,%s,1,1,%s"
                                    .formatted(
                                            fact.draft().cell("label_zh"), indicator, fact.id()));
        }
    }
}
