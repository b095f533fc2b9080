package districtkg.tidy;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param name in lower case with underscores; it does not change within a version of the API
 * @param type the type of its cells
 * @param term the property of the ontology that the column holds, whose definition documents it;
 *     null where the column is worked out from several
 * @param namespace the namespace of the IRIs of whose last parts the cells consist; null where
 *     cells are not codes
 */
public record Column(
        String name, ColumnType type, @Nullable Node term, @Nullable String namespace) {
    /** A column that is worked out. */
    static Column derived(String name, ColumnType type) {
        return new Column(name, type, null, null);
    }
}
