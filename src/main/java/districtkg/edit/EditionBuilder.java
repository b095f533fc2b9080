package districtkg.edit;

import districtkg.edition.Edition;
import districtkg.problem.Problem;
import districtkg.source.Sources;

/** How an edition is made of sources, and how it comes to be served. */
public interface EditionBuilder {
    /** Reads all files. */
    Sources read();

    /**
     * What follows from sources.
     *
     * @throws Problem with every fault of theirs
     */
    Edition edition(Sources sources);

    /** Makes an edition ready; what is returned serves it, and cannot fail. */
    Runnable prepare(Edition edition);
}
