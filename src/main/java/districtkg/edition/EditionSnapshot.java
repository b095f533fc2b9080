package districtkg.edition;

import districtkg.graph.AtomicFile;
import districtkg.index.GraphCodec;
import districtkg.index.GraphIndexer;
import districtkg.index.IndexedGraph;
import districtkg.index.SnapshotInput;
import districtkg.index.SnapshotOutput;
import districtkg.problem.Problem;
import districtkg.question.Questions.Question;
import districtkg.source.DatasetBuilder;
import districtkg.source.DeclaredPrefixes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A file with an edition as the engine holds it: the dictionary of terms and the sorted triples. It
 * is read as fast as the disk gives it, and only by a program that writes the same format.
 */
final class EditionSnapshot {
    /** {@code DKGS}, as a little-endian number. */
    private static final int MAGIC = 0x53474B44;

    /** Counts changes of the format. */
    private static final int FORMAT = 1;

    private EditionSnapshot() {}

    /**
     * Writes an edition; the file appears whole or not at all.
     *
     * @throws Problem if it cannot be written, or a term of it cannot be held
     */
    static void write(Edition edition, Path file) {
        Map<Node, IndexedGraph> named = new LinkedHashMap<>();
        for (Iterator<Node> names = edition.data().listGraphNodes(); names.hasNext(); ) {
            Node name = names.next();
            named.put(name, (IndexedGraph) edition.data().getGraph(name));
        }
        GraphIndexer.Graphs graphs =
                new GraphIndexer.Graphs((IndexedGraph) edition.data().getDefaultGraph(), named);
        AtomicFile.write(
                file,
                stream -> {
                    try (SnapshotOutput out = new SnapshotOutput(stream)) {
                        out.number(MAGIC);
                        out.number(FORMAT);
                        out.words(edition.version());
                        GraphCodec.write(graphs, out);
                    }
                });
    }

    /**
     * Reads an edition.
     *
     * @param questions the example questions, which a snapshot does not hold
     * @throws IOException with the reason, if the file is damaged, is no snapshot or has another
     *     format
     */
    static Edition read(Path file, List<Question> questions) throws IOException {
        try (SnapshotInput in = SnapshotInput.open(file)) {
            if (in.number() != MAGIC) {
                throw new IOException("the file is no snapshot");
            }
            int format = in.number();
            if (format != FORMAT) {
                throw new IOException(
                        "the snapshot has format " + format + ", this program reads " + FORMAT);
            }
            String version = in.words();
            DatasetGraph data = DatasetBuilder.data(GraphCodec.read(in));
            return new Edition(
                    data, DeclaredPrefixes.declaredIn(data.getDefaultGraph()), questions, version);
        }
    }
}
