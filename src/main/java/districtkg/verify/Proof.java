package districtkg.verify;

/**
 * What the text of one document proves.
 *
 * @param document its IRI
 * @param characters length of the text, in code points
 * @param passages number of passages compared with their digests
 * @param statements number of statements based on them
 * @param figures number of figures that were recomputed and agree
 * @param mentions number of mentions whose characters are a name of the thing
 */
public record Proof(
        String document,
        int characters,
        int passages,
        int statements,
        int figures,
        int mentions,
        Numerals numerals,
        Unproven unproven) {
    /** How the numerals of the text are accounted for. */
    public record Numerals(
            int ofStatements, int ofNames, int ofIdioms, int furniture, int notYetRead) {}
}
