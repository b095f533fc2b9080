package districtkg.index.file;

import java.io.IOException;
import java.io.Serial;

/** A snapshot is not as it was written. The message says how, in a clause about the file. */
public final class DamagedFileException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    /** An exception with the difference that was found. */
    public DamagedFileException(String difference) {
        super(difference);
    }
}
