package districtkg.engine;

import java.io.Serial;

/** A query holds more rows than its part of the memory has room for. */
public final class MemoryBudgetExceeded extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    MemoryBudgetExceeded() {
        super("too many rows are held at once", null, false, false);
    }
}
