package districtkg.validate;

import districtkg.graph.InterruptibleGraph;
import districtkg.problem.Fault;
import districtkg.problem.Fault.Severity;
import districtkg.source.SourceFile;
import districtkg.source.Sources;
import districtkg.source.TripleLocations;
import districtkg.validate.ParsedShapes.Found;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.RDFS;

/** Validates sources against their shapes. Derived triples are not considered. */
public final class Validation {
    /** The code of the fault that a shape has more violations than were looked for. */
    public static final String MORE_VIOLATIONS = "more-violations";

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
     * All faults and warnings of all files, in the order of files and lines.
     *
     * @param curated all triples of the sources that are served
     */
    public static List<Fault> of(Sources sources, Graph curated) {
        return findings(sources, curated).faults();
    }

    /**
     * The faults and warnings to which a change of valid sources can have led: those of the places
     * that changed, of what refers to a changed thing from elsewhere, and of what changed triples
     * refer to. Shapes look at a thing and its place, at what all places share, and one step
     * further, forwards or backwards.
     *
     * @param sources the changed sources
     * @param changed the files of the places that changed, without what all places share
     * @param touched the triples that changed
     * @param curated all triples of the sources that are served
     */
    public static List<Fault> ofChange(
            Sources sources, Sources changed, Set<Triple> touched, Graph curated) {
        Validation validation = new Validation(sources);
        Graph subjects = changed.unchecked();
        curated.find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY).forEachRemaining(subjects::add);
        List<SourceFile> others =
                sources.without(changed).files().stream().filter(SourceFile::unchecked).toList();
        Stream<Node> referrers =
                touched.stream()
                        .map(Triple::getSubject)
                        .distinct()
                        .flatMap(thing -> curated.stream(Node.ANY, Node.ANY, thing))
                        .map(Triple::getSubject);
        Stream<Node> referred = touched.stream().map(Triple::getObject).filter(Node::isURI);
        Stream.concat(referrers, referred)
                .distinct()
                .filter(
                        thing ->
                                others.stream()
                                        .anyMatch(
                                                file ->
                                                        file.graph()
                                                                .contains(
                                                                        thing, Node.ANY, Node.ANY)))
                .toList()
                .forEach(
                        thing ->
                                curated.find(thing, Node.ANY, Node.ANY)
                                        .forEachRemaining(subjects::add));
        return validation.findings(changed, subjects, curated).faults();
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
        return findings(sources, new InterruptibleGraph(sources.asserted()));
    }

    private static Findings findings(Sources sources, Graph curated) {
        return new Validation(sources).findings(sources, sources.unchecked(), curated);
    }

    /**
     * What is found.
     *
     * @param files the files whose names are checked
     * @param subjects the triples of the nodes that are checked
     * @param curated all triples, where they are looked up
     */
    private Findings findings(Sources files, Graph subjects, Graph curated) {
        List<Fault> faults = new ArrayList<>(DocumentOwnership.check(files));
        faults.addAll(UnaddressableNames.check(files));
        // Shapes with paths would traverse each cycle recursively from each of its nodes.
        List<Fault> endless = Containment.check(curated, this::fault);
        faults.addAll(endless);
        List<Found> found = endless.isEmpty() ? shapes.violations(subjects, curated) : List.of();
        List<ReportEntry> entries = found.stream().flatMap(one -> one.entries().stream()).toList();
        entries.stream().map(this::fault).forEach(faults::add);
        found.stream().filter(one -> !one.complete()).map(Validation::more).forEach(faults::add);
        return new Findings(
                faults.stream().distinct().sorted().toList(),
                entries.stream()
                        .map(entry -> entry.source() + " " + entry.sourceConstraintComponent())
                        .collect(Collectors.toSet()));
    }

    /** Says that a shape has more violations than were looked for. */
    private static Fault more(Found found) {
        boolean error = found.entries().stream().anyMatch(one -> severity(one) == Severity.ERROR);
        return new Fault(
                MORE_VIOLATIONS,
                error ? Severity.ERROR : Severity.WARNING,
                List.of(),
                Optional.empty(),
                "The shape %s has more violations than the %d that are listed."
                        .formatted(
                                found.shape().getShapeNode().getLocalName(),
                                found.entries().size()),
                "correct these, which often have one cause, and validate again");
    }

    private static Severity severity(ReportEntry entry) {
        return "Warning".equals(entry.severity().level().getLocalName())
                ? Severity.WARNING
                : Severity.ERROR;
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
                severity(entry),
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
