package districtkg.place;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SchemaDO;

/**
 * What the documents say of an administrative area.
 *
 * @param scorecards of its targets, for each year with any, in order
 * @param shown the scorecard of the chosen year, or of the latest completed one
 * @param targets the targets of the shown year
 * @param headlines charts of its indicators with the most years
 * @param projects its projects and facilities by current status
 * @param years the years of its statements, newest first
 * @param opened the statements of the chosen year; empty if none was chosen
 * @param documents about it, newest first
 * @param parts the areas in it about which there are documents
 * @param others places to compare it with, the nearest first
 */
public record PlaceProfile(
        List<Scorecard> scorecards,
        Optional<Scorecard> shown,
        List<TargetResult> targets,
        List<Headline> headlines,
        List<StatusGroup> projects,
        List<YearCount> years,
        List<Statement> opened,
        List<PlaceDocument> documents,
        List<Ref> parts,
        List<Ref> others) {
    private static final Node PLACE = Dkg.term("place");
    private static final Node YEAR = Dkg.term("year");
    private static final Node IN = Dkg.term("in");

    /** The stages of a project, from the end back to the plan. */
    private static final List<String> STAGES =
            List.of(
                    "inOperation",
                    "opened",
                    "completed",
                    "structureCompleted",
                    "underConstruction",
                    "started",
                    "planned");

    /**
     * The things of one status.
     *
     * @param status their current status
     * @param things the things
     */
    public record StatusGroup(Ref status, List<Ref> things) {}

    /**
     * How much the documents say of a year.
     *
     * @param year the year
     * @param promises number of targets and commitments
     * @param others number of other statements
     */
    public record YearCount(String year, int promises, int others) {}

    /**
     * A document about a place.
     *
     * @param self the document
     * @param published when, with the known precision; empty if unknown
     * @param statements number of statements
     * @param original where it can be read; empty if unknown
     */
    public record PlaceDocument(Ref self, String published, int statements, String original) {}

    /** Whether a thing has a profile: an administrative area about which there is a document. */
    public static boolean has(GraphReader things, Node thing) {
        return things.is(thing, Dkg.term("AdministrativeArea"))
                && things.subjects(PLACE, thing).anyMatch(one -> things.is(one, Dkg.DOCUMENT));
    }

    /**
     * The profile of a place.
     *
     * @param year the year that the reader chose; empty for none
     */
    public static PlaceProfile of(GraphReader things, Language language, Node place, String year) {
        List<Node> all = things.subjects(PLACE, place).toList();
        List<Node> stated = all.stream().filter(one -> things.is(one, Dkg.STATEMENT)).toList();
        List<PlaceDocument> documents = documents(things, language, all);
        PlaceTargets targets =
                new PlaceTargets(
                        things,
                        language,
                        all.stream().filter(one -> things.is(one, Dkg.term("Scorecard"))).toList());
        List<Scorecard> scorecards = targets.scorecards();
        Optional<Scorecard> shown = shown(scorecards, documents, year);
        return new PlaceProfile(
                scorecards,
                shown,
                shown.map(one -> targets.of(one.year())).orElse(List.of()),
                Headline.of(things, language, place, stated),
                projects(things, language, place),
                years(things, stated),
                opened(things, language, stated, year),
                documents,
                places(things)
                        .filter(one -> things.values(one, IN).anyMatch(place::equals))
                        .map(one -> things.ref(one, language))
                        .toList(),
                others(things, language, place));
    }

    /**
     * The chosen year; otherwise the latest one before the newest document of which something is
     * decided.
     */
    private static Optional<Scorecard> shown(
            List<Scorecard> scorecards, List<PlaceDocument> documents, String year) {
        Optional<Scorecard> chosen =
                scorecards.stream().filter(one -> one.year().equals(year)).findFirst();
        if (chosen.isPresent()) {
            return chosen;
        }
        String newest =
                documents.stream()
                        .map(
                                one ->
                                        one.published()
                                                .substring(
                                                        0, Math.min(4, one.published().length())))
                        .max(Comparator.naturalOrder())
                        .orElse("");
        List<Scorecard> completed =
                scorecards.stream().filter(one -> one.year().compareTo(newest) < 0).toList();
        return completed.stream()
                .filter(Scorecard::decided)
                .max(Comparator.comparing(Scorecard::year))
                .or(() -> completed.stream().max(Comparator.comparing(Scorecard::year)));
    }

    private static List<PlaceDocument> documents(
            GraphReader things, Language language, List<Node> all) {
        return all.stream()
                .filter(one -> things.is(one, Dkg.DOCUMENT))
                .map(
                        one ->
                                new PlaceDocument(
                                        things.ref(one, language),
                                        things.text(one, Dkg.PUBLISHED),
                                        (int)
                                                things.subjects(Dkg.DOCUMENT_OF, one)
                                                        .filter(
                                                                part ->
                                                                        things.is(
                                                                                part,
                                                                                Dkg.STATEMENT))
                                                        .count(),
                                        things.value(one, SchemaDO.url.asNode())
                                                .or(
                                                        () ->
                                                                things.value(
                                                                        one,
                                                                        DCTerms.source.asNode()))
                                                .map(GraphReader::text)
                                                .orElse("")))
                .sorted(
                        Comparator.comparing(PlaceDocument::published)
                                .reversed()
                                .thenComparing(one -> one.self().iri()))
                .toList();
    }

    private static List<StatusGroup> projects(GraphReader things, Language language, Node place) {
        Map<Node, List<Ref>> byStatus = new LinkedHashMap<>();
        STAGES.forEach(one -> byStatus.put(Dkg.term(one), new ArrayList<>()));
        things.subjects(IN, place)
                .forEach(
                        thing ->
                                things.value(thing, Dkg.term("currentStatus"))
                                        .map(byStatus::get)
                                        .ifPresent(
                                                group -> group.add(things.ref(thing, language))));
        return byStatus.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(
                        one ->
                                new StatusGroup(
                                        things.ref(one.getKey(), language),
                                        one.getValue().stream()
                                                .sorted(Comparator.comparing(Ref::name))
                                                .toList()))
                .toList();
    }

    private static List<YearCount> years(GraphReader things, List<Node> stated) {
        Map<String, YearCount> counts = new TreeMap<>(Comparator.reverseOrder());
        for (Node one : stated) {
            String year = things.text(one, YEAR);
            if (!year.isEmpty()) {
                boolean promises = things.is(one, Dkg.term("Commitment"));
                counts.merge(
                        year,
                        new YearCount(year, promises ? 1 : 0, promises ? 0 : 1),
                        (some, more) ->
                                new YearCount(
                                        year,
                                        some.promises() + more.promises(),
                                        some.others() + more.others()));
            }
        }
        return List.copyOf(counts.values());
    }

    private static List<Statement> opened(
            GraphReader things, Language language, List<Node> stated, String year) {
        Statements statements = new Statements(things, language);
        return year.isEmpty()
                ? List.of()
                : stated.stream()
                        .filter(one -> things.text(one, YEAR).equals(year))
                        .map(statements::read)
                        .sorted(Statements.BY_TIME)
                        .toList();
    }

    /** The places about which there are documents, by name. */
    public static List<Ref> all(GraphReader things, Language language) {
        return places(things)
                .map(one -> things.ref(one, language))
                .sorted(Comparator.comparing(Ref::name))
                .toList();
    }

    /** The places about which there are documents. */
    private static Stream<Node> places(GraphReader things) {
        return things.all(Dkg.DOCUMENT).flatMap(one -> things.values(one, PLACE)).distinct();
    }

    /** The other places with documents: those with the most surrounding areas in common first. */
    private static List<Ref> others(GraphReader things, Language language, Node place) {
        List<Node> around = things.values(place, IN).toList();
        return places(things)
                .filter(one -> !one.equals(place))
                .sorted(
                        Comparator.comparing(
                                        (Node one) ->
                                                -things.values(one, IN)
                                                        .filter(around::contains)
                                                        .count())
                                .thenComparing(GraphReader.BY_TEXT))
                .map(one -> things.ref(one, language))
                .toList();
    }
}
