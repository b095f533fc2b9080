package districtkg.page;

import districtkg.http.HttpAnswer;
import districtkg.question.Questions.Question;
import districtkg.web.ExampleQuery;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/** {@code /query}: the query editor. */
final class QueryPage implements PageHandler {
    private final List<Question> questions;

    QueryPage(List<Question> questions) {
        this.questions = questions;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        List<ExampleQuery> examples = ExampleQuery.of(questions, request.language());
        return Templates.page(
                "query",
                view,
                Map.of("examples", examples, "data", data(first(examples, request), view)));
    }

    /** {@code /api/examples}: the queries of all examples with their titles, by name. */
    HttpAnswer examples(PageRequest request, View view) {
        JsonObject all = new JsonObject();
        ExampleQuery.of(questions, request.language())
                .forEach(one -> all.put(one.name(), json(one)));
        return HttpAnswer.text("application/json", JSON.toStringFlat(all));
    }

    /** The example that was asked for, otherwise the first. */
    private static Optional<ExampleQuery> first(List<ExampleQuery> examples, PageRequest request) {
        String name = request.parameter("example");
        return examples.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .or(() -> examples.stream().findFirst());
    }

    /** The data for the page's scripts: the first query and messages. */
    private static String data(Optional<ExampleQuery> first, View view) {
        JsonObject data = new JsonObject();
        data.put("first", first.map(QueryPage::json).orElseGet(QueryPage::anything));
        data.put("words", view.messages("query.js."));
        data.put("language", view.language().tag());
        return Templates.json(data);
    }

    private static JsonObject json(ExampleQuery example) {
        JsonObject one = new JsonObject();
        one.put("title", example.title());
        one.put("query", example.query());
        return one;
    }

    /** The first query where there are no examples. */
    private static JsonObject anything() {
        JsonObject one = new JsonObject();
        one.put("title", "");
        one.put("query", "SELECT ?name {\n  ?thing a :Facility ; :nameEn ?name\n}\nLIMIT 10");
        return one;
    }
}
