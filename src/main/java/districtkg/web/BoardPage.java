package districtkg.web;

import districtkg.promise.Board;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.store.Things;
import districtkg.vocab.Language;
import java.util.EnumMap;
import java.util.Map;

/** {@code /board}: deadlines against what happened, through all years. */
final class BoardPage implements Handler {
    private final Map<Language, Board> boards = new EnumMap<>(Language.class);

    BoardPage(Things things) {
        for (Language language : Language.values()) {
            boards.put(
                    language,
                    Board.of(
                            things,
                            new Statements(things, language)
                                    .all().stream().filter(Statement::promises).toList()));
        }
    }

    @Override
    public Answer answer(Visit visit, View view) {
        return Templates.page("board", view, Map.of("board", boards.get(visit.language())));
    }
}
