package districtkg.web;

import districtkg.entity.Overview;
import districtkg.query.Questions.Question;
import districtkg.store.Things;
import java.util.List;
import java.util.Map;

/** {@code /}: a district at a glance. */
final class HomePage implements Handler {
    private static final List<String> OFFERED =
            List.of("airport-promises", "target-against-outcome", "striven-for");

    private final Things things;
    private final List<Question> questions;

    HomePage(Things things, List<Question> questions) {
        this.things = things;
        this.questions = questions.stream().filter(one -> OFFERED.contains(one.name())).toList();
    }

    @Override
    public Answer answer(Visit visit, View view) {
        return Templates.page(
                "home",
                view,
                Map.of(
                        "overview", Overview.of(things, visit.language()),
                        "questions", Example.of(questions, visit.language())));
    }
}
