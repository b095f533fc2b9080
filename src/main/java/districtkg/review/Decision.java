package districtkg.review;

import districtkg.review.draft.FactState;
import districtkg.review.draft.FactState.Status;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/**
 * A decision of a reviewer, as the log keeps it.
 *
 * @param number from 1, in the order of the log
 * @param time in UTC (ISO 8601)
 * @param reviewer who decided
 * @param report name of the report
 * @param fact id of the statement
 * @param version of the statement after it
 * @param action what was done
 * @param before how the statement stood
 * @param after how it stands since
 */
public record Decision(
        long number,
        String time,
        String reviewer,
        String report,
        String fact,
        int version,
        Action action,
        FactState before,
        FactState after) {
    /** What a reviewer can do. */
    public enum Action {
        /** Accept as drafted. */
        ACCEPT,
        /** Reject: the report does not say so, or it is no statement. */
        REJECT,
        /** Accept with other cells. */
        CORRECT,
        /** Add a statement that the draft lacks, and accept it. */
        ADD,
        /** Undo one's own last decision. */
        UNDO;

        /** As requests and the log write it: {@code accept}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String line() {
        JsonObject line = new JsonObject();
        line.put("number", number);
        line.put("time", time);
        line.put("reviewer", reviewer);
        line.put("report", report);
        line.put("fact", fact);
        line.put("version", version);
        line.put("action", action.word());
        line.put("before", json(before));
        line.put("after", json(after));
        return JSON.toStringFlat(line);
    }

    /**
     * A line of the log.
     *
     * @throws RuntimeException if it is none
     */
    static Decision of(String line) {
        JsonObject read = JSON.parse(line);
        return new Decision(
                read.getNumber("number").longValue(),
                read.getString("time"),
                read.getString("reviewer"),
                read.getString("report"),
                read.getString("fact"),
                read.getNumber("version").intValue(),
                Action.valueOf(read.getString("action").toUpperCase(Locale.ROOT)),
                state(read.getObj("before")),
                state(read.getObj("after")));
    }

    private static JsonObject json(FactState state) {
        JsonObject cells = new JsonObject();
        state.cells().forEach(cells::put);
        JsonObject json = new JsonObject();
        json.put("status", state.status().name().toLowerCase(Locale.ROOT));
        json.put("cells", cells);
        return json;
    }

    private static FactState state(JsonObject json) {
        Map<String, String> cells = new TreeMap<>();
        JsonObject read = json.getObj("cells");
        read.keys().forEach(column -> cells.put(column, read.getString(column)));
        return new FactState(
                Status.valueOf(json.getString("status").toUpperCase(Locale.ROOT)), cells);
    }
}
