package districtkg.curation.conversion;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import districtkg.table.TableLines;
import districtkg.table.cell.CsvFile;
import districtkg.table.cell.TurtleText;
import districtkg.vocab.Dkg;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.mem.GraphMemFast;

/** Writes tables as Turtle: the whole document, or the things of a place. */
public final class ToTurtle {
    private ToTurtle() {}

    /**
     * Each table as Turtle, with the description of its document, in the order of its rows.
     *
     * @param tables of statements or of things; the file that describes a document and the things
     *     of its place stand beside it
     * @throws Problem with every fault of every table
     */
    public static Map<Path, String> of(List<Path> tables, SharedFiles shared) {
        List<Path> paths = new ArrayList<>(shared.paths());
        for (Path table : tables) {
            paths.add(table);
            for (Path beside : List.of(head(table), table.resolveSibling("things.csv"))) {
                if (Files.exists(beside) && !paths.contains(beside)) {
                    paths.add(beside);
                }
            }
        }
        Sources sources = Sources.read(paths.stream().distinct().toList());
        TurtleText text = new TurtleText(sources.prefixes());
        Map<Path, String> turtle = new LinkedHashMap<>();
        for (Path table : tables) {
            turtle.put(table, turtle(table, sources, text));
        }
        return turtle;
    }

    /** The file that describes the document of a table of statements. */
    public static Path head(Path table) {
        return Path.of(table.toString().replaceFirst("\\.csv$", ".ttl"));
    }

    private static String turtle(Path table, Sources sources, TurtleText text) {
        List<SourceFile> parts =
                sources.files().stream()
                        .filter(file -> file.path().equals(table))
                        .filter(file -> file.role() != SourceRole.OPEN_STATEMENTS)
                        .toList();
        if (parts.isEmpty() || CsvFile.columnsOf(table).contains("code")) {
            throw new Problem(
                    Fault.at(
                            Location.of(table),
                            "not-in-table",
                            "this is no table of the statements of a report, nor of the things of a place",
                            "name a table such as  data/reports/440303/2022.csv"));
        }
        Graph all = new GraphMemFast();
        StringBuilder blocks = new StringBuilder();
        for (SourceFile file : sources.files()) {
            if (file.path().equals(head(table))) {
                blocks.append(TurtleBlocks.of(file.graph(), Map.of(), text));
            }
        }
        parts.forEach(part -> part.graph().stream().forEach(all::add));
        String document = parts.get(0).graphName().getURI().replace(Dkg.GRAPH, "");
        String body = TurtleBlocks.of(all, TableLines.of(table, document), text);
        blocks.append(body);
        return text.declarations(blocks.toString()) + blocks;
    }
}
