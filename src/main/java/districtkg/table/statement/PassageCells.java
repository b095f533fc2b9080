package districtkg.table.statement;

import districtkg.table.cell.CellReader;
import districtkg.vocab.Dkg;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.RDF;

/**
 * The cells that say which characters of the document state a row.
 *
 * @param start in code points of the document
 * @param end the same, exclusive
 */
record PassageCells(CellReader cells, DocumentHead head, int start, int end) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** Reports a passage outside of the body or of all sections, and a digest of the wrong form. */
    void check() {
        if (start >= end || start < head.bodyStart() || end > head.bodyEnd()) {
            cells.fault(
                    "passage-in-body",
                    StatementColumns.START,
                    "%d to %d lies outside of the body of the document, %d to %d"
                            .formatted(start, end, head.bodyStart(), head.bodyEnd()),
                    "choose words of the body");
        } else if (head.section(start, end).isEmpty()) {
            cells.fault(
                    "passage-section",
                    StatementColumns.START,
                    "no section of the document holds the characters %d to %d"
                            .formatted(start, end),
                    "choose words of one section, or widen the section in the head");
        }
        if (!DIGEST.matcher(cells.words(StatementColumns.SHA256)).matches()) {
            cells.fault(
                    "passage-digest-form",
                    StatementColumns.SHA256,
                    "the digest is not of 64 hexadecimal digits",
                    "write the SHA-256 digest of these words; the passage command prints it");
        }
    }

    /** Adds the passage to a graph as an instance of a class, and returns it. */
    Node write(Node type, Graph graph) {
        Node passage = head.passage(start, end);
        graph.add(passage, RDF.type.asNode(), type);
        graph.add(passage, Dkg.DOCUMENT_OF, head.document());
        head.section(start, end).ifPresent(section -> graph.add(passage, Dkg.SECTION_OF, section));
        graph.add(passage, Dkg.START, NodeFactoryExtra.intToNode(start));
        graph.add(passage, Dkg.END, NodeFactoryExtra.intToNode(end));
        graph.add(
                passage,
                Dkg.SHA256,
                NodeFactory.createLiteralString(cells.words(StatementColumns.SHA256)));
        return passage;
    }
}
