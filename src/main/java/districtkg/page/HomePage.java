package districtkg.page;

import districtkg.home.HomeSummary;
import districtkg.http.HttpAnswer;
import districtkg.question.Questions.Question;
import districtkg.web.ExampleQuery;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.PerLanguage;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.List;
import java.util.Map;

/** {@code /}: a story, a way to every place, and what became of the promises. */
final class HomePage implements PageHandler {
    private static final List<String> OFFERED =
            List.of("airport-promises", "target-against-outcome", "striven-for");

    private final PerLanguage<HomeSummary> summaries;
    private final List<Question> questions;

    HomePage(PerLanguage<HomeSummary> summaries, List<Question> questions) {
        this.summaries = summaries;
        this.questions = questions.stream().filter(one -> OFFERED.contains(one.name())).toList();
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        return Templates.page(
                "home",
                view,
                Map.of(
                        "home", summaries.in(request.language()),
                        "questions", ExampleQuery.of(questions, request.language())));
    }
}
