package districtkg.page;

import districtkg.http.HttpAnswer;
import districtkg.promise.Deadline;
import districtkg.promise.DeadlineBoard;
import districtkg.statement.StatementTable;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.PerLanguage;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.List;
import java.util.Map;

/** {@code /board}: deadlines and what became of them, as a page, SVG and CSV. */
final class BoardPage implements PageHandler {
    private final PerLanguage<List<Deadline>> deadlines;

    BoardPage(PerLanguage<List<Deadline>> deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        DeadlineBoard board =
                DeadlineBoard.of(deadlines.in(request.language()), request.parameters());
        int page = PromisesPage.page(request, board.pages().size());
        return switch (request.parameter("format")) {
            case "csv" -> PromisesPage.csv(new StatementTable(board.rows(), request.language()));
            case "svg" ->
                    Templates.picture("boardfile", view, Map.of("board", board, "page", page));
            default -> Templates.page("board", view, Map.of("board", board, "page", page));
        };
    }
}
