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
import org.apache.jena.atlas.json.JsonArray;
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
                "query", view, Map.of("examples", examples, "data", data(examples, view)));
    }

    /** The data for the page's scripts: examples and messages. */
    private static String data(List<ExampleQuery> examples, View view) {
        JsonArray list = new JsonArray();
        for (ExampleQuery example : examples) {
            JsonObject one = new JsonObject();
            one.put("name", example.name());
            one.put("title", example.title());
            one.put("question", example.question());
            one.put("query", example.query());
            list.add(one);
        }
        JsonObject data = new JsonObject();
        data.put("examples", list);
        data.put("words", view.messages("query.js."));
        data.put("language", view.language().tag());
        return Templates.json(data);
    }
}
