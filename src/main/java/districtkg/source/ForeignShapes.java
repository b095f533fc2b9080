package districtkg.source;

import districtkg.problem.Fault;
import districtkg.problem.Fault.Severity;
import districtkg.problem.Location;
import districtkg.vocab.Dkg;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;

/**
 * Checks that shapes are in the namespace of the ontology's shapes. A file with shapes is not
 * served, so data in it would be lost, and other shapes have no message and no heading in the
 * documentation.
 */
final class ForeignShapes {
    private ForeignShapes() {}

    /** Each subject of a file of shapes that is not one of the ontology's shapes. */
    static List<Fault> in(SourceFile file) {
        if (file.role() != SourceRole.SHAPES) {
            return List.of();
        }
        TripleLocations lines = new TripleLocations(Sources.NONE.with(file));
        return file.graph().stream()
                .filter(ForeignShapes::foreign)
                .collect(
                        Collectors.toMap(
                                Triple::getSubject, Function.identity(), (one, other) -> one))
                .values()
                .stream()
                .map(
                        triple ->
                                new Fault(
                                        "foreign-shape",
                                        Severity.ERROR,
                                        place(triple, lines),
                                        Optional.of(triple.getSubject())
                                                .filter(Node::isURI)
                                                .map(subject -> "<" + subject.getURI() + ">"),
                                        "The file has SHACL shapes, and this is not one of the ontology's shapes: these are named <"
                                                + Dkg.SHAPES
                                                + "…> and stand in files of their own.",
                                        "take the shapes out of the data; a new shape of the ontology goes to ontology/shapes"))
                .toList();
    }

    private static List<Location> place(Triple triple, TripleLocations lines) {
        Node subject = triple.getSubject();
        List<Location> places =
                subject.isURI()
                        ? lines.of(subject, Node.ANY, Node.ANY)
                        : lines.of(subject, triple.getPredicate(), triple.getObject());
        return places.stream().limit(1).toList();
    }

    /** Blank nodes are parts of shapes, unless they are shapes themselves. */
    private static boolean foreign(Triple triple) {
        Node subject = triple.getSubject();
        return subject.isURI()
                ? !subject.getURI().startsWith(Dkg.SHAPES)
                : triple.getObject().equals(SHACL.NodeShape)
                        || triple.getPredicate().equals(SHACL.path)
                        || triple.getObject().equals(SHACL.PropertyShape);
    }
}
