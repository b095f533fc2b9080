package districtkg.validate;

import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;

/**
 * The parsed shapes of an ontology. Parsing takes longer than validating a small change, so the
 * latest shapes are cached and reused for sources with the same ontology files. Thread-safe.
 *
 * @param files the files of the shapes
 * @param graph the triples of these files
 * @param shapes the shapes as Jena validates with them
 * @param targeted those with focus nodes of their own
 */
record ParsedShapes(
        List<SourceFile> files, Graph graph, Shapes shapes, List<TargetShape> targeted) {
    private static final int BATCH = 2000;

    /** Violations of one shape after which its other focus nodes are left out. */
    private static final int MOST = 5000;

    /**
     * The violations of one shape.
     *
     * @param shape with focus nodes of its own
     * @param entries its violations, in no particular order
     * @param complete whether all focus nodes were validated
     */
    record Found(Shape shape, List<ReportEntry> entries, boolean complete) {}

    private static volatile ParsedShapes latest = parse(List.of(), Graph.emptyGraph);

    /** The shapes of sources. Graphs and parsed files are compared by identity. */
    static ParsedShapes of(Sources sources) {
        List<SourceFile> files =
                sources.files().stream()
                        .filter(
                                file ->
                                        file.role() == SourceRole.SHAPES
                                                || file.role() == SourceRole.TERMS)
                        .toList();
        ParsedShapes kept = latest;
        if (!files.equals(kept.files)) {
            kept = parse(files, sources.shapes());
            latest = kept;
        }
        return kept;
    }

    private static ParsedShapes parse(List<SourceFile> files, Graph graph) {
        Shapes shapes = Shapes.parse(graph);
        return new ParsedShapes(
                files,
                graph,
                shapes,
                shapes.getTargetShapes().stream()
                        .filter(shape -> !shape.deactivated())
                        .map(shape -> new TargetShape(shape, batched(shape)))
                        .toList());
    }

    /** Its constraints as queries for many nodes; empty if not all of them are such queries. */
    private static Optional<List<BatchedConstraint>> batched(Shape shape) {
        if (!shape.isNodeShape() || !shape.getPropertyShapes().isEmpty()) {
            return Optional.empty();
        }
        List<BatchedConstraint> all = new ArrayList<>();
        for (Constraint constraint : shape.getConstraints()) {
            Optional<BatchedConstraint> batched =
                    constraint instanceof SparqlConstraint query
                            ? BatchedConstraint.of(query)
                            : Optional.empty();
            if (batched.isEmpty()) {
                return Optional.empty();
            }
            all.add(batched.get());
        }
        return Optional.of(all);
    }

    /**
     * The violations of each shape in a graph, as far as there are not very many. Shapes are
     * distributed over all processors.
     *
     * @param subjects the graph whose nodes are validated; only read
     * @param data the graph in which they are looked up, the same or a larger one; only read
     */
    List<Found> violations(Graph subjects, Graph data) {
        return targeted.parallelStream()
                .map(target -> target.violations(subjects, shapes, data))
                .toList();
    }

    /** The violations of all nodes of a graph, in no particular order. */
    Collection<ReportEntry> violations(Graph data) {
        return violations(data, data).stream().flatMap(one -> one.entries().stream()).toList();
    }

    /**
     * A shape with focus nodes.
     *
     * @param batched queries that find its violations for many nodes at once; empty if they cannot
     */
    record TargetShape(Shape shape, Optional<List<BatchedConstraint>> batched) {
        private Found violations(Graph subjects, Shapes shapes, Graph data) {
            List<ReportEntry> entries = new ArrayList<>();
            Iterator<Batch> batches = batches(subjects).iterator();
            while (entries.size() < MOST && batches.hasNext()) {
                entries.addAll(batches.next().suspects(data).violations(shapes, data));
            }
            return new Found(shape, entries, !batches.hasNext());
        }

        private Stream<Batch> batches(Graph subjects) {
            List<Node> nodes = List.copyOf(VLib.focusNodes(subjects, shape));
            return IntStream.iterate(0, from -> from < nodes.size(), from -> from + BATCH)
                    .mapToObj(
                            from ->
                                    new Batch(
                                            this,
                                            nodes.subList(
                                                    from, Math.min(from + BATCH, nodes.size()))));
        }
    }

    /** Some of the focus nodes of a shape. */
    private record Batch(TargetShape target, Collection<Node> focusNodes) {
        /**
         * The focus nodes that may violate the shape. If it consists of SPARQL constraints, few
         * queries find them; otherwise these are all.
         */
        Batch suspects(Graph data) {
            if (target.batched().isEmpty()) {
                return this;
            }
            Set<Node> suspects = new LinkedHashSet<>();
            for (BatchedConstraint constraint : target.batched().get()) {
                suspects.addAll(constraint.violating(data, focusNodes));
            }
            return new Batch(target, suspects);
        }

        /** The report entries of these nodes, as Jena finds them. */
        Collection<ReportEntry> violations(Shapes shapes, Graph data) {
            ValidationContext context = ValidationContext.create(shapes, data);
            for (Node focusNode : focusNodes) {
                VLib.validateShape(context, data, target.shape(), focusNode);
            }
            return context.generateReport().getEntries();
        }
    }
}
