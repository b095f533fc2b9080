package districtkg.table;

import districtkg.table.cell.CsvFile;
import districtkg.vocab.Dkg;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** The line of the row in a table from which each node comes. */
public final class TableLines {
    private TableLines() {}

    /**
     * The line of each node of a table. A passage from which several statements come has the line
     * of the first.
     *
     * @param path of the table
     * @param document its name under {@code id/}; not used for things and places
     */
    public static Map<Node, Long> of(Path path, String document) {
        Map<Node, Long> lines = new HashMap<>();
        List<String> columns = CsvFile.columnsOf(path);
        String folder =
                Optional.ofNullable(path.toAbsolutePath().normalize().getParent())
                        .map(parent -> String.valueOf(parent.getFileName()))
                        .orElse("");
        CsvFile.read(
                        path,
                        new LinkedHashSet<>(columns),
                        new LinkedHashSet<>(columns),
                        new ArrayList<>())
                .ifPresent(
                        file ->
                                file.rows()
                                        .forEach(
                                                row -> {
                                                    if (columns.contains("code")) {
                                                        put(lines, row.get("code"), row);
                                                    } else if (columns.contains("zh")) {
                                                        put(
                                                                lines,
                                                                folder + "-" + row.get("id"),
                                                                row);
                                                    } else {
                                                        put(
                                                                lines,
                                                                document + "-" + row.get("id"),
                                                                row);
                                                        put(
                                                                lines,
                                                                document
                                                                        + "#char="
                                                                        + row.get("start")
                                                                        + ","
                                                                        + row.get("end"),
                                                                row);
                                                    }
                                                }));
        return lines;
    }

    private static void put(Map<Node, Long> lines, String name, CsvFile.Row row) {
        lines.putIfAbsent(Dkg.iri(Dkg.ID + name), row.line());
    }
}
