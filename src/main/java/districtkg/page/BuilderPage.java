package districtkg.page;

import districtkg.builder.FigureQuery;
import districtkg.compare.Comparison;
import districtkg.compare.Comparison.Panel;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.http.HttpAnswer;
import districtkg.statement.StatementTable;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /build}: places, an indicator and years are chosen in a form; the answer is a chart, a
 * table, CSV, and the SPARQL query for it.
 */
final class BuilderPage implements PageHandler {
    static final String PATH = "/build";

    /** The prefix of the names of check boxes, one for each place. */
    private static final String BOX = "at.";

    private final GraphReader things;

    BuilderPage(GraphReader things) {
        this.things = things;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        String from = ComparePage.year(request.parameter("from"));
        String to = ComparePage.year(request.parameter("to"));
        List<String> places = places(request);
        Comparison choices = Comparison.of(things, request.language(), places, List.of(), "", "");
        Optional<String> picked =
                Optional.of(request.parameter("indicator"))
                        .filter(one -> !one.isEmpty())
                        .or(
                                () ->
                                        choices.indicators().stream()
                                                .findFirst()
                                                .map(one -> one.indicator().key()));
        Comparison answer =
                picked.isEmpty()
                        ? choices
                        : Comparison.of(
                                things,
                                request.language(),
                                places,
                                List.of(picked.orElseThrow()),
                                from,
                                to);
        if (request.parameter("format").equals("csv")) {
            return PromisesPage.csv(new StatementTable(answer.statements(), request.language()))
                    .with(HttpAnswer.LANGUAGE, view.lang());
        }
        Optional<Panel> panel =
                answer.places().isEmpty()
                        ? Optional.empty()
                        : answer.indicators().stream().findFirst();
        return Templates.page(
                "build",
                view,
                Map.of(
                        "comparison",
                        answer,
                        "panel",
                        panel,
                        "indicators",
                        indicators(choices, answer),
                        "query",
                        panel.map(
                                        one ->
                                                new FigureQuery(
                                                                answer.places(),
                                                                one.indicator(),
                                                                from,
                                                                to,
                                                                request.language())
                                                        .text())
                                .orElse("")));
    }

    /** The keys of the places, from a list or from check boxes. */
    private static List<String> places(PageRequest request) {
        return Stream.concat(
                        IndicatorPage.keys(request.parameter("places")).stream(),
                        request.parameters().keySet().stream()
                                .filter(name -> name.startsWith(BOX))
                                .map(name -> name.substring(BOX.length())))
                .toList();
    }

    /** The indicators of the places, those that most of them have first, and the chosen one. */
    private static List<Ref> indicators(Comparison choices, Comparison answer) {
        return Stream.of(
                        choices.indicators().stream().map(Panel::indicator),
                        choices.otherIndicators().stream(),
                        answer.indicators().stream().map(Panel::indicator))
                .flatMap(one -> one)
                .distinct()
                .toList();
    }
}
