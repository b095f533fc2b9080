package districtkg.review;

import java.util.List;
import java.util.Set;

/** The columns of drafts, and the words that their cells may hold. */
public final class ReviewColumns {
    /** The columns of a draft, in their order, and the name of the thing that a row is about. */
    public static final List<String> ALL =
            List.of(
                    "id",
                    "kind",
                    "indicator",
                    "subject",
                    "place",
                    "value",
                    "unit",
                    "bound",
                    "min",
                    "max",
                    "statedValue",
                    "statedUnit",
                    "year",
                    "due",
                    "periodKind",
                    "period",
                    "printedSubject",
                    "printedSubjectKind",
                    "strength",
                    "status",
                    "start",
                    "end",
                    "sure",
                    "doubt",
                    "label_zh",
                    "label_en",
                    "about");

    /** Cells that a reviewer may change. */
    public static final Set<String> EDITABLE =
            Set.of(
                    "kind",
                    "indicator",
                    "place",
                    "value",
                    "unit",
                    "bound",
                    "min",
                    "max",
                    "statedValue",
                    "statedUnit",
                    "year",
                    "due",
                    "periodKind",
                    "period",
                    "printedSubject",
                    "strength",
                    "status",
                    "label_zh",
                    "label_en",
                    "about");

    /** Kinds of statements. */
    public static final List<String> STATEMENT_KINDS =
            List.of("outcome", "expectation", "target", "ranking", "commitment");

    /** Kinds of things that rows name. */
    public static final List<String> NAME_KINDS =
            List.of(
                    "project",
                    "facility",
                    "organisation",
                    "event",
                    "programme",
                    "place",
                    "product");

    /** Bounds of figures. */
    public static final List<String> BOUNDS =
            List.of("exactly", "atLeast", "moreThan", "atMost", "lessThan", "approximately");

    /** How the time of a figure is meant. */
    public static final List<String> PERIOD_KINDS =
            List.of("year", "sum", "average", "months", "as-of");

    /** How firmly something is promised. */
    public static final List<String> STRENGTHS = List.of("intended", "strivenFor", "ensured");

    /** How far a thing has come. */
    public static final List<String> STATUSES =
            List.of(
                    "planned",
                    "started",
                    "underConstruction",
                    "completed",
                    "inOperation",
                    "opened",
                    "held",
                    "suspended",
                    "underRenovation",
                    "cancelled");

    private ReviewColumns() {}
}
