package districtkg.statement;

import java.util.List;

/**
 * A statement with what a page of its own shows beside it.
 *
 * @param statement the statement
 * @param otherName its name in the other language
 * @param evidence the statements on which its verdict rests
 */
public record StatementDetail(Statement statement, String otherName, List<Statement> evidence) {}
