package districtkg.edition;

import districtkg.dataset.DatasetUpdate;
import districtkg.dataset.PreparedDataset;
import districtkg.describe.VoidDescription;
import districtkg.graph.DatasetFingerprint;
import districtkg.graph.GraphReader;
import districtkg.ontology.OntologyFiles;
import districtkg.problem.Problem;
import districtkg.question.Questions;
import districtkg.question.Questions.Question;
import districtkg.source.DeclaredPrefixes;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 * @param ontologyFiles the shapes and rules, for download
 * @param version fingerprint of all graphs except the VoID description
 */
public record Edition(
        DatasetGraph data,
        PrefixMapping prefixes,
        List<Question> questions,
        OntologyFiles ontologyFiles,
        String version) {
    /** Copies the questions. */
    public Edition {
        questions = List.copyOf(questions);
    }

    /** An edition without shapes and rules for download. */
    public Edition(
            DatasetGraph data, PrefixMapping prefixes, List<Question> questions, String version) {
        this(data, prefixes, questions, OntologyFiles.NONE, version);
    }

    /**
     * Builds the edition of sources that conform to their shapes.
     *
     * @param ontology the folder with {@code rules/} and {@code questions/}, or a file in that
     *     folder
     * @throws Problem with every fault of the sources
     */
    public static Edition of(Sources sources, Path ontology) {
        return new IncrementalBuilder(ontology).edition(sources);
    }

    /** Builds the edition of sources that were validated before. */
    public static Edition trusting(Sources sources, Path ontology) {
        return new IncrementalBuilder(ontology, false).edition(sources);
    }

    /**
     * Builds the edition of complete exports, which include derived triples and their ontology.
     *
     * @param watching receives the bytes of each file as they are read
     * @param ontology a folder with {@code questions/} for the pages; it need not exist
     */
    public static Edition prepared(
            List<Path> files, UnaryOperator<InputStream> watching, Path ontology) {
        DatasetGraph read = PreparedDataset.read(files, Dkg.VOID, watching).data();
        return described(read, ontology);
    }

    /** Adds the description, which counts all other triples, and the fingerprint. */
    private static Edition described(DatasetGraph data, Path ontology) {
        PrefixMapping prefixes = DeclaredPrefixes.declaredIn(data.getDefaultGraph());
        String version = DatasetFingerprint.of(data);
        DatasetUpdate description = new DatasetUpdate(data);
        description.replace(Dkg.VOID, VoidDescription.of(data, prefixes, version));
        return new Edition(
                description.build(),
                prefixes,
                questions(ontology),
                ontologyFiles(ontology, prefixes),
                version);
    }

    /** The example questions of an ontology; empty if it has none. */
    public static List<Question> questions(Path ontology) {
        return Questions.in(beside(ontology, "questions"));
    }

    /** The shapes and rules of an ontology; empty if it has none. */
    static OntologyFiles ontologyFiles(Path ontology, PrefixMapping prefixes) {
        return OntologyFiles.in(beside(ontology, "shapes"), beside(ontology, "rules"), prefixes);
    }

    /** A subfolder of the ontology, such as its rules or questions; it need not exist. */
    static Path beside(Path ontology, String name) {
        return Files.isDirectory(ontology) ? ontology.resolve(name) : ontology.resolveSibling(name);
    }

    /** A reader of the union of all graphs. */
    public GraphReader things() {
        return new GraphReader(data.getDefaultGraph());
    }
}
