package districtkg.cli;

import districtkg.consistency.ComparableFigure;
import districtkg.consistency.ConsistencyChecks;
import districtkg.consistency.Finding;
import districtkg.consistency.IndicatorRelations;
import districtkg.consistency.PublishedFigures;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.source.Sources;
import districtkg.source.TripleLocations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Warnings about figures of the data that disagree with each other. Areas, methods and revisions
 * change, so a person reads both passages. For one run; not thread-safe.
 */
final class ConsistencyWarnings {
    private final TripleLocations lines;

    private ConsistencyWarnings(Sources sources) {
        this.lines = new TripleLocations(sources);
    }

    /** One warning for each pair of figures that disagree, in the order of files. */
    static List<Fault> of(Sources sources) {
        Graph data = sources.asserted();
        ConsistencyWarnings warnings = new ConsistencyWarnings(sources);
        Set<Set<String>> told = new HashSet<>();
        return new ConsistencyChecks(IndicatorRelations.of(data), PublishedFigures.of(data))
                .disagreements().stream()
                        .filter(finding -> told.add(concerned(finding)))
                        .map(warnings::fault)
                        .sorted()
                        .toList();
    }

    private static Set<String> concerned(Finding finding) {
        Set<String> ids =
                finding.others().stream().map(ComparableFigure::id).collect(Collectors.toSet());
        ids.add(finding.figure().id());
        ids.add(finding.check().name());
        return ids;
    }

    private Fault fault(Finding finding) {
        ComparableFigure figure = finding.figure();
        Node statement = NodeFactory.createURI(figure.id());
        return new Fault(
                "figures-disagree",
                Fault.Severity.WARNING,
                lines.of(statement, Node.ANY, Node.ANY).stream()
                        .limit(1)
                        .map(ConsistencyWarnings::cell)
                        .toList(),
                Optional.of("<" + figure.id() + ">"),
                "%s, %s %d: %s"
                        .formatted(
                                figure.place(), figure.indicator(), figure.year(), says(finding)),
                "read the passages of both; correct the row that differs from its text, and leave both if the report says so"
                        + others(finding));
    }

    /** The cell of the number, if the location is a row of a table. */
    private static Location cell(Location row) {
        if (!row.file().toString().endsWith(".csv")) {
            return row;
        }
        try (Stream<String> head = Files.lines(row.file())) {
            List<String> columns = List.of(head.findFirst().orElse("").split(","));
            return new Location(row.file(), row.line(), columns.indexOf("number") + 1L);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String says(Finding finding) {
        String expected = finding.expected().stripTrailingZeros().toPlainString();
        String found = finding.found().stripTrailingZeros().toPlainString();
        return switch (finding.check()) {
            case GROWTH ->
                    "the levels of two years differ by %s %%, the stated growth is %s %%"
                            .formatted(expected, found);
            case YEAR_BEFORE -> "%s, after %s in the year before".formatted(found, expected);
            case PARTS -> "the parts make %s, the whole %s".formatted(found, expected);
            case SHARE -> "a share of %s %%".formatted(found);
            case TARGET -> "%s, where an earlier report set %s".formatted(found, expected);
            case UNIT -> "%s, in another year %s: a unit may be wrong".formatted(found, expected);
            case TWICE -> "%s, and elsewhere in the report %s".formatted(found, expected);
        };
    }

    private static String others(Finding finding) {
        return finding.others().isEmpty()
                ? ""
                : finding.others().stream()
                        .map(other -> "<" + other.id() + ">")
                        .collect(Collectors.joining(", ", " (compared with ", ")"));
    }
}
