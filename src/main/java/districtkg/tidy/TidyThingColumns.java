package districtkg.tidy;

import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;

/** The columns of scorecards, things, places, indicators and documents. */
final class TidyThingColumns {
    private static final Node IN = Dkg.term("in");
    private static final Node PLACE = Dkg.term("place");
    private static final Node PUBLISHER = Dkg.term("publisher");

    private static final NodeColumn TYPE = NodeColumn.key("type", "mainType", Dkg.NS);
    private static final NodeColumn NAME_EN = NodeColumn.text("name_en", "nameEn");
    private static final NodeColumn NAME_ZH = NodeColumn.text("name_zh", "nameZh");

    static final List<NodeColumn> THINGS =
            List.of(
                    NodeColumn.IRI,
                    TYPE,
                    NAME_EN,
                    NAME_ZH,
                    NodeColumn.key("category", "kind", Dkg.VOCAB),
                    nearest("in", NodeProperties::key),
                    nearest("in_en", place -> place.text(Language.EN.named())),
                    nearest("in_zh", place -> place.text(Language.ZH.named())),
                    NodeColumn.key("part_of", "partOf", Dkg.ID),
                    NodeColumn.list("industry", "industry", Dkg.VOCAB),
                    NodeColumn.key("current_status", "currentStatus", Dkg.NS),
                    NodeColumn.key("delivery_verdict", "deliveryVerdict", Dkg.NS),
                    NodeColumn.integer("missed_deadlines", "missedDeadlines"),
                    NodeColumn.text("as_of", "asOf"));

    static final List<NodeColumn> PLACES =
            List.of(
                    NodeColumn.IRI,
                    TYPE,
                    NAME_EN,
                    NAME_ZH,
                    NodeColumn.text("division_code", "divisionCode"),
                    nearest("in", NodeProperties::key),
                    nearest("in_en", place -> place.text(Language.EN.named())),
                    nearest("in_zh", place -> place.text(Language.ZH.named())),
                    NodeColumn.of(
                            "replaced_by",
                            ColumnType.TEXT,
                            place -> place.key(DCTerms.isReplacedBy.asNode())));

    static final List<NodeColumn> INDICATORS =
            List.of(
                    NodeColumn.IRI,
                    NAME_EN,
                    NAME_ZH,
                    NodeColumn.of("unit", ColumnType.TEXT, node -> node.key(Dkg.UNIT)),
                    NodeColumn.key("measure", "measure", Dkg.NS),
                    NodeColumn.key("better", "better", Dkg.NS),
                    NodeColumn.key("price_basis", "prices", Dkg.NS),
                    NodeColumn.list("topic", "topic", Dkg.VOCAB),
                    NodeColumn.key("growth_of", "growthOf", Dkg.VOCAB),
                    NodeColumn.key("share_of", "shareOf", Dkg.VOCAB),
                    NodeColumn.key("plan_of", "planOf", Dkg.VOCAB),
                    NodeColumn.bool("sums_over_places", "sumsOverPlaces"),
                    NodeColumn.bool("sums_over_years", "sumsOverYears"),
                    NodeColumn.bool("sums_over_industries", "sumsOverIndustries"));

    static final List<NodeColumn> DOCUMENTS =
            List.of(
                    NodeColumn.IRI,
                    NAME_EN,
                    NAME_ZH,
                    NodeColumn.key("category", "kind", Dkg.VOCAB),
                    NodeColumn.key("place", "place", Dkg.ID),
                    NodeColumn.linked("place_en", PLACE, place -> place.text(Language.EN.named())),
                    NodeColumn.linked("place_zh", PLACE, place -> place.text(Language.ZH.named())),
                    NodeColumn.key("publisher", "publisher", Dkg.ID),
                    NodeColumn.linked(
                            "publisher_en", PUBLISHER, one -> one.text(Language.EN.named())),
                    NodeColumn.linked(
                            "publisher_zh", PUBLISHER, one -> one.text(Language.ZH.named())),
                    NodeColumn.text("published", "published"),
                    NodeColumn.key("reliability", "reliability", Dkg.NS),
                    NodeColumn.of(
                            "address",
                            ColumnType.TEXT,
                            document -> document.text(DCTerms.source.asNode())),
                    NodeColumn.integer("characters", "characters"),
                    NodeColumn.text("sha256", "sha256"));

    static final List<NodeColumn> SCORECARDS =
            List.of(
                    NodeColumn.IRI,
                    NodeColumn.key("place", "place", Dkg.ID),
                    NodeColumn.linked(
                            "place_code", PLACE, place -> place.text(Dkg.term("divisionCode"))),
                    NodeColumn.linked("place_en", PLACE, place -> place.text(Language.EN.named())),
                    NodeColumn.linked("place_zh", PLACE, place -> place.text(Language.ZH.named())),
                    NodeColumn.integer("year", "year"),
                    NodeColumn.integer("targets", "measurableTargets"),
                    NodeColumn.integer("targets_met", "targetsMet"),
                    NodeColumn.integer("targets_missed", "targetsMissed"),
                    NodeColumn.integer("targets_not_comparable", "targetsNotComparable"),
                    NodeColumn.integer("targets_not_reported", "targetsNotReported"),
                    NodeColumn.integer("targets_pending", "targetsPending"));

    private TidyThingColumns() {}

    /** A text of the smallest place around the thing. */
    private static NodeColumn nearest(
            String name, Function<NodeProperties, @Nullable String> text) {
        return NodeColumn.of(
                name, ColumnType.TEXT, node -> node.nearest(IN).map(text).orElse(null));
    }
}
