package districtkg.api;

import districtkg.http.HttpAnswer;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.response.ProblemResponses;
import districtkg.tidy.PlaceCodes;
import districtkg.tidy.Table;
import districtkg.tidy.Tables;
import districtkg.tidy.TidyTableWriter;
import districtkg.tidy.WideSeries;
import districtkg.vocab.Dkg;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.View;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /place/440303.csv}: the figures of a place as a wide table, a row for each indicator; and
 * the same of an indicator, a row for each place. Thread-safe.
 */
public final class WidePages implements PageHandler {
    /** The folder of places. */
    public static final String PLACES = "/place/";

    private static final String CSV = ".csv";

    private final Tables tables;

    /** Wide tables of an edition. */
    public WidePages(Tables tables) {
        this.tables = tables;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        String file = request.path().substring(PLACES.length());
        boolean table = file.endsWith(CSV);
        String named = table ? file.substring(0, file.length() - CSV.length()) : file;
        List<String> codes =
                new PlaceCodes(tables.named("places").orElseThrow())
                        .codes(List.of(named), new ArrayList<>());
        if (codes.isEmpty()) {
            return ProblemResponses.of(Refusal.of(Reason.NOT_FOUND), request, view, List.of());
        }
        String code = codes.getFirst();
        return table
                ? csv("place", code, code + CSV)
                : HttpAnswer.seeOther(view.href(Dkg.ID + code));
    }

    /**
     * A handler of the files of indicators, such as {@code /indicator/gdp-growth.csv}, that answers
     * with the wide table if the address ends in {@code ?wide}, and otherwise lets another answer.
     */
    public PageHandler or(PageHandler other) {
        return (request, view) -> {
            String file = request.path().substring(request.path().lastIndexOf('/') + 1);
            return request.asks("wide") && file.endsWith(CSV)
                    ? csv("indicator", file.substring(0, file.length() - CSV.length()), file)
                    : other.answer(request, view);
        };
    }

    private HttpAnswer csv(String column, String code, String file) {
        Table series = tables.named("series").orElseThrow();
        Table wide = WideSeries.of(series, series.has(column, code));
        return ApiPages.bytes(
                        ApiPages.CSV,
                        out ->
                                TidyTableWriter.csv(
                                        wide, TidyTableWriter.all(wide), wide.rows(), out, false))
                .with("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }
}
