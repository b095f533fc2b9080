package districtkg.web;

import districtkg.entity.Holdings;
import districtkg.store.Things;
import java.util.Map;

/** {@code /about}: what the graph holds, how to have it, how to cite it, how to add to it. */
final class AboutPage implements Handler {
    private final Things things;

    AboutPage(Things things) {
        this.things = things;
    }

    @Override
    public Answer answer(Visit visit, View view) {
        return Templates.page(
                "about", view, Map.of("holdings", Holdings.of(things, visit.language())));
    }
}
