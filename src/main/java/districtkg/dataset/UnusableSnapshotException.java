package districtkg.dataset;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file is no snapshot that this program can read. Its message says why. */
public final class UnusableSnapshotException extends IOException {
    private static final String WRITE_AGAIN =
            "write the snapshot again from the ontology and the data with this version:  snapshot FILE";

    @Serial private static final long serialVersionUID = 1;

    private final String code;
    private final String fix;

    private UnusableSnapshotException(
            String code, String what, String fix, @Nullable IOException cause) {
        super(what, cause);
        this.code = code;
        this.fix = fix;
    }

    static UnusableSnapshotException none() {
        return new UnusableSnapshotException(
                "not-a-snapshot",
                "the file is no snapshot",
                "name a file that  snapshot FILE  wrote; serve other files with --data",
                null);
    }

    static UnusableSnapshotException format(int found, int expected) {
        return new UnusableSnapshotException(
                "snapshot-format",
                "the snapshot has format " + found + ", and this version reads format " + expected,
                WRITE_AGAIN,
                null);
    }

    static UnusableSnapshotException damaged(IOException found) {
        return new UnusableSnapshotException(
                "snapshot-damaged",
                "the snapshot is damaged: " + found.getMessage(),
                "copy the file again and compare its SHA-256; if the original is damaged, "
                        + WRITE_AGAIN,
                found);
    }

    /** The fault to report to whoever named the file. */
    public Fault fault(Path file) {
        return Fault.at(Location.of(file), code, String.valueOf(getMessage()), fix);
    }
}
