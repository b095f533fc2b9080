package districtkg.validate;

import districtkg.graph.InterruptibleGraph;
import districtkg.problem.Fault;
import districtkg.problem.Fault.Severity;
import districtkg.source.Sources;
import districtkg.source.TripleLocations;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.path.P_Link;

/** Validates sources against their shapes. Derived triples are not considered. */
public final class Validation {
    private static final Node FIX = Dkg.iri(Dkg.SHAPES + "fix");

    private final ParsedShapes shapes;
    private final PrefixMapping prefixes;
    private final TripleLocations lines;

    private Validation(Sources sources) {
        shapes = ParsedShapes.of(sources);
        prefixes = sources.prefixes();
        lines = new TripleLocations(sources);
    }

    /**
     * All faults and warnings of all files, in the order of files and lines; empty if there are
     * none.
     */
    public static List<Fault> of(Sources sources) {
        return findings(sources).faults();
    }

    /**
     * What was found in sources.
     *
     * @param faults in the order of files and lines
     * @param constraints the shape and the constraint behind each fault of a shape, for tests of
     *     the shapes
     */
    record Findings(List<Fault> faults, Set<String> constraints) {}

    /** Every fault and warning, and the constraints that raised them. */
    static Findings findings(Sources sources) {
        Validation validation = new Validation(sources);
        List<Fault> faults = new ArrayList<>(DocumentOwnership.check(sources));
        faults.addAll(UnaddressableNames.check(sources));
        // Shapes with paths would traverse each cycle recursively from each of its nodes.
        Graph asserted = new InterruptibleGraph(sources.asserted());
        List<Fault> endless = Containment.check(asserted, validation::fault);
        faults.addAll(endless);
        Collection<ReportEntry> entries =
                endless.isEmpty()
                        ? validation.shapes.violations(sources.unchecked(), asserted)
                        : List.of();
        entries.stream().map(validation::fault).forEach(faults::add);
        return new Findings(
                faults.stream().distinct().sorted().toList(),
                entries.stream()
                        .map(entry -> entry.source() + " " + entry.sourceConstraintComponent())
                        .collect(Collectors.toSet()));
    }

    /** Whether any of the faults is an error; data with errors are not used. */
    public static boolean anyError(List<Fault> faults) {
        return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    }

    private Fault fault(ReportEntry entry) {
        InterruptibleGraph.check();
        Node path = entry.resultPath() instanceof P_Link link ? link.getNode() : Node.ANY;
        Node value = entry.value() == null ? Node.ANY : entry.value();
        return new Fault(
                entry.source().getURI().substring(Dkg.SHAPES.length()),
                "Warning".equals(entry.severity().level().getLocalName())
                        ? Severity.WARNING
                        : Severity.ERROR,
                lines.of(entry.focusNode(), path, value),
                Optional.of(shown(entry.focusNode())),
                message(entry) + (value.equals(Node.ANY) ? "" : " Found: " + shown(value)),
                fix(entry.source()));
    }

    /** A fault that is found without shapes, at the triples of a node and a predicate. */
    private Fault fault(String code, Node node, Node predicate, String what, String fix) {
        return new Fault(
                code,
                Severity.ERROR,
                lines.of(node, predicate, Node.ANY),
                Optional.of(shown(node)),
                what,
                fix);
    }

    private static String message(ReportEntry entry) {
        return entry.messages().stream()
                .filter(text -> Language.EN.matches(text.getLiteralLanguage()))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElseGet(entry::message);
    }

    private String fix(Node shape) {
        return shapes.graph().stream(shape, FIX, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse("see the message");
    }

    private String shown(Node node) {
        if (node.isURI()) {
            String name = prefixes.shortForm(node.getURI());
            boolean written = !name.equals(node.getURI()) && !name.contains("#");
            return written ? name : "<" + node.getURI() + ">";
        }
        return node.toString(prefixes);
    }
}
