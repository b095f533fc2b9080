package districtkg.dataset;

import districtkg.graph.AtomicFile;
import districtkg.index.GraphCodec;
import districtkg.index.GraphIndexer;
import districtkg.index.file.DamagedFileException;
import districtkg.index.file.SnapshotInput;
import districtkg.index.file.SnapshotOutput;
import districtkg.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A data set as the engine holds it, with its version and the example queries of its pages, in a
 * file: the dictionary of terms and the sorted triples. It is read as fast as the disk gives it,
 * and only by a program that writes the same format.
 *
 * @param version of the edition
 * @param queries texts of example queries by their names, in their order
 * @param ontologyFiles texts of the files of shapes and rules by their names
 * @param data built by a {@link DatasetBuilder}
 */
public record DatasetSnapshot(
        String version,
        Map<String, String> queries,
        Map<String, String> ontologyFiles,
        DatasetGraph data) {
    /** {@code DKGS}, as a little-endian number. */
    private static final int MAGIC = 0x53474B44;

    /** Counts changes of the format. */
    private static final int FORMAT = 4;

    /** Copies the texts. */
    public DatasetSnapshot {
        queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
        ontologyFiles = Collections.unmodifiableMap(new LinkedHashMap<>(ontologyFiles));
    }

    /**
     * Writes a snapshot; the file appears whole or not at all.
     *
     * @throws Problem if it cannot be written, or a term of it cannot be held
     */
    public void write(Path file) {
        GraphIndexer.Graphs graphs = DatasetUpdate.graphs(data);
        AtomicFile.write(
                file,
                stream -> {
                    try (SnapshotOutput out = new SnapshotOutput(stream)) {
                        out.number(MAGIC);
                        out.number(FORMAT);
                        out.words(program());
                        out.words(version);
                        write(queries, out);
                        write(ontologyFiles, out);
                        GraphCodec.write(graphs, out);
                    }
                });
    }

    /**
     * Reads a snapshot.
     *
     * @throws UnusableSnapshotException if the file is none, has another format or is damaged
     * @throws IOException if it cannot be read
     */
    public static DatasetSnapshot read(Path file) throws IOException {
        try (SnapshotInput in = SnapshotInput.open(file)) {
            checkFormat(in);
            in.check();
            checkFormat(in);
            in.words();
            String version = in.words();
            Map<String, String> queries = texts(in);
            Map<String, String> ontologyFiles = texts(in);
            return new DatasetSnapshot(
                    version, queries, ontologyFiles, DatasetBuilder.data(GraphCodec.read(in)));
        } catch (DamagedFileException damaged) {
            throw UnusableSnapshotException.damaged(damaged);
        }
    }

    private static void write(Map<String, String> texts, SnapshotOutput out) throws IOException {
        out.number(texts.size());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            out.words(text.getKey());
            out.words(text.getValue());
        }
    }

    private static Map<String, String> texts(SnapshotInput in) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int count = in.number(); count > 0; count--) {
            texts.put(in.words(), in.words());
        }
        return texts;
    }

    /** Reads the signature and the number of the format. */
    private static void checkFormat(SnapshotInput in) throws IOException {
        if (in.size() < 2 * Integer.BYTES || in.number() != MAGIC) {
            throw UnusableSnapshotException.none();
        }
        int format = in.number();
        if (format != FORMAT) {
            throw UnusableSnapshotException.format(format, FORMAT);
        }
    }

    /** The version of this program, for those who look at the file. */
    private static String program() {
        return Objects.requireNonNullElse(
                DatasetSnapshot.class.getPackage().getImplementationVersion(), "not packaged");
    }
}
