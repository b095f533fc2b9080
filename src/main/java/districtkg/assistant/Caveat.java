package districtkg.assistant;

import java.util.Arrays;
import java.util.List;

/** What an assistant must know to use an answer with care. */
enum Caveat {
    STATED(
            "Figures are what documents state, as published; the graph does not say that they are"
                    + " true."),
    UNKNOWN(
            "'unknown' means that no later document in the graph reports the figure. It is not a"
                    + " miss."),
    NOT_COMPARABLE(
            "'notComparable' means that a later figure exists but differs in period, scope, basis"
                    + " or precision. It is neither met nor missed."),
    COVERAGE(
            "Only documents in the graph are known. A place or year without a row may have figures"
                    + " elsewhere."),
    DRAFT(
            "Statements with reviewed=false were drafted by a program and confirmed by nobody:"
                    + " check them against the source."),
    NEWEST(
            "Where several documents state a figure, the newest is shown; where that one states"
                    + " several that differ, none."),
    PLACES(
            "Figures of several places compare only on the same basis. Do not sum rates, and do not"
                    + " add a district to the city that contains it."),
    RANKS("Rows are a selection when 'more' is true: do not count or rank from them.");

    private final String text;

    Caveat(String text) {
        this.text = text;
    }

    /** The texts of caveats. */
    static List<String> texts(Caveat... some) {
        return Arrays.stream(some).map(one -> one.text).toList();
    }
}
