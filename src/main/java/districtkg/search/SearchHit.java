package districtkg.search;

import districtkg.graph.Ref;
import java.util.Locale;
import java.util.Optional;

/**
 * A search result.
 *
 * @param self the thing
 * @param group in which it is shown
 * @param kind its kind
 * @param otherName its name in the other language
 * @param verdict of a promise; empty for other things
 */
public record SearchHit(
        Ref self, Group group, String kind, String otherName, Optional<Ref> verdict) {

    /** The groups of results, in the order in which they are shown. */
    public enum Group {
        /** Administrative areas. */
        PLACE,
        /** Projects, facilities, programmes, events and products. */
        PROJECT,
        /** Indicators, industries and topics. */
        MEASURE,
        /** Organizations and companies. */
        BODY,
        /** All other things. */
        OTHER,
        /** Reports and other documents. */
        DOCUMENT,
        /** Statements, shown last because there are most of them. */
        STATEMENT;

        /** Its name in messages: {@code place}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
