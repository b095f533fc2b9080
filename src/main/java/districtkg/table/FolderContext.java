package districtkg.table;

import districtkg.table.cell.SharedTerms;
import districtkg.table.cell.SharedTerms.Names;
import districtkg.table.division.DivisionTable;
import districtkg.table.statement.StatementRows;
import districtkg.vocab.Dkg;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * What the cells of the tables in one folder may name.
 *
 * @param own the things of the place of the folder
 */
record FolderContext(SharedTerms terms, DivisionTable divisions, Optional<ThingTable> own)
        implements StatementRows.Context {
    @Override
    public Optional<Node> place(String cell) {
        return divisions
                .place(cell)
                .or(
                        () ->
                                terms.node(cell)
                                        .filter(
                                                node ->
                                                        divisions.names(node).isPresent()
                                                                || !terms.names(node)
                                                                        .chinese()
                                                                        .isEmpty()));
    }

    @Override
    public Optional<Node> thing(String cell) {
        return own.flatMap(table -> table.thing(cell))
                .or(
                        () ->
                                terms.things(cell).size() == 1
                                        ? Optional.of(terms.things(cell).get(0))
                                        : Optional.empty())
                .or(() -> place(cell))
                .or(() -> terms.node(cell).filter(this::isKnown));
    }

    @Override
    public Names names(Node node) {
        return own.flatMap(table -> table.names(node))
                .or(() -> divisions.names(node))
                .orElseGet(() -> terms.names(node));
    }

    private boolean isKnown(Node node) {
        return own.flatMap(table -> table.names(node)).isPresent()
                || divisions.names(node).isPresent()
                || !terms.names(node).chinese().isEmpty()
                || node.toString().startsWith(Dkg.VOCAB);
    }
}
