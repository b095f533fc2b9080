package districtkg.page;

import districtkg.entity.DatasetSummary;
import districtkg.entity.PlaceOverview;
import districtkg.http.HttpAnswer;
import districtkg.query.Questions.Question;
import districtkg.web.ExampleQuery;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.PerLanguage;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.List;
import java.util.Map;

/** {@code /}: an overview of a district. */
final class HomePage implements PageHandler {
    private static final List<String> OFFERED =
            List.of("airport-promises", "target-against-outcome", "striven-for");

    private final PerLanguage<PlaceOverview> overviews;
    private final PerLanguage<DatasetSummary> holdings;
    private final List<Question> questions;

    HomePage(
            PerLanguage<PlaceOverview> overviews,
            PerLanguage<DatasetSummary> holdings,
            List<Question> questions) {
        this.overviews = overviews;
        this.holdings = holdings;
        this.questions = questions.stream().filter(one -> OFFERED.contains(one.name())).toList();
    }

    @Override
    public HttpAnswer answer(PageRequest visit, View view) {
        return Templates.page(
                "home",
                view,
                Map.of(
                        "overview", overviews.in(visit.language()),
                        "coverage", holdings.in(visit.language()).coverage(),
                        "questions", ExampleQuery.of(questions, visit.language())));
    }
}
