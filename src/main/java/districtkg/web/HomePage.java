package districtkg.web;

import districtkg.entity.Overview;
import districtkg.query.Questions.Question;
import districtkg.store.Things;
import districtkg.vocab.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code /}: a district at a glance. */
final class HomePage implements Handler {
    private static final List<String> OFFERED =
            List.of("airport-promises", "target-against-outcome", "striven-for");

    private final Map<Language, Overview> overviews = new EnumMap<>(Language.class);
    private final List<Question> questions;

    HomePage(Things things, List<Question> questions) {
        for (Language language : Language.values()) {
            overviews.put(language, Overview.of(things, language));
        }
        this.questions = questions.stream().filter(one -> OFFERED.contains(one.name())).toList();
    }

    @Override
    public Answer answer(Visit visit, View view) {
        return Templates.page(
                "home",
                view,
                Map.of(
                        "overview", overviews.get(visit.language()),
                        "questions", Example.of(questions, visit.language())));
    }
}
