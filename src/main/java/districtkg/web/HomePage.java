package districtkg.web;

import districtkg.entity.Overview;
import districtkg.query.Questions.Question;
import java.util.List;
import java.util.Map;

/** {@code /}: a district at a glance. */
final class HomePage implements Handler {
    private static final List<String> OFFERED =
            List.of("airport-promises", "target-against-outcome", "striven-for");

    private final InBoth<Overview> overviews;
    private final List<Question> questions;

    HomePage(InBoth<Overview> overviews, List<Question> questions) {
        this.overviews = overviews;
        this.questions = questions.stream().filter(one -> OFFERED.contains(one.name())).toList();
    }

    @Override
    public Answer answer(Visit visit, View view) {
        return Templates.page(
                "home",
                view,
                Map.of(
                        "overview", overviews.in(visit.language()),
                        "questions", Example.of(questions, visit.language())));
    }
}
