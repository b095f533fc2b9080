package districtkg.entity;

import districtkg.graph.Ref;
import districtkg.statement.SourceLocation;
import districtkg.statement.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The description of one thing.
 *
 * @param self its IRI and name
 * @param otherName its name in the other language
 * @param aliases further names, in any language
 * @param definition its definition; empty if there is none
 * @param kinds the most specific classes, and its kind
 * @param breadcrumb the areas in which it is located, largest first
 * @param status its current status; empty if unknown
 * @param asOf the time of the newest statement on its status, with the precision of the source;
 *     empty if unknown
 * @param inferred what an editor inferred
 * @param facts its properties, by relation
 * @param links what refers to it, by relation
 * @param promised what it promised: of an organization or an office
 * @param history the statements about it, in chronological order
 * @param mentions where documents name it
 * @param position on a map
 * @param sort what its page shows in addition
 */
public record Description(
        Ref self,
        String otherName,
        List<String> aliases,
        String definition,
        List<Ref> kinds,
        List<Ref> breadcrumb,
        List<Ref> status,
        String asOf,
        List<Ref> inferred,
        List<RelatedGroup> facts,
        List<RelatedGroup> links,
        List<Statement> promised,
        List<Statement> history,
        List<SourceLocation> mentions,
        Optional<Position> position,
        Sort sort) {
    private static final Set<String> PARTIES =
            Set.of("builder", "investor", "operator", "organizer");

    /** How often each verdict was given on what it promised, the most frequent first. */
    public Map<Ref, Long> promisedVerdicts() {
        Map<Ref, Long> counts =
                promised.stream()
                        .flatMap(one -> one.verdict().stream())
                        .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        Map<Ref, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<Ref, Long>comparingByValue()
                                .reversed()
                                .thenComparing(one -> one.getKey().iri()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    /** Who builds, finances, operates or organizes it. */
    public List<RelatedGroup> parties() {
        return facts.stream().filter(one -> PARTIES.contains(one.relation())).toList();
    }

    /** What it cost or was to cost, in chronological order. */
    public List<Statement> costs() {
        return history.stream()
                .filter(one -> one.about().contains(self))
                .filter(one -> one.suspect().isEmpty())
                .filter(
                        one ->
                                one.figure().unit().stream()
                                        .anyMatch(unit -> unit.key().startsWith("CCY_")))
                .filter(one -> one.topics().stream().anyMatch(Description::ofInvestment))
                .toList();
    }

    private static boolean ofInvestment(Ref topic) {
        return topic.key().equals("investment");
    }

    /** The recognitions that it received, in chronological order. */
    public List<Statement> recognitions() {
        return history.stream()
                .filter(one -> one.kind().key().equals("Recognition"))
                .filter(one -> one.about().contains(self))
                .toList();
    }

    /** What the page of a thing shows in addition to what every page shows. */
    public enum Sort {
        /** Its passages. */
        DOCUMENT,
        /** Its figures by year. */
        INDICATOR,
        /** The deadlines of promises about it. */
        ENTITY,
        /** Nothing more. */
        CONCEPT
    }
}
