package districtkg.names;

import districtkg.names.clause.Passage;
import districtkg.names.words.NameWords;
import java.util.List;

/**
 * Finds the projects, facilities, organisations, events and programmes that a passage names. It
 * uses no list of places, only word lists of what introduces, ends and follows names. Thread-safe;
 * time linear in the length of the passage.
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

    /** The names in a sentence, paragraph or report, in the order of the text. */
    public List<Name> find(String text) {
        return new NameReader(known, new Passage(text)).names();
    }
}
