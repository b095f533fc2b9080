package districtkg.entity;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/**
 * An overview of a district, from its newest complete report.
 *
 * @param place the district; empty in a graph without a complete report
 * @param report the newest document that is entered by sections
 * @param published its publication date, with the known precision
 * @param outcomes figures of outcomes
 * @param targets figures of targets
 * @param branches the industries with the most things
 * @param verdicts number of promises with each verdict
 * @param counts number of statements of each kind in the report
 */
public record PlaceOverview(
        Optional<Ref> place,
        Optional<Ref> report,
        String published,
        List<Statement> outcomes,
        List<Statement> targets,
        List<Branch> branches,
        Map<Ref, Integer> verdicts,
        Map<Ref, Integer> counts) {
    private static final int BRANCHES = 5;

    /** Verdicts from good to bad, then undecided ones. */
    private static final List<String> ORDER =
            List.of(
                    "kept",
                    "done",
                    "keptLate",
                    "overdue",
                    "missed",
                    "pending",
                    "unknown",
                    "notComparable",
                    "notMeasurable");

    /**
     * An industry with its things.
     *
     * @param industry the industry
     * @param undertakings its projects, programmes and products
     * @param facilities its places
     * @param actors its organizations and events
     */
    public record Branch(
            Ref industry, List<Ref> undertakings, List<Ref> facilities, List<Ref> actors) {
        int size() {
            return undertakings.size() + facilities.size() + actors.size();
        }
    }

    /**
     * Reads the graph.
     *
     * @param promises all promises, in the requested language
     */
    public static PlaceOverview of(
            GraphReader things, Language language, List<Statement> promises) {
        Optional<Node> report =
                things.all(Dkg.DOCUMENT)
                        .filter(document -> things.value(document, Dkg.BODY_START).isPresent())
                        .max(
                                Comparator.comparing(
                                        document -> things.text(document, Dkg.term("latest"))));
        List<Statement> stated =
                report.map(
                                document ->
                                        new Statements(things, language)
                                                .with(Dkg.DOCUMENT_OF, document))
                        .orElse(List.of());
        Map<Ref, Integer> verdicts =
                new TreeMap<>(Comparator.comparing(verdict -> ORDER.indexOf(verdict.key())));
        promises.forEach(one -> verdicts.merge(one.verdict().orElseThrow(), 1, Integer::sum));
        Map<Ref, Integer> counts = new LinkedHashMap<>();
        stated.forEach(one -> counts.merge(one.kind(), 1, Integer::sum));
        return new PlaceOverview(
                report.flatMap(document -> things.value(document, Dkg.term("place")))
                        .map(place -> things.ref(place, language)),
                report.map(document -> things.ref(document, language)),
                report.map(document -> things.text(document, Dkg.PUBLISHED)).orElse(""),
                stated.stream()
                        .filter(one -> !one.promises() && one.indicator().isPresent())
                        .toList(),
                stated.stream()
                        .filter(one -> one.promises() && one.indicator().isPresent())
                        .toList(),
                branches(things, language),
                verdicts,
                counts);
    }

    private static List<Branch> branches(GraphReader things, Language language) {
        return things.all(Dkg.term("Industry"))
                .map(
                        industry ->
                                new Branch(
                                        things.ref(industry, language),
                                        of(
                                                things, language, industry, "Project", "Program",
                                                "Product"),
                                        of(things, language, industry, "Place"),
                                        of(things, language, industry, "Organization", "Event")))
                .filter(branch -> branch.size() > 0)
                .sorted(
                        Comparator.comparing((Branch branch) -> -branch.size())
                                .thenComparing(branch -> branch.industry().iri()))
                .limit(BRANCHES)
                .toList();
    }

    private static List<Ref> of(
            GraphReader things, Language language, Node industry, String... classes) {
        return things.subjects(Dkg.term("industry"), industry)
                .filter(
                        thing ->
                                List.of(classes).stream()
                                        .anyMatch(kind -> things.is(thing, Dkg.term(kind))))
                .map(thing -> things.ref(thing, language))
                .toList();
    }
}
