package districtkg.names;

import districtkg.names.words.NameWords;
import java.util.List;

/**
 * Finds the projects, facilities, organisations, events and programmes that a passage names. It
 * knows no place: it reads the words that introduce, end and follow names, which are data. Safe for
 * many threads; linear in the length of the passage.
 */
public final class NameFinder {
    private final NameWords known;

    /** A finder with the word lists of the program. */
    public NameFinder() {
        this(NameWords.OWN);
    }

    NameFinder(NameWords known) {
        this.known = known;
    }

    /** The names in a sentence, paragraph or report, in the order in which they stand. */
    public List<Name> find(String text) {
        return new NameReader(known, new Passage(text)).names();
    }
}
