package districtkg.statement;

import java.util.OptionalInt;

/**
 * By how many whole months a promise was kept late, or is overdue, as far as dates tell.
 *
 * @param least the months that it was late at least; 0 or more, empty where it was not late
 * @param most the months that it was late at most, begun ones counted whole; at least {@code
 *     least}, empty where it was not late or is still not done
 */
public record Lateness(OptionalInt least, OptionalInt most) {
    public Lateness {
        if (most.isPresent() && (least.isEmpty() || most.getAsInt() < least.getAsInt())) {
            throw new IllegalArgumentException(
                    "a lateness has a least that is not above its most, but got "
                            + least
                            + " and "
                            + most);
        }
    }

    /**
     * Reads two numbers as a graph gives them.
     *
     * @param least a whole number, or empty
     * @param most a whole number, or empty
     */
    static Lateness of(String least, String most) {
        return new Lateness(number(least), number(most));
    }

    /** Whether there is anything to tell: a lateness of less than a month has no months. */
    public boolean told() {
        return most.isPresent() || least.orElse(0) > 0;
    }

    private static OptionalInt number(String written) {
        return written.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(written));
    }
}
