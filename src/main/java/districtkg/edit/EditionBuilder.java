package districtkg.edit;

import districtkg.edition.Edition;
import districtkg.problem.Problem;
import districtkg.source.Sources;

/** Builds editions from sources, and serves them. */
public interface EditionBuilder {
    /**
     * Reads all files.
     *
     * @param before what was read before, of which unchanged files need not be read again
     */
    Sources read(Sources before);

    /**
     * Builds the edition of sources.
     *
     * @throws Problem with every fault of the sources
     */
    Edition edition(Sources sources);

    /** Prepares an edition; the returned action serves it, and cannot fail. */
    Runnable prepare(Edition edition);
}
