package districtkg.web;

import districtkg.entity.Correction;
import districtkg.store.Things;
import java.util.Map;

/** {@code /corrections}: what was changed, when and why. */
final class CorrectionsPage implements Handler {
    private final Things things;

    CorrectionsPage(Things things) {
        this.things = things;
    }

    @Override
    public Answer answer(Visit visit, View view) {
        return Templates.page(
                "corrections",
                view,
                Map.of("corrections", Correction.all(things, visit.language())));
    }
}
