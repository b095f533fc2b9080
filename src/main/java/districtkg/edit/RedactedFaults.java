package districtkg.edit;

import districtkg.problem.Fault;
import districtkg.problem.Fault.Severity;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.source.SourceFile;
import districtkg.source.Sources;
import districtkg.validate.Validation;
import districtkg.vocab.Dkg;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faults as reported to a client, which knows graphs and its own body but no files. */
final class RedactedFaults {
    private static final Path BODY = Path.of("body");

    /** Maximum number of faults in one answer. */
    static final int MOST = 100;

    /** Maximum number of places of one fault. */
    private static final int MOST_PLACES = 10;

    private static final int LONGEST = 500;

    private RedactedFaults() {}

    /**
     * The members of a refusal: {@code faults} has the first errors, and of the warnings those in
     * the body; {@code faultsNotListed} says how many more there are, if there are; with {@code
     * validationStopped} at least that many, because not all were looked for.
     *
     * @param sources sources that include the file of the body
     * @param body where the body was stored
     */
    static Map<String, Object> of(Problem problem, Sources sources, Path body) {
        List<Fault> relevant =
                problem.faults().stream()
                        .filter(
                                fault ->
                                        fault.severity() == Severity.ERROR
                                                || fault.locations().stream()
                                                        .anyMatch(
                                                                place -> place.file().equals(body)))
                        .toList();
        List<Fault> told =
                relevant.stream().limit(MOST).map(fault -> of(fault, sources, body)).toList();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("faults", told);
        if (relevant.size() > told.size()) {
            members.put("faultsNotListed", relevant.size() - told.size());
        }
        if (problem.faults().stream()
                .anyMatch(fault -> fault.code().equals(Validation.MORE_VIOLATIONS))) {
            members.put("validationStopped", true);
        }
        return members;
    }

    private static Fault of(Fault fault, Sources sources, Path body) {
        return new Fault(
                fault.code(),
                fault.severity(),
                fault.locations().stream()
                        .limit(MOST_PLACES)
                        .map(
                                place ->
                                        new Location(
                                                name(place.file(), sources, body),
                                                place.line(),
                                                place.column()))
                        .toList(),
                fault.iri().map(RedactedFaults::shortened),
                shortened(fault.what().replace(body.toString(), BODY.toString())),
                fault.fix());
    }

    /**
     * A text of at most {@value #LONGEST} characters; a term of the body may be as long as the
     * body.
     */
    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
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
