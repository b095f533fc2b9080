package districtkg.tidy;

import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/** The columns of a statement. A code is the last part of an IRI: {@code gdp-growth}. */
final class TidyStatementColumns {
    private static final Node PLACE = Dkg.term("place");
    private static final Node PREFERRED = Dkg.term("PreferredStatement");

    static final List<NodeColumn> ALL =
            List.of(
                    NodeColumn.IRI,
                    NodeColumn.key("kind", "mainType", Dkg.NS),
                    NodeColumn.text("label_en", "nameEn"),
                    NodeColumn.text("label_zh", "nameZh"),
                    NodeColumn.key("place", "place", Dkg.ID),
                    NodeColumn.linked(
                            "place_code", PLACE, place -> place.text(Dkg.term("divisionCode"))),
                    NodeColumn.linked("place_en", PLACE, place -> place.text(Language.EN.named())),
                    NodeColumn.linked("place_zh", PLACE, place -> place.text(Language.ZH.named())),
                    NodeColumn.list("about", "about", Dkg.ID),
                    NodeColumn.key("indicator", "indicator", Dkg.VOCAB),
                    NodeColumn.linked(
                            "indicator_en", Dkg.INDICATOR, one -> one.text(Language.EN.named())),
                    NodeColumn.linked(
                            "indicator_zh", Dkg.INDICATOR, one -> one.text(Language.ZH.named())),
                    NodeColumn.text("measure_name_en", "measureName", "en"),
                    NodeColumn.text("measure_name_zh", "measureName", "zh"),
                    NodeColumn.integer("year", "year"),
                    NodeColumn.key("period_kind", "periodKind", Dkg.NS),
                    NodeColumn.text("since", "since"),
                    NodeColumn.text("date", "date"),
                    NodeColumn.text("due", "due"),
                    NodeColumn.number("value", "value"),
                    NodeColumn.number("min_value", "minValue"),
                    NodeColumn.number("max_value", "maxValue"),
                    NodeColumn.key("bound", "bound", Dkg.NS),
                    NodeColumn.of("unit", ColumnType.TEXT, node -> node.key(Dkg.UNIT)),
                    NodeColumn.of("printed", ColumnType.TEXT, TidyStatementColumns::printed),
                    NodeColumn.key("printed_unit", "statedUnit", Dkg.VOCAB),
                    NodeColumn.list("status", "status", Dkg.NS),
                    NodeColumn.key("strength", "strength", Dkg.NS),
                    NodeColumn.list("industry", "industry", Dkg.VOCAB),
                    NodeColumn.list("topic", "topic", Dkg.VOCAB),
                    NodeColumn.key("award", "award", Dkg.VOCAB),
                    NodeColumn.integer("rank", "rank"),
                    NodeColumn.key("verdict", "verdict", Dkg.NS),
                    NodeColumn.key("verdict_reason", "reason", Dkg.NS),
                    NodeColumn.integer("min_months_late", "minMonthsLate"),
                    NodeColumn.integer("max_months_late", "maxMonthsLate"),
                    NodeColumn.text("as_of", "asOf"),
                    NodeColumn.list("evidence", "evidence", Dkg.ID),
                    NodeColumn.key("scorecard", "scorecard", Dkg.ID),
                    NodeColumn.bool("preliminary", "preliminary"),
                    NodeColumn.of(
                            "preferred",
                            ColumnType.BOOLEAN,
                            node -> node.all(RDF.type.asNode()).contains(PREFERRED)),
                    NodeColumn.of("reviewed", ColumnType.BOOLEAN, TidyStatementColumns::reviewed),
                    NodeColumn.key("document", "document", Dkg.ID),
                    NodeColumn.linked(
                            "document_published",
                            Dkg.DOCUMENT_OF,
                            document -> document.text(Dkg.PUBLISHED)),
                    NodeColumn.linked(
                            "publisher",
                            Dkg.DOCUMENT_OF,
                            document -> document.key(Dkg.term("publisher"))),
                    NodeColumn.linked(
                            "reliability",
                            Dkg.DOCUMENT_OF,
                            document -> document.key(Dkg.term("reliability"))),
                    NodeColumn.linked(
                            "document_address",
                            Dkg.DOCUMENT_OF,
                            document -> document.text(DCTerms.source.asNode())),
                    NodeColumn.of("start", ColumnType.INTEGER, node -> passage(node, Dkg.START)),
                    NodeColumn.of("end", ColumnType.INTEGER, node -> passage(node, Dkg.END)),
                    NodeColumn.of(
                            "sha256",
                            ColumnType.TEXT,
                            node ->
                                    node.link(Dkg.SOURCE)
                                            .map(one -> one.text(Dkg.SHA256))
                                            .orElse(null)));

    private TidyStatementColumns() {}

    /** The number as the document prints it, or the ends of a printed range. */
    private static @Nullable String printed(NodeProperties node) {
        BigDecimal low = node.number(Dkg.STATED_MIN);
        if (low != null) {
            return plain(low)
                    + "–"
                    + Optional.ofNullable(node.number(Dkg.STATED_MAX))
                            .map(TidyStatementColumns::plain)
                            .orElse("");
        }
        BigDecimal one = node.number(Dkg.STATED_VALUE);
        return one == null ? node.text(Dkg.STATED_TEXT) : plain(one);
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    /** False where a program drafted the statement and no person has confirmed it. */
    private static boolean reviewed(NodeProperties node) {
        return !"false".equals(node.text(Dkg.term("reviewed")))
                && node.link(Dkg.DOCUMENT_OF)
                        .map(document -> !"false".equals(document.text(Dkg.term("reviewed"))))
                        .orElse(true);
    }

    private static @Nullable Long passage(NodeProperties node, Node property) {
        return node.link(Dkg.SOURCE).map(one -> one.integer(property)).orElse(null);
    }
}
