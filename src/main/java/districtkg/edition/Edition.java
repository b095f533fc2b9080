package districtkg.edition;

import districtkg.derive.Rules;
import districtkg.describe.VoidDescription;
import districtkg.graph.DatasetFingerprint;
import districtkg.graph.GraphReader;
import districtkg.index.GraphIndexer;
import districtkg.index.GraphUpdate;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.question.QuestionGraph;
import districtkg.question.Questions;
import districtkg.question.Questions.Question;
import districtkg.source.DatasetBuilder;
import districtkg.source.DeclaredPrefixes;
import districtkg.source.PreparedDataset;
import districtkg.source.Sources;
import districtkg.validate.Validation;
import districtkg.vocab.Dkg;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * One immutable state of everything that is served. A reader that starts with an edition finishes
 * with it.
 *
 * @param data every visible graph, and their union as the default graph
 * @param prefixes the prefixes that queries may omit
 * @param questions the example questions
 * @param version fingerprint of all graphs except the VoID description
 */
public record Edition(
        DatasetGraph data, PrefixMapping prefixes, List<Question> questions, String version) {
    /** Copies the questions. */
    public Edition {
        questions = List.copyOf(questions);
    }

    /**
     * Builds the edition of sources that conform to their shapes.
     *
     * @param ontology the folder with {@code rules/} and {@code questions/}, or a file in that
     *     folder
     * @throws Problem with every fault of the sources
     */
    public static Edition of(Sources sources, Path ontology) {
        return of(sources, ontology, new PlaceInference());
    }

    /**
     * Builds the edition of sources that conform to their shapes.
     *
     * @param inference keeps what follows from places that do not change
     * @throws Problem with every fault of the sources
     */
    public static Edition of(Sources sources, Path ontology, PlaceInference inference) {
        List<Fault> faults = Validation.of(sources);
        if (Validation.anyError(faults)) {
            throw new Problem(faults);
        }
        return trusting(sources, ontology, inference);
    }

    /** Builds the edition of sources that were validated before. */
    public static Edition trusting(Sources sources, Path ontology) {
        return trusting(sources, ontology, new PlaceInference());
    }

    private static Edition trusting(Sources sources, Path ontology, PlaceInference inference) {
        Rules rules = Rules.in(beside(ontology, "rules"), sources.prefixes());
        List<Question> questions = questions(ontology);
        DatasetBuilder served =
                DatasetBuilder.of(
                        sources,
                        Map.of(
                                Dkg.DERIVED, inference.of(sources, rules),
                                Dkg.QUESTIONS, QuestionGraph.of(questions)));
        return described(served.graphs(), sources.prefixes(), questions);
    }

    /**
     * Builds the edition of complete exports, which include derived triples and their ontology.
     *
     * @param watching receives the bytes of each file as they are read
     * @param ontology a folder with {@code questions/} for the pages; it need not exist
     */
    public static Edition prepared(
            List<Path> files, UnaryOperator<InputStream> watching, Path ontology) {
        GraphIndexer.Graphs read = PreparedDataset.read(files, Dkg.VOID, watching).graphs();
        return described(read, DeclaredPrefixes.declaredIn(read.all()), questions(ontology));
    }

    /** Adds the description, which counts all other triples, and the fingerprint. */
    private static Edition described(
            GraphIndexer.Graphs graphs, PrefixMapping prefixes, List<Question> questions) {
        DatasetGraph data = DatasetBuilder.data(graphs);
        String version = DatasetFingerprint.of(data);
        GraphUpdate description = new GraphUpdate(graphs);
        description.replace(Dkg.VOID, VoidDescription.of(data, prefixes, version).stream());
        return new Edition(DatasetBuilder.data(description.build()), prefixes, questions, version);
    }

    /** The example questions of an ontology; empty if it has none. */
    public static List<Question> questions(Path ontology) {
        return Questions.in(beside(ontology, "questions"));
    }

    /** A subfolder of the ontology, such as its rules or questions; it need not exist. */
    private static Path beside(Path ontology, String name) {
        return Files.isDirectory(ontology) ? ontology.resolve(name) : ontology.resolveSibling(name);
    }

    /** A reader of the union of all graphs. */
    public GraphReader things() {
        return new GraphReader(data.getDefaultGraph());
    }
}
