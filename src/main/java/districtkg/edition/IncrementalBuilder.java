package districtkg.edition;

import districtkg.dataset.DatasetBuilder;
import districtkg.dataset.DatasetUpdate;
import districtkg.derive.Rules;
import districtkg.describe.DatasetStatistics;
import districtkg.describe.VoidDescription;
import districtkg.graph.DatasetFingerprint;
import districtkg.ontology.OntologyFiles;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.question.QuestionGraph;
import districtkg.question.Questions.Question;
import districtkg.source.SourceFile;
import districtkg.source.Sources;
import districtkg.validate.Validation;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/**
 * Builds editions of sources that change. An edition is built from the previous one if the shared
 * files and the ontology are the same: the places that changed are validated and derived again, and
 * the difference is merged into the index. The result is the same as from scratch. Thread-safe;
 * editions are built one after the other.
 */
public final class IncrementalBuilder {
    private final Path ontology;
    private final boolean validating;
    private @Nullable State last;

    /**
     * Creates a builder.
     *
     * @param ontology the folder with {@code rules/} and {@code questions/}, or a file in that
     *     folder
     */
    public IncrementalBuilder(Path ontology) {
        this(ontology, true);
    }

    /**
     * Creates a builder.
     *
     * @param validating whether sources are validated
     */
    IncrementalBuilder(Path ontology, boolean validating) {
        this.ontology = ontology;
        this.validating = validating;
    }

    /**
     * An edition with what the next one is built from.
     *
     * @param curated the graphs of the sources
     * @param terms the number of terms when it was last built from scratch
     */
    private record State(
            Sources sources,
            OntologyQueries queries,
            DatasetGraph curated,
            PlaceInference inference,
            DatasetStatistics statistics,
            Edition edition,
            int terms) {
        DatasetGraph data() {
            return edition.data();
        }
    }

    /** The rules, questions and shapes of an ontology, and the checksum of their files. */
    private record OntologyQueries(
            String checksum,
            Rules rules,
            List<Question> questions,
            OntologyFiles files,
            PrefixMapping prefixes) {}

    /**
     * Builds the edition of sources.
     *
     * @throws Problem with every fault of the sources
     */
    public synchronized Edition edition(Sources sources) {
        State before = last;
        State next = before == null ? whole(sources) : changed(before, sources);
        last = next;
        return next.edition();
    }

    private State whole(Sources sources) {
        DatasetGraph curated = DatasetBuilder.of(sources, Map.of()).data();
        if (validating) {
            refuse(Validation.of(sources, curated.getDefaultGraph()));
        }
        OntologyQueries queries = queries(sources.prefixes());
        PlaceInference inference = PlaceInference.NONE.next(sources, queries.rules());
        DatasetUpdate update = new DatasetUpdate(curated);
        update.replace(Dkg.DERIVED, inference.triples(curated.getDefaultGraph()));
        update.replace(Dkg.QUESTIONS, QuestionGraph.of(queries.questions()).stream());
        DatasetGraph data = update.build();
        CompletableFuture<String> version =
                CompletableFuture.supplyAsync(() -> DatasetFingerprint.of(data));
        DatasetStatistics statistics = DatasetStatistics.of(data.getDefaultGraph());
        return described(
                sources,
                queries,
                curated,
                inference,
                statistics,
                data,
                version.join(),
                DatasetUpdate.terms(data));
    }

    private State changed(State before, Sources sources) {
        Set<List<Graph>> known =
                before.sources().byPlace().stream()
                        .map(PlaceInference::graphs)
                        .collect(Collectors.toSet());
        List<Sources> places =
                sources.byPlace().stream()
                        .filter(place -> !known.contains(PlaceInference.graphs(place)))
                        .toList();
        boolean sameShared =
                PlaceInference.graphs(sources.shared())
                        .equals(PlaceInference.graphs(before.sources().shared()));
        boolean sameQueries =
                before.queries().checksum().equals(checksum()) && rulesFit(before, sources);
        boolean wasteful = DatasetUpdate.terms(before.data()) > before.terms() + before.terms() / 4;
        if (!sameShared || !sameQueries || wasteful) {
            return whole(sources);
        }
        return changed(before, sources, places);
    }

    /** Whether what is neither shared nor a document is the same: shapes and the catalogue. */
    private static boolean rulesFit(State before, Sources sources) {
        return others(before.sources()).equals(others(sources));
    }

    private static List<Graph> others(Sources sources) {
        return sources.files().stream()
                .filter(
                        file ->
                                switch (file.role()) {
                                    case SHAPES, CATALOG -> true;
                                    default -> false;
                                })
                .map(SourceFile::graph)
                .toList();
    }

    private State changed(State before, Sources sources, List<Sources> places) {
        Set<Node> names = changedGraphs(before.sources(), sources);
        DatasetUpdate update = new DatasetUpdate(before.curated());
        names.forEach(name -> update.replace(name, content(sources, name)));
        Set<Triple> touched = touched(update);
        DatasetGraph curated = update.build();
        if (validating) {
            Sources changed = Sources.NONE;
            for (Sources place : places) {
                changed = changed.with(place.without(sources.shared()));
            }
            if (Validation.anyError(
                    Validation.ofChange(sources, changed, touched, curated.getDefaultGraph()))) {
                refuse(Validation.of(sources, curated.getDefaultGraph()));
            }
        }
        PlaceInference inference = before.inference().next(sources, before.queries().rules());
        PlaceInference.Change derived =
                inference.since(before.inference(), curated.getDefaultGraph(), touched);
        DatasetUpdate all = new DatasetUpdate(before.data());
        names.forEach(name -> all.replace(name, content(sources, name)));
        all.change(Dkg.DERIVED, derived.removed().stream(), derived.added().stream());
        DatasetGraph data = all.build();
        DatasetStatistics statistics =
                before.statistics()
                        .changed(
                                before.data().getDefaultGraph(),
                                data.getDefaultGraph(),
                                touched(all));
        return described(
                sources,
                before.queries(),
                curated,
                inference,
                statistics,
                data,
                DatasetFingerprint.changed(
                        before.edition().version(), all::forEachRemoved, all::forEachAdded),
                before.terms());
    }

    /** The graphs of which a file was added, removed or replaced. */
    private static Set<Node> changedGraphs(Sources before, Sources after) {
        record Content(Node name, Graph graph) {
            static Set<Content> of(Sources sources) {
                return sources.files().stream()
                        .filter(file -> file.role().visible())
                        .map(file -> new Content(file.graphName(), file.graph()))
                        .collect(Collectors.toSet());
            }
        }
        Set<Content> old = Content.of(before);
        Set<Content> next = Content.of(after);
        return Stream.concat(
                        old.stream().filter(content -> !next.contains(content)),
                        next.stream().filter(content -> !old.contains(content)))
                .map(Content::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Triple> content(Sources sources, Node name) {
        return sources.files().stream()
                .filter(file -> file.role().visible() && file.graphName().equals(name))
                .flatMap(file -> file.graph().stream());
    }

    private static Set<Triple> touched(DatasetUpdate update) {
        Set<Triple> touched = new HashSet<>();
        update.forEachRemoved((name, triple) -> touched.add(triple));
        update.forEachAdded((name, triple) -> touched.add(triple));
        return touched;
    }

    /** Adds the description, which counts all other triples. */
    private static State described(
            Sources sources,
            OntologyQueries queries,
            DatasetGraph curated,
            PlaceInference inference,
            DatasetStatistics statistics,
            DatasetGraph data,
            String version,
            int terms) {
        DatasetStatistics settled =
                VoidDescription.settled(data, queries.prefixes(), version, statistics);
        DatasetUpdate description = new DatasetUpdate(data);
        description.replace(Dkg.VOID, settled.description());
        return new State(
                sources,
                queries,
                curated,
                inference,
                settled,
                new Edition(
                        description.build(),
                        queries.prefixes(),
                        queries.questions(),
                        queries.files(),
                        version),
                terms);
    }

    private OntologyQueries queries(PrefixMapping prefixes) {
        return new OntologyQueries(
                checksum(),
                Rules.in(Edition.beside(ontology, "rules"), prefixes),
                Edition.questions(ontology),
                Edition.ontologyFiles(ontology, prefixes),
                prefixes);
    }

    private String checksum() {
        try {
            return EditionCache.checksum(
                    Stream.of("rules", "questions", "shapes")
                            .map(name -> Edition.beside(ontology, name))
                            .filter(folder -> folder.toFile().exists())
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void refuse(List<Fault> faults) {
        if (Validation.anyError(faults)) {
            throw new Problem(faults);
        }
    }
}
