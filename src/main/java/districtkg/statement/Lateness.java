package districtkg.statement;

import java.util.OptionalInt;

/**
 * The delay of a promise that was kept late or is overdue, in whole months, as precisely as the
 * dates allow.
 *
 * @param least the months that it was late at least; 0 or more, empty where it was not late
 * @param most the months that it was late at most, begun ones counted whole; at least {@code
 *     least}, empty where it was not late or is still not done
 */
public record Lateness(OptionalInt least, OptionalInt most) {
    /** Refuses a maximum without a minimum or below it. */
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

    /** Whether there is a delay to show; a delay of less than a month is not shown. */
    public boolean told() {
        return most.isPresent() || least.orElse(0) > 0;
    }

    private static OptionalInt number(String written) {
        return written.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(written));
    }
}
