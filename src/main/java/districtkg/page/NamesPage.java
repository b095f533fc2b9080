package districtkg.page;

import districtkg.graph.GraphReader;
import districtkg.http.HttpAnswer;
import districtkg.vocab.Dkg;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.View;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/**
 * {@code /api/names?iris=}: names and pages of up to 100 things, so that results show names instead
 * of IRIs.
 */
final class NamesPage implements PageHandler {
    private static final int MOST = 100;

    private final GraphReader things;

    NamesPage(GraphReader things) {
        this.things = things;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        JsonObject names = new JsonObject();
        request.parameter("iris")
                .lines()
                .limit(MOST)
                .map(Dkg::iri)
                .filter(things::knows)
                .forEach(
                        thing -> {
                            JsonObject one = new JsonObject();
                            one.put("name", things.name(thing, request.language()));
                            one.put("href", view.href(thing.getURI()));
                            names.put(thing.getURI(), one);
                        });
        return HttpAnswer.text("application/json", JSON.toStringFlat(names));
    }
}
