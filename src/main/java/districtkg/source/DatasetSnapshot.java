package districtkg.source;

import districtkg.graph.AtomicFile;
import districtkg.index.GraphCodec;
import districtkg.index.GraphIndexer;
import districtkg.index.file.SnapshotInput;
import districtkg.index.file.SnapshotOutput;
import districtkg.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A data set as the engine holds it, with its version, in a file: the dictionary of terms and the
 * sorted triples. It is read as fast as the disk gives it, and only by a program that writes the
 * same format.
 *
 * @param version of the edition
 * @param data built by a {@link DatasetBuilder}
 */
public record DatasetSnapshot(String version, DatasetGraph data) {
    /** {@code DKGS}, as a little-endian number. */
    private static final int MAGIC = 0x53474B44;

    /** Counts changes of the format. */
    private static final int FORMAT = 1;

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
                        out.words(version);
                        GraphCodec.write(graphs, out);
                    }
                });
    }

    /**
     * Reads a snapshot.
     *
     * @throws IOException with the reason, if the file is damaged, is no snapshot or has another
     *     format
     */
    public static DatasetSnapshot read(Path file) throws IOException {
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
            return new DatasetSnapshot(version, DatasetBuilder.data(GraphCodec.read(in)));
        }
    }
}
