package districtkg.validate;

import districtkg.problem.Fault;
import districtkg.problem.Fault.Severity;
import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import districtkg.source.TripleLocations;
import districtkg.vocab.Dkg;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Checks that each document's file describes only its own nodes, so that a document can be deleted
 * without breaking another. Shapes cannot express this, because they do not see files.
 */
final class DocumentOwnership {
    private DocumentOwnership() {}

    static List<Fault> check(Sources sources) {
        TripleLocations lines = new TripleLocations(sources);
        return sources.files().stream()
                .filter(file -> file.role() == SourceRole.DOCUMENT)
                .flatMap(file -> foreign(file).stream().map(subject -> fault(lines, subject)))
                .toList();
    }

    private static Set<Node> foreign(SourceFile file) {
        Set<String> documents =
                file.graph().stream(Node.ANY, RDF.type.asNode(), Dkg.DOCUMENT)
                        .map(triple -> triple.getSubject().toString())
                        .collect(Collectors.toSet());
        return file.graph().stream()
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .filter(
                        subject ->
                                documents.stream()
                                        .noneMatch(document -> owns(document, subject.getURI())))
                .collect(Collectors.toSet());
    }

    private static boolean owns(String document, String subject) {
        return subject.equals(document)
                || subject.startsWith(document + "-")
                || subject.startsWith(document + "#");
    }

    private static Fault fault(TripleLocations lines, Node subject) {
        return new Fault(
                "foreign-subject",
                Severity.ERROR,
                lines.of(subject, Node.ANY, Node.ANY).stream().limit(1).toList(),
                Optional.of("<" + subject.getURI() + ">"),
                "A document's file describes the document, its sections, passages and statements, and nothing else.",
                "move it to data/things or data/lists, or begin its name with that of the document");
    }
}
