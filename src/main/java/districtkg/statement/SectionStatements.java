package districtkg.statement;

import districtkg.graph.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements of a section of a document, in the order of the text.
 *
 * @param section empty for what is in no section
 * @param promises targets and commitments
 * @param others everything else: what was reached, awards, specifications, and what is in doubt
 */
public record SectionStatements(
        Optional<Ref> section, List<Statement> promises, List<Statement> others) {
    private static final Comparator<Statement> IN_THE_TEXT =
            Comparator.comparing(
                            (Statement one) ->
                                    one.spots().isEmpty() ? -1 : one.spots().getFirst().start())
                    .thenComparing(one -> one.self().iri());

    /** Sorts the statements of a document into its sections. */
    public static List<SectionStatements> of(List<Statement> statements) {
        Map<Optional<Ref>, SectionStatements> sections = new LinkedHashMap<>();
        statements.stream()
                .sorted(IN_THE_TEXT)
                .forEach(
                        one -> {
                            Optional<Ref> section =
                                    one.spots().stream()
                                            .findFirst()
                                            .flatMap(SourceLocation::section);
                            SectionStatements part =
                                    sections.computeIfAbsent(
                                            section,
                                            name ->
                                                    new SectionStatements(
                                                            name,
                                                            new ArrayList<>(),
                                                            new ArrayList<>()));
                            (one.promises() ? part.promises : part.others).add(one);
                        });
        return List.copyOf(sections.values());
    }
}
