package districtkg.engine.join;

/** One step of a join: extends the current row in every possible way. Not thread-safe. */
interface JoinStep {
    /** Starts with the current row. */
    void open(int[] row);

    /** Writes the next extension into the row; false if there is none. */
    boolean next(int[] row);
}
