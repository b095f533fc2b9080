package districtkg.assistant;

import static districtkg.assistant.ToolParameter.integer;
import static districtkg.assistant.ToolParameter.needed;
import static districtkg.assistant.ToolParameter.text;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.statement.Statement;
import districtkg.statement.StatementDetail;
import districtkg.statement.Statements;
import districtkg.tidy.Table;
import districtkg.tidy.Tables;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/** The tools for promises: what was promised, what became of it, and what shows it. */
final class PromiseTools {
    private static final int USUAL = 10;
    private static final int MOST = 30;
    private static final int EVIDENCE = 3;
    private static final List<String> COUNTS =
            List.of(
                    "targets",
                    "targets_met",
                    "targets_missed",
                    "targets_not_comparable",
                    "targets_not_reported",
                    "targets_pending");

    private final GraphReader things;
    private final GraphLookup lookup;
    private final Tables tables;

    PromiseTools(GraphReader things, GraphLookup lookup, Tables tables) {
        this.things = things;
        this.lookup = lookup;
        this.tables = tables;
    }

    List<AssistantTool> tools() {
        String[] verdicts =
                things.all(Dkg.term("Verdict"))
                        .map(one -> Ref.end(one.getURI()))
                        .toArray(String[]::new);
        return List.of(
                new AssistantTool(
                        "promises",
                        "Promises and what became of them",
                        "Targets and commitments with their verdicts, the reasons of the verdicts,"
                                + " the evidence and the sources. With a place and a year also the"
                                + " scorecard: how many targets were met and missed. 'Which targets"
                                + " did Luohu miss in 2022?' is place=Luohu, year=2022,"
                                + " verdict=missed.",
                        List.of(
                                text("place", "Its name, code, division code or IRI."),
                                integer("year", "The year by whose end it was due."),
                                text("verdict", "The verdict.", verdicts),
                                text("kind", "Target has a figure.", "Target", "Commitment"),
                                text("indicator", "Its code, name or IRI: gdp-growth."),
                                text("topic", "The code of a topic: investment."),
                                integer("limit", "The greatest number of rows, at most 30."),
                                AssistantTools.LANGUAGE),
                        (arguments, queries) -> promises(arguments)),
                new AssistantTool(
                        "evidence",
                        "Evidence of a statement",
                        "All that supports one statement: where its source is, what its verdict is"
                                + " based on, what was searched, and what contradicts it.",
                        List.of(
                                needed("statement", "The IRI of the statement."),
                                AssistantTools.LANGUAGE),
                        (arguments, queries) -> evidence(arguments)));
    }

    private Map<String, Object> promises(ToolArguments arguments) {
        Language language = arguments.language();
        Optional<Node> place =
                given(arguments, "place").map(named -> lookup.place(named, language));
        Optional<Integer> year = arguments.integer("year");
        Table table = tables.named("promises").orElseThrow();
        Predicate<Object[]> wanted = row -> true;
        wanted = wanted.and(where(table, "place", place.map(Node::getURI).map(Ref::end)));
        wanted = wanted.and(where(table, "year", year.map(String::valueOf)));
        wanted = wanted.and(where(table, "verdict", given(arguments, "verdict")));
        wanted = wanted.and(where(table, "kind", given(arguments, "kind")));
        wanted =
                wanted.and(
                        where(
                                table,
                                "indicator",
                                given(arguments, "indicator")
                                        .map(named -> lookup.indicator(named, language))
                                        .map(Node::getURI)
                                        .map(Ref::end)));
        wanted = wanted.and(where(table, "topic", given(arguments, "topic")));
        List<Object[]> rows =
                table.rows().stream()
                        .filter(wanted)
                        .sorted(
                                Comparator.comparing(
                                        (Object[] row) -> table.cell(row, "scorecard") == null))
                        .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        place.ifPresent(one -> answer.put("place", things.name(one, language)));
        place.flatMap(one -> year.flatMap(of -> scorecard(one, of)))
                .ifPresent(card -> answer.put("scorecard", card));
        int limit = arguments.limit(USUAL, MOST);
        StatementAnswer statements = new StatementAnswer(things, language);
        answer.put("total", rows.size());
        answer.put("more", rows.size() > limit);
        answer.put(
                "promises",
                rows.stream()
                        .limit(limit)
                        .map(row -> statements.full(Dkg.iri(Table.key(row)), EVIDENCE))
                        .toList());
        place.ifPresent(one -> answer.put("documents_on_the_place", documents(one)));
        answer.put(
                "caveats",
                Caveat.texts(
                        Caveat.STATED,
                        Caveat.UNKNOWN,
                        Caveat.NOT_COMPARABLE,
                        Caveat.COVERAGE,
                        Caveat.DRAFT,
                        Caveat.RANKS));
        return answer;
    }

    private static Optional<String> given(ToolArguments arguments, String name) {
        return Optional.of(arguments.text(name)).filter(text -> !text.isEmpty());
    }

    private static Predicate<Object[]> where(Table table, String column, Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return row -> true;
        }
        String value = wanted.orElseThrow();
        return row ->
                table.cell(row, column) instanceof List<?> several
                        ? several.contains(value)
                        : value.equals(Objects.toString(table.cell(row, column), ""));
    }

    private Optional<Map<String, Object>> scorecard(Node place, int year) {
        Table cards = tables.named("scorecards").orElseThrow();
        return cards.rows().stream()
                .filter(row -> Table.key(row).equals(place.getURI() + "-targets-" + year))
                .findFirst()
                .map(
                        row -> {
                            Map<String, Object> card = new LinkedHashMap<>();
                            card.put("iri", Table.key(row));
                            COUNTS.forEach(
                                    name ->
                                            card.put(
                                                    name.replace("targets_", ""),
                                                    Objects.requireNonNull(cards.cell(row, name))));
                            return card;
                        });
    }

    /** What is known of a place at all, by which an assistant can tell silence from absence. */
    private Map<String, Object> documents(Node place) {
        List<String> published =
                things.subjects(Dkg.term("place"), place)
                        .filter(one -> things.is(one, Dkg.DOCUMENT))
                        .map(one -> things.text(one, Dkg.PUBLISHED))
                        .sorted()
                        .toList();
        return published.isEmpty()
                ? Map.of("number", 0)
                : Map.of(
                        "number", published.size(),
                        "first", published.getFirst(),
                        "newest", published.getLast());
    }

    private Map<String, Object> evidence(ToolArguments arguments) {
        Language language = arguments.language();
        Node node = lookup.thing(arguments.text("statement"), language);
        Statements all = new Statements(things, language);
        if (!all.knows(node)) {
            throw ToolArguments.wrong(
                    "<%s> is no statement. Call promises, series or search to get one."
                            .formatted(node.getURI()));
        }
        StatementDetail told = all.account(node);
        StatementAnswer statements = new StatementAnswer(things, language);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("statement", statements.brief(told.statement()));
        answer.put("evidence", told.evidence().stream().map(statements::brief).toList());
        StatementAnswer.put(answer, "documents_searched", told.searched());
        StatementAnswer.put(answer, "searched_until", told.searchedUntil());
        told.readAs().ifPresent(bound -> answer.put("read_as", bound.name()));
        answer.put("same_in_other_documents", briefs(told.same(), statements));
        answer.put("on_a_part_or_the_whole", briefs(told.related(), statements));
        answer.put("doubted_and_not_counted", briefs(told.doubted(), statements));
        answer.put("decides", briefs(told.decides(), statements));
        answer.put("contradicts", briefs(told.contradicts(), statements));
        answer.put(
                "how_to_check",
                "source.characters are the first and the last character (exclusive) of the passage"
                        + " in the text of the document, counted in code points from 0;"
                        + " source.sha256 is the digest of those characters in UTF-8.");
        answer.put("caveats", Caveat.texts(Caveat.STATED, Caveat.UNKNOWN, Caveat.NOT_COMPARABLE));
        return answer;
    }

    private static List<Map<String, Object>> briefs(
            List<Statement> some, StatementAnswer statements) {
        return some.stream().limit(USUAL).map(statements::brief).toList();
    }
}
