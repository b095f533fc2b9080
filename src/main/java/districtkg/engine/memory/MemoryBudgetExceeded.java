package districtkg.engine.memory;

import java.io.Serial;

/** Thrown when a query stores more rows than its memory budget allows. */
public final class MemoryBudgetExceeded extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    MemoryBudgetExceeded() {
        super("too many rows are held at once", null, false, false);
    }
}
