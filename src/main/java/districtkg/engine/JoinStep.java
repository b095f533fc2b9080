package districtkg.engine;

/** One part of a join: for a row that is known so far, the ways to know more of it. */
interface JoinStep {
    /** Begins with what a row holds now. */
    void open(int[] row);

    /** Writes the next way into the row; false where there is none. */
    boolean next(int[] row);
}
