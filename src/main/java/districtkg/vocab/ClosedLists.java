package districtkg.vocab;

import java.util.List;

/**
 * The members of closed lists of the ontology, by their local names, in the order in which forms
 * and messages show them. A test compares them with the ontology. Immutable.
 */
public final class ClosedLists {
    /** Members of {@code :Bound}: how a number limits a quantity. */
    public static final List<String> BOUNDS =
            List.of("exactly", "atLeast", "moreThan", "atMost", "lessThan", "approximately");

    /** Members of {@code :Strength}: how firmly something is promised. */
    public static final List<String> STRENGTHS = List.of("intended", "strivenFor", "ensured");

    /** Members of {@code :Status}: the stages of a thing. */
    public static final List<String> STATUSES =
            List.of(
                    "planned",
                    "started",
                    "underConstruction",
                    "structureCompleted",
                    "completed",
                    "inOperation",
                    "opened",
                    "held",
                    "suspended",
                    "underRenovation",
                    "cancelled");

    private ClosedLists() {}
}
