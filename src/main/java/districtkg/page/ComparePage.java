package districtkg.page;

import districtkg.compare.Comparison;
import districtkg.graph.GraphReader;
import districtkg.http.HttpAnswer;
import districtkg.statement.StatementTable;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code /compare}: places × indicators × years, as charts, tables and CSV. */
final class ComparePage implements PageHandler {
    static final String PATH = "/compare";

    private final GraphReader things;

    ComparePage(GraphReader things) {
        this.things = things;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        Comparison comparison =
                Comparison.of(
                        things,
                        request.language(),
                        with(request, "places", "place"),
                        with(request, "indicators", "indicator"),
                        year(request.parameter("from")),
                        year(request.parameter("to")));
        return request.parameter("format").equals("csv")
                ? PromisesPage.csv(new StatementTable(comparison.statements(), request.language()))
                        .with(HttpAnswer.LANGUAGE, view.lang())
                : Templates.page("compare", view, Map.of("comparison", comparison));
    }

    /** The keys of a parameter, and one that a form adds to them. */
    private static List<String> with(PageRequest request, String several, String added) {
        List<String> keys = new ArrayList<>(IndicatorPage.keys(request.parameter(several)));
        keys.addAll(IndicatorPage.keys(request.parameter(added)));
        return keys;
    }

    /** A year of four digits; empty if it is none. */
    static String year(String written) {
        return written.matches("\\d{4}") ? written : "";
    }
}
