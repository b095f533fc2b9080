package districtkg.web;

import districtkg.question.Questions.Question;
import districtkg.vocab.Language;
import java.util.List;

/**
 * An example question.
 *
 * @param name file name
 * @param title short title
 * @param question the question in one sentence
 * @param query the query without header comments
 */
public record ExampleQuery(String name, String title, String question, String query) {
    /**
     * The questions in one language, in their order; a question without a title has its file name.
     */
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

    /** The query with names in the reader's language; the files ask for English names. */
    private static String inLanguage(String query, Language language) {
        return language == Language.ZH ? query.replace(":nameEn", ":nameZh") : query;
    }
}
