package districtkg.edit;

import districtkg.problem.Fault;
import districtkg.problem.Fault.Severity;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.source.SourceFile;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.nio.file.Path;
import java.util.List;

/** Faults as reported to a client, which knows graphs and its own body but no files. */
final class RedactedFaults {
    private static final Path BODY = Path.of("body");

    private RedactedFaults() {}

    /**
     * All errors, and the warnings in the body.
     *
     * @param sources sources that include the file of the body
     * @param body where the body was stored
     */
    static List<Fault> of(Problem problem, Sources sources, Path body) {
        return problem.faults().stream()
                .map(fault -> of(fault, sources, body))
                .filter(
                        fault ->
                                fault.severity() == Severity.ERROR
                                        || fault.locations().stream()
                                                .anyMatch(place -> place.file().equals(BODY)))
                .toList();
    }

    private static Fault of(Fault fault, Sources sources, Path body) {
        return new Fault(
                fault.code(),
                fault.severity(),
                fault.locations().stream()
                        .map(
                                place ->
                                        new Location(
                                                name(place.file(), sources, body),
                                                place.line(),
                                                place.column()))
                        .toList(),
                fault.iri(),
                fault.what().replace(body.toString(), BODY.toString()),
                fault.fix());
    }

    /** The body, or a graph as in addresses: {@code graph/lusong-2020}. */
    private static Path name(Path file, Sources sources, Path body) {
        return file.equals(body)
                ? BODY
                : sources.files().stream()
                        .filter(source -> source.path().equals(file))
                        .map(SourceFile::graphName)
                        .map(graph -> Path.of(graph.getURI().substring(Dkg.ROOT.length())))
                        .findFirst()
                        .orElse(Path.of("data"));
    }
}
