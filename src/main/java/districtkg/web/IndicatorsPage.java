package districtkg.web;

import districtkg.indicator.Indicators;
import districtkg.store.Things;
import java.util.Map;

/** {@code /indicators}: all that have figures. */
final class IndicatorsPage implements Handler {
    private final Things things;

    IndicatorsPage(Things things) {
        this.things = things;
    }

    @Override
    public Answer answer(Visit visit, View view) {
        return Templates.page(
                "indicators",
                view,
                Map.of("rows", new Indicators(things, visit.language()).rows()));
    }
}
