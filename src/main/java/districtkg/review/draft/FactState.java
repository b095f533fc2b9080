package districtkg.review.draft;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of a drafted statement.
 *
 * @param status whether it was decided, and how
 * @param cells by the columns of a draft ({@code read --format csv}), {@code about} besides; empty
 *     cells are left out
 */
public record FactState(Status status, Map<String, String> cells) {
    /** Whether a statement was decided, and how. */
    public enum Status {
        /** Nobody has decided. */
        OPEN,
        /** Accepted, as drafted or with other cells. */
        ACCEPTED,
        /** Rejected; it will not be exported. */
        REJECTED,
        /** Added by a reviewer who undid that. */
        REMOVED
    }

    /** Copies the filled cells. */
    public FactState {
        TreeMap<String, String> filled = new TreeMap<>(cells);
        filled.values().removeIf(String::isEmpty);
        cells = Collections.unmodifiableMap(filled);
    }

    /** The words of a cell; empty if it has none. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** The same cells with another status. */
    public FactState with(Status other) {
        return new FactState(other, cells);
    }
}
