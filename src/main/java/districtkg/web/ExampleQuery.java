package districtkg.web;

import districtkg.query.Questions.Question;
import districtkg.vocab.Language;
import java.util.List;

/**
 * A question to click.
 *
 * @param name of its file
 * @param title in a few words
 * @param question in a sentence
 * @param query without its head comments
 */
public record ExampleQuery(String name, String title, String question, String query) {
    public static List<ExampleQuery> of(List<Question> questions, Language language) {
        return questions.stream()
                .map(
                        one ->
                                new ExampleQuery(
                                        one.name(),
                                        one.head("title-" + language.tag()).orElse(one.name()),
                                        one.head("question-" + language.tag()).orElse(""),
                                        inLanguage(one.query(), language)))
                .toList();
    }

    /** The questions ask for English names; a Chinese reader gets Chinese ones. */
    private static String inLanguage(String query, Language language) {
        return language == Language.ZH ? query.replace(":nameEn", ":nameZh") : query;
    }
}
