package districtkg.assistant;

import static districtkg.assistant.ToolParameter.integer;
import static districtkg.assistant.ToolParameter.needed;

import districtkg.graph.GraphReader;
import districtkg.search.SearchIndex;
import districtkg.tidy.Tables;
import districtkg.vocab.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The tools that answer from one edition of the data. Immutable and thread-safe. */
public final class AssistantTools {
    /** The greatest number of rows of a query. */
    static final int ROWS = 100;

    static final ToolParameter LANGUAGE =
            ToolParameter.text(
                    "language",
                    "The language of names: en (default) or zh.",
                    Stream.of(Language.values()).map(Language::tag).toArray(String[]::new));

    private final List<AssistantTool> tools;

    /**
     * The tools on a graph.
     *
     * @param tables of the same graph
     */
    public AssistantTools(GraphReader things, SearchIndex search, Tables tables) {
        GraphLookup lookup = new GraphLookup(things, search, tables);
        this.tools =
                Stream.of(
                                new LookupTools(things, search, lookup).tools(),
                                new FigureTools(things, lookup, tables).tools(),
                                new PromiseTools(things, lookup, tables).tools(),
                                List.of(query()))
                        .flatMap(List::stream)
                        .toList();
    }

    /** All tools. */
    public List<AssistantTool> all() {
        return tools;
    }

    /** A tool by its name; empty if there is none. */
    public Optional<AssistantTool> named(String name) {
        return tools.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The model in short, for assistants that write queries: Markdown. */
    public static String model() {
        try (InputStream text =
                Objects.requireNonNull(AssistantTools.class.getResourceAsStream("model.md"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static AssistantTool query() {
        return new AssistantTool(
                "query",
                "Query with SPARQL",
                "Evaluates a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE) for what the other"
                        + " tools do not answer. Prefixes may be omitted. Read the resource"
                        + " districtkg://model first: it describes the model. At most 100 rows.",
                List.of(
                        needed("query", "The query."),
                        integer("limit", "The greatest number of rows, at most 100.")),
                (arguments, queries) ->
                        queries.run(arguments.text("query"), arguments.limit(ROWS, ROWS)));
    }
}
