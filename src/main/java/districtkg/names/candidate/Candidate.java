package districtkg.names.candidate;

import districtkg.names.clause.LeadReader.Lead;
import districtkg.names.words.NameWords.Ending;

/**
 * A candidate for a name: the words before it, the start of its ending, and the end of its words.
 */
public record Candidate(Lead lead, int base, int stop, Ending ending) {
    /** Where the name begins. */
    public int start() {
        return lead.end();
    }
}
