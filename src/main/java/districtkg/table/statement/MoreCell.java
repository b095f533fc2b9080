package districtkg.table.statement;

import districtkg.table.cell.CellReader;
import districtkg.vocab.Dkg;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shared.PrefixMapping;

/**
 * The last cell of a row: what the columns do not say, as the predicates and objects of Turtle:
 * {@code :event id:two-sessions-2020 ; :firstIn id:hunan}.
 */
final class MoreCell {
    private MoreCell() {}

    /** Adds the triples of the cell to a graph; reports a syntax error. */
    static void read(CellReader cells, Node statement, PrefixMapping prefixes, Graph graph) {
        StringBuilder turtle = new StringBuilder();
        prefixes.getNsPrefixMap()
                .forEach(
                        (prefix, space) ->
                                turtle.append("PREFIX %s: <%s>\n".formatted(prefix, space)));
        turtle.append(
                "<%s> %s .".formatted(statement.getURI(), cells.words(StatementColumns.MORE)));
        Graph said = new GraphMemFast();
        try {
            RDFParser.fromString(turtle.toString(), Lang.TURTLE)
                    .base(Dkg.ID)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(said);
        } catch (RiotException wrong) {
            cells.fault(
                    "table-cell",
                    StatementColumns.MORE,
                    "it is not valid Turtle: " + String.valueOf(wrong.getMessage()).strip(),
                    "write predicates and objects, such as  :event id:two-sessions-2020");
            return;
        }
        if (said.stream().anyMatch(triple -> !triple.getSubject().equals(statement))) {
            cells.fault(
                    "table-cell",
                    StatementColumns.MORE,
                    "it describes something other than the statement of its row",
                    "leave out the full stop and what follows it");
            return;
        }
        said.stream().forEach(graph::add);
    }
}
