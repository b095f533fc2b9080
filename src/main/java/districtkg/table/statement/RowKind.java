package districtkg.table.statement;

import districtkg.vocab.Dkg;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** What a row of a table of statements is. */
enum RowKind {
    OUTCOME("Outcome"),
    /** An outcome that the report expects, and that was not final. */
    EXPECTATION("Outcome"),
    TARGET("Target"),
    COMMITMENT("Commitment"),
    RECOGNITION("Recognition"),
    SPECIFICATION("Specification"),
    DOUBTED("DoubtedStatement"),
    /** Numerals that count nothing: a date, a part of a name, a slogan. */
    IDIOM("Idiom"),
    /** Where a thing is named. */
    MENTION("Passage");

    private final String term;

    RowKind(String term) {
        this.term = term;
    }

    static Optional<RowKind> of(String cell) {
        for (RowKind kind : values()) {
            if (kind.cell().equals(cell)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** As cells write it. */
    String cell() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of its node. */
    Node type() {
        return Dkg.term(term);
    }

    boolean isStatement() {
        return this != IDIOM && this != MENTION;
    }

    /** Whether its time is a deadline. */
    boolean isPromise() {
        return this == TARGET || this == COMMITMENT;
    }
}
