package districtkg.page;

import districtkg.entity.DatasetSummary;
import districtkg.entity.PlaceContents;
import districtkg.http.HttpAnswer;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.PerLanguage;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.Map;
import java.util.Optional;

/** {@code /about}: what the data hold; with {@code place}, what they hold of that place. */
final class AboutPage implements PageHandler {
    private final PerLanguage<DatasetSummary> holdings;

    AboutPage(PerLanguage<DatasetSummary> holdings) {
        this.holdings = holdings;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        DatasetSummary summary = holdings.in(request.language());
        Optional<PlaceContents> chosen = summary.place(request.parameter("place"));
        return Templates.page(
                "about",
                view,
                Map.of(
                        "holdings",
                        summary,
                        "chosen",
                        chosen,
                        "page",
                        PromisesPage.page(request, chosen.map(PlaceContents::pages).orElse(1))));
    }
}
