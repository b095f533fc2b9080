package districtkg.names.words;

import java.util.Optional;

/** The stage of a named thing, by the words around its name. */
public enum Status {
    /** Planned, approved or signed, and not begun. */
    PLANNED("planned"),
    /** Begun, as the words say. */
    STARTED("started"),
    /** Being worked on. */
    UNDER_WAY("underWay"),
    /** Its main works are finished: topped out, holed through. */
    STRUCTURE_COMPLETED("structureCompleted"),
    /** Finished, as the words say. */
    COMPLETED("completed"),
    /** In use. */
    IN_OPERATION("inOperation");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** As lexicons and tables write it: {@code underWay}. */
    public String word() {
        return word;
    }

    static Optional<Status> of(String word) {
        for (Status status : values()) {
            if (status.word.equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
