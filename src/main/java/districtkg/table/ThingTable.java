package districtkg.table;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.table.cell.CsvFile;
import districtkg.table.cell.SharedTerms.Names;
import districtkg.vocab.Dkg;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The named things of one place, from the table in the folder of its reports. */
final class ThingTable {
    /** The columns of a table of things. */
    static final List<String> COLUMNS = List.of("id", "zh", "en", "kind");

    /** The class of each kind. */
    static final Map<String, String> KINDS =
            Map.of(
                    "project", "Project",
                    "facility", "Facility",
                    "organisation", "Organization",
                    "company", "Company",
                    "government", "PublicBody",
                    "event", "Event",
                    "programme", "Program",
                    "product", "Product",
                    "place", "Zone");

    private final Path path;
    private final Node place;
    private final Graph graph = new GraphMemFast();
    private final Map<String, Node> byName = new HashMap<>();
    private final Map<Node, Names> names = new HashMap<>();

    /**
     * @param key of the place: the name of the folder
     */
    ThingTable(CsvFile file, String key, Node place, List<Fault> faults) {
        this.path = file.path();
        this.place = place;
        Set<String> ids = new HashSet<>();
        for (CsvFile.Row row : file.rows()) {
            int before = faults.size();
            demand(row, "id", "[a-z][a-z0-9]*(-[a-z0-9]+)*", "luohu-north-station", faults);
            demand(row, "kind", String.join("|", KINDS.keySet()), "facility", faults);
            demand(row, "zh", ".+", "罗湖北站", faults);
            demand(row, "en", "[^㐀-鿿]+", "Luohu North Station", faults);
            if (!ids.add(row.get("id")) || byName.containsKey(row.get("zh"))) {
                faults.add(
                        Fault.at(
                                Location.of(path, row.line()),
                                "table-id",
                                "another row of the table has the same id or the same Chinese name",
                                "keep one row for each thing, and give each a unique id"));
            }
            if (faults.size() == before) {
                add(row, Dkg.iri(Dkg.ID + key + "-" + row.get("id")), place);
            }
        }
    }

    /** The place whose things these are. */
    Node place() {
        return place;
    }

    private void demand(
            CsvFile.Row row, String column, String form, String example, List<Fault> faults) {
        if (!row.get(column).matches(form)) {
            faults.add(
                    Fault.at(
                            new Location(path, row.line(), row.position(column)),
                            "table-cell",
                            "“%s” is no %s of a thing".formatted(row.get(column), column),
                            "write it as  " + example));
        }
    }

    private void add(CsvFile.Row row, Node node, Node place) {
        byName.put(row.get("zh"), node);
        names.put(node, new Names(row.get("zh"), row.get("en")));
        graph.add(node, RDF.type.asNode(), Dkg.term(KINDS.getOrDefault(row.get("kind"), "Entity")));
        graph.add(node, RDFS.label.asNode(), NodeFactory.createLiteralLang(row.get("zh"), "zh"));
        graph.add(node, RDFS.label.asNode(), NodeFactory.createLiteralLang(row.get("en"), "en"));
        graph.add(node, Dkg.term("in"), place);
        graph.add(node, Dkg.INFERRED, Dkg.term("in"));
    }

    Path path() {
        return path;
    }

    Graph graph() {
        return graph;
    }

    Optional<Node> thing(String chineseName) {
        return Optional.ofNullable(byName.get(chineseName));
    }

    Optional<Names> names(Node thing) {
        return Optional.ofNullable(names.get(thing));
    }
}
