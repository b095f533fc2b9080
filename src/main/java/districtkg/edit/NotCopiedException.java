package districtkg.edit;

import java.io.IOException;

/** A change could not be written to the second copy, so that it was not accepted. */
final class NotCopiedException extends IOException {
    private static final long serialVersionUID = 1;

    NotCopiedException(IOException cause) {
        super("the second copy could not be written", cause);
    }
}
