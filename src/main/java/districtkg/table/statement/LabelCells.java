package districtkg.table.statement;

import districtkg.table.cell.CellReader;
import districtkg.table.cell.SharedTerms.Names;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;

/**
 * The cells that label a statement in Chinese and English; a label is composed where they are
 * empty.
 */
final class LabelCells {
    private static final Pattern HAN = Pattern.compile("[㐀-鿿]");
    private static final Pattern TWO_SPACES = Pattern.compile("\\s\\s");

    private LabelCells() {}

    /** Adds both labels of a statement, and reports faults of their cells. */
    static void write(CellReader cells, Node statement, Graph graph, Names composed) {
        checkEnglish(cells, StatementColumns.LABEL_EN);
        if (cells.has(StatementColumns.LABEL_ZH) != cells.has(StatementColumns.LABEL_EN)) {
            cells.require(StatementColumns.LABEL_ZH, "a label is given in both languages");
            cells.require(StatementColumns.LABEL_EN, "a label is given in both languages");
        }
        boolean given = cells.has(StatementColumns.LABEL_ZH);
        String chinese = given ? cells.words(StatementColumns.LABEL_ZH) : composed.chinese();
        String english = given ? cells.words(StatementColumns.LABEL_EN) : composed.english();
        for (String words : List.of(chinese, english)) {
            if (TWO_SPACES.matcher(words).find()) {
                cells.fault(
                        "label-trimmed",
                        StatementColumns.LABEL_ZH,
                        "“" + words + "” has two spaces in a row",
                        "remove one");
            }
        }
        graph.add(statement, RDFS.label.asNode(), NodeFactory.createLiteralLang(chinese, "zh"));
        graph.add(statement, RDFS.label.asNode(), NodeFactory.createLiteralLang(english, "en"));
    }

    /** Reports Chinese characters in a cell of English words. */
    static void checkEnglish(CellReader cells, String column) {
        if (HAN.matcher(cells.words(column)).find()) {
            cells.fault(
                    "label-english-letters",
                    column,
                    "the English words have Chinese characters",
                    "translate them, or write them in pinyin");
        }
    }
}
