package districtkg.edit;

/**
 * A change of one document.
 *
 * @param kind what happens to the document
 * @param graph the IRI of its graph
 * @param before the version of the edition without the change
 * @param after the version with it
 */
public record Revision(Kind kind, String graph, String before, String after) {
    /** What can happen to a document. */
    public enum Kind {
        /** The document did not exist before. */
        CREATED,
        /** The document has new content. */
        REPLACED,
        /** The document no longer exists. */
        DELETED
    }
}
