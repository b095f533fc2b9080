package districtkg.validate;

import districtkg.problem.Fault;
import districtkg.problem.Fault.Severity;
import districtkg.source.Sources;
import districtkg.source.TripleLocations;
import districtkg.vocab.Dkg;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Finds names in our namespaces that cannot be the path of an address: % is the escape character, ?
 * ends the path, and empty and dot segments are removed.
 */
final class UnaddressableNames {
    private static final Pattern UNADDRESSABLE = Pattern.compile("[%?]|//|(?:^|/)\\.{1,2}(?:/|$)");

    private UnaddressableNames() {}

    static List<Fault> check(Sources sources) {
        TripleLocations lines = new TripleLocations(sources);
        return sources.files().stream()
                .filter(file -> file.role().visible())
                .flatMap(file -> file.graph().stream())
                .map(Triple::getSubject)
                .distinct()
                .filter(UnaddressableNames::unaddressable)
                .map(subject -> fault(lines, subject))
                .toList();
    }

    private static boolean unaddressable(Node subject) {
        return subject.isURI()
                && (isUnaddressable(Dkg.ID, subject.getURI())
                        || isUnaddressable(Dkg.VOCAB, subject.getURI()));
    }

    private static boolean isUnaddressable(String space, String iri) {
        if (!iri.startsWith(space)) {
            return false;
        }
        int fragment = iri.indexOf('#', space.length());
        return UNADDRESSABLE
                .matcher(iri)
                .region(space.length(), fragment < 0 ? iri.length() : fragment)
                .find();
    }

    private static Fault fault(TripleLocations lines, Node subject) {
        return new Fault(
                "no-address",
                Severity.ERROR,
                lines.of(subject, Node.ANY, Node.ANY).stream().limit(1).toList(),
                Optional.of("<" + subject.getURI() + ">"),
                "The name has %, ?, // or a segment of dots, so no page can have its address.",
                "use letters, digits, - and _; letters of any script are fine as they are");
    }
}
