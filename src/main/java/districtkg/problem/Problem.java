package districtkg.problem;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown to end a command because of faults that the user can fix. Contains all of them. */
public final class Problem extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /**
     * A problem with its faults, in the order of their locations.
     *
     * @param faults at least one
     */
    public Problem(List<Fault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("a problem has at least one fault");
        }
        this.faults = faults.stream().sorted().toList();
    }

    /** All faults, as the command line shows them; composed on demand, because it can be long. */
    @Override
    public String getMessage() {
        return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }

    /** A problem with one fault. */
    public Problem(Fault fault) {
        this(List.of(fault));
    }

    /** The faults, in the order of files and lines; never empty. */
    public List<Fault> faults() {
        return faults;
    }
}
