package districtkg.statement;

import java.util.List;

/**
 * A statement with what its own page shows.
 *
 * @param statement the statement
 * @param otherName its name in the other language
 * @param evidence the statements on which its verdict is based
 */
public record StatementDetail(Statement statement, String otherName, List<Statement> evidence) {}
