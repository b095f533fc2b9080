package districtkg.bench;

import districtkg.edition.Edition;
import districtkg.graph.DatasetExporter;
import districtkg.question.Questions.Question;
import districtkg.server.Server;
import districtkg.vocab.Dkg;
import districtkg.web.PageSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.apache.jena.shared.PrefixMapping;

/**
 * Loads an export into other stores, asks them every question of the catalogue, and prints those
 * whose answer differs from ours. Words: the export in N-Quads, a folder for files, and the stores:
 * {@code tdb2}, {@code rdf4j}, {@code virtuoso}.
 */
final class StoreComparison {
    private StoreComparison() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        Path quads = Path.of(words[0]);
        Path folder = Files.createDirectories(Path.of(words[1]).toAbsolutePath());
        Edition edition =
                Edition.prepared(List.of(quads), UnaryOperator.identity(), Path.of("ontology"));
        Path triples = folder.resolve("export.nt");
        DatasetExporter.write(edition.data(), edition.prefixes(), triples);
        try (Server server = Server.start("127.0.0.1", 0, edition, PageSettings.NONE);
                QuestionStore ours = QuestionStore.endpoint(server.address().resolve("sparql"))) {
            for (String name : List.of(words).subList(2, words.length)) {
                try (QuestionStore store = store(name, quads, triples, folder)) {
                    compare(name, edition, ours, store, System.out);
                }
            }
        }
        System.exit(0);
    }

    private static QuestionStore store(String name, Path quads, Path triples, Path folder)
            throws IOException, InterruptedException {
        return switch (name) {
            case "tdb2" -> QuestionStore.tdb2(quads);
            case "rdf4j" -> QuestionStore.rdf4j(triples);
            case "virtuoso" ->
                    QuestionStore.endpoint(
                            Virtuoso.start(triples, folder.resolve("virtuoso.log")).endpoint());
            default -> throw new IllegalArgumentException("no such store: " + name);
        };
    }

    private static void compare(
            String name,
            Edition edition,
            QuestionStore ours,
            QuestionStore store,
            PrintStream out) {
        Map<StoreAnswer.Match, List<String>> found = new EnumMap<>(StoreAnswer.Match.class);
        List<String> refused = new ArrayList<>();
        for (Question question : edition.questions()) {
            String query = complete(question.text(), edition.prefixes());
            try {
                StoreAnswer.Match match =
                        StoreAnswer.compare(
                                ours.ask(query), store.ask(query), query.contains("ORDER BY"));
                found.computeIfAbsent(match, any -> new ArrayList<>()).add(question.name());
            } catch (IOException | RuntimeException failed) {
                refused.add(question.name() + ": " + failed.getMessage());
            }
        }
        out.printf("%s: %d questions%n", name, edition.questions().size());
        found.forEach(
                (match, names) ->
                        out.printf(
                                "  %s %d%s%n",
                                match,
                                names.size(),
                                match == StoreAnswer.Match.SAME ? "" : " " + names));
        out.printf("  refused %d%n", refused.size());
        refused.forEach(line -> out.printf("    %s%n", line));
    }

    /** A query that declares what ours may omit: the base and the prefixes. */
    static String complete(String query, PrefixMapping prefixes) {
        StringJoiner whole = new StringJoiner("\n");
        whole.add("BASE <" + Dkg.ID + ">");
        prefixes.getNsPrefixMap()
                .forEach((prefix, iri) -> whole.add("PREFIX " + prefix + ": <" + iri + ">"));
        return whole.add(query).toString();
    }
}
