package districtkg.review.draft;

import districtkg.draft.DraftTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of drafts, and the words that their cells may hold. */
public final class ReviewColumns {
    /** The columns of a draft, in their order, and the name of the thing that a row is about. */
    public static final List<String> ALL =
            Stream.concat(DraftTable.COLUMNS.stream(), Stream.of("about")).toList();

    /** Cells that identify a row and its position, or that follow from other cells. */
    private static final Set<String> FIXED =
            Set.of(
                    "id",
                    "subject",
                    "printedSubjectKind",
                    "start",
                    "end",
                    "sure",
                    "doubt",
                    "sameAs");

    /** Cells that a reviewer may change. */
    public static final Set<String> EDITABLE =
            ALL.stream()
                    .filter(column -> !FIXED.contains(column))
                    .collect(Collectors.toUnmodifiableSet());

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

    /** How the time of a figure is meant. */
    public static final List<String> PERIOD_KINDS =
            List.of("year", "sum", "average", "months", "as-of");

    private ReviewColumns() {}
}
