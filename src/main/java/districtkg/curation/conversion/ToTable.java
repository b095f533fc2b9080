package districtkg.curation.conversion;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import districtkg.source.TripleLocations;
import districtkg.table.TableForm;
import districtkg.table.cell.TurtleText;
import districtkg.vocab.Dkg;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDF;

/** Brings documents and things in RDF into the form of tables. */
public final class ToTable {
    private static final String CODE = "not-in-table";

    private final SharedFiles shared;
    private final PrefixMapping prefixes;
    private final TableForm form;

    /**
     * What a file becomes.
     *
     * @param csv the table
     * @param head the Turtle file beside a table of statements; empty for things
     * @param described the triples of {@code head}
     */
    public record Table(String csv, String head, Graph described) {}

    /** Reads the files to which cells refer. */
    public ToTable(SharedFiles shared) {
        this.shared = shared;
        Sources terms = Sources.read(shared.paths());
        this.prefixes = terms.prefixes();
        this.form = new TableForm(terms.asserted(), prefixes, shared.places());
    }

    /**
     * The table of the statements of a document, or of the things of a place.
     *
     * @param file RDF in any syntax, with one document, or with things of one place
     * @param out the table to be written; the things that its cells may name stand beside it, or in
     *     the folder of the place
     * @throws Problem with everything that a table cannot hold, with line and IRI
     */
    public Table of(Path file, Optional<Path> out) {
        Sources read = Sources.read(List.of(file));
        if (read.files().size() != 1) {
            throw refused(file, "it has " + read.files().size() + " graphs, and a table holds one");
        }
        SourceFile source = read.files().get(0);
        ToLongFunction<Node> lines = lines(read);
        Graph graph = source.graph();
        TableForm.Form table;
        if (source.role() == SourceRole.DOCUMENT) {
            List<Node> documents =
                    graph.stream(Node.ANY, RDF.type.asNode(), Dkg.DOCUMENT)
                            .map(Triple::getSubject)
                            .toList();
            if (documents.size() != 1 || !documents.get(0).toString().startsWith(Dkg.ID)) {
                throw refused(
                        file,
                        "it has "
                                + documents.size()
                                + " documents, and a table holds one with an IRI below "
                                + Dkg.ID);
            }
            String slug = documents.get(0).getURI().substring(Dkg.ID.length());
            table = form.statements(graph, things(slug, out), lines);
        } else if (source.role() == SourceRole.THINGS) {
            table = form.things(graph, key(graph, out), lines);
        } else {
            throw refused(
                    file,
                    "it is neither a document with its statements, nor the things of a place");
        }
        if (!table.misfits().isEmpty()) {
            throw new Problem(faults(table, read));
        }
        if (source.role() == SourceRole.DOCUMENT && table.csv().lines().count() == 1) {
            throw refused(file, "it has no statements: it describes the document of a table");
        }
        return new Table(table.csv(), head(table.described(), out), table.described());
    }

    private static Problem refused(Path file, String what) {
        return new Problem(
                Fault.at(
                        Location.of(file),
                        CODE,
                        what,
                        "name a file with one document, its sections, statements and passages"));
    }

    private static ToLongFunction<Node> lines(Sources read) {
        TripleLocations locations = new TripleLocations(read);
        Map<Node, Long> lines = new HashMap<>();
        for (SourceFile file : read.files()) {
            file.graph().stream()
                    .map(Triple::getSubject)
                    .distinct()
                    .forEach(
                            node ->
                                    locations.of(node, Node.ANY, Node.ANY).stream()
                                            .mapToLong(Location::line)
                                            .min()
                                            .ifPresent(line -> lines.put(node, line)));
        }
        return node -> lines.getOrDefault(node, 0L);
    }

    private List<Fault> faults(TableForm.Form table, Sources read) {
        TripleLocations locations = new TripleLocations(read);
        List<Fault> faults = new ArrayList<>();
        table.misfits()
                .forEach(
                        (node, what) ->
                                faults.add(
                                        new Fault(
                                                CODE,
                                                Fault.Severity.ERROR,
                                                locations.of(node, Node.ANY, Node.ANY).stream()
                                                        .limit(1)
                                                        .toList(),
                                                Optional.of(
                                                        node.isURI()
                                                                ? new TurtleText(prefixes)
                                                                        .node(node)
                                                                : "[]"),
                                                what,
                                                "correct it, or keep the document as Turtle: it is read as it is")));
        return faults.stream().sorted().toList();
    }

    private Optional<Path> things(String slug, Optional<Path> out) {
        return out.map(table -> table.resolveSibling("things.csv"))
                .filter(Files::exists)
                .or(() -> shared.things(slug.replaceFirst("-[^-]*$", "")));
    }

    /** The key of the place of things: the folder of the table, or the place that most are in. */
    private static String key(Graph graph, Optional<Path> out) {
        return graph.stream(Node.ANY, Dkg.term("in"), Node.ANY)
                .map(triple -> triple.getObject().toString().replace(Dkg.ID, ""))
                .filter(
                        place ->
                                out.map(table -> TableForm.folder(table).equals(place))
                                        .orElse(true))
                .sorted()
                .findFirst()
                .or(() -> out.map(table -> TableForm.folder(table)))
                .orElse("");
    }

    private String head(Graph described, Optional<Path> out) {
        if (described.isEmpty()) {
            return "";
        }
        TurtleText text = new TurtleText(prefixes);
        String blocks = TurtleBlocks.of(described, Map.of(), text);
        String name = out.map(table -> table.getFileName().toString()).orElse("a table");
        return "# The head of a report. Its statements stand in %s beside it, a row each.\n"
                        .formatted(name)
                + text.declarations(blocks)
                + blocks;
    }
}
