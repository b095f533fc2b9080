package districtkg.page;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.http.HttpAnswer;
import districtkg.indicator.IndicatorProfile;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.response.ProblemResponses;
import districtkg.statement.StatementTable;
import districtkg.vocab.Dkg;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * The page of an indicator, and {@code /indicator/….csv} and {@code /indicator/….svg}: exactly what
 * it shows.
 */
final class IndicatorPage implements PageHandler {
    static final String FOLDER = "/indicator/";

    private final GraphReader things;

    IndicatorPage(GraphReader things) {
        this.things = things;
    }

    /** Whether a thing is an indicator. */
    boolean shows(Node thing) {
        return things.is(thing, Dkg.term("Indicator"));
    }

    /** The page. */
    HttpAnswer page(Node indicator, PageRequest request, View view) {
        return Templates.page(
                "indicator",
                view,
                Map.of(
                        "profile",
                        profile(indicator, request),
                        "files",
                        FOLDER + Ref.end(indicator.getURI())));
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        String file = request.path().substring(FOLDER.length());
        int dot = file.lastIndexOf('.');
        Node indicator = Dkg.iri(Dkg.VOCAB + (dot < 0 ? file : file.substring(0, dot)));
        if (!shows(indicator)) {
            return ProblemResponses.of(Refusal.of(Reason.NOT_FOUND), request, view, List.of());
        }
        IndicatorProfile profile = profile(indicator, request);
        return switch (dot < 0 ? "" : file.substring(dot + 1)) {
            case "csv" ->
                    PromisesPage.csv(new StatementTable(profile.statements(), request.language()))
                            .with(HttpAnswer.LANGUAGE, view.lang());
            case "svg" ->
                    Templates.picture(
                            "chartfile",
                            view,
                            Map.of(
                                    "chart", profile.chart(),
                                    "unit", profile.unit(),
                                    "title", profile.self().name()));
            case "" -> HttpAnswer.seeOther(view.href(indicator.getURI()));
            default -> ProblemResponses.of(Refusal.of(Reason.NOT_FOUND), request, view, List.of());
        };
    }

    private IndicatorProfile profile(Node indicator, PageRequest request) {
        return IndicatorProfile.of(
                things, request.language(), indicator, keys(request.parameter("series")));
    }

    /** The keys in a parameter, separated by commas. */
    static List<String> keys(String parameter) {
        return Stream.of(parameter.split(",")).filter(one -> !one.isEmpty()).toList();
    }
}
