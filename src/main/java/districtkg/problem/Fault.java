package districtkg.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing that a user can put right.
 *
 * @param code the name of the rule that was broken, and its heading in docs/errors.md: {@code
 *     statement-place}
 * @param severity whether it must be put right, or only looked at
 * @param locations where it stands; several where two places contradict each other, none where no
 *     file is to blame
 * @param iri the node it concerns, shortened where a prefix is known, if any
 * @param what what was found, in one sentence
 * @param fix what to do, with a right value where there is one
 */
public record Fault(
        String code,
        Severity severity,
        List<Location> locations,
        Optional<String> iri,
        String what,
        String fix)
        implements Comparable<Fault> {

    /** An error stops the program from using the data; a warning is for a person to look at. */
    public enum Severity {
        ERROR,
        WARNING
    }

    private static final Comparator<Fault> ORDER =
            Comparator.comparing(
                            (Fault fault) -> fault.locations().stream().findFirst(),
                            Fault::placedFirst)
                    .thenComparing(fault -> fault.iri().orElse(""))
                    .thenComparing(Fault::code)
                    .thenComparing(Fault::what);

    public Fault {
        locations = List.copyOf(locations);
    }

    /** An error at no particular place, such as a port that is taken. */
    public static Fault of(String code, String what, String fix) {
        return new Fault(code, Severity.ERROR, List.of(), Optional.empty(), what, fix);
    }

    /** An error in a file. */
    public static Fault at(Location location, String code, String what, String fix) {
        return new Fault(code, Severity.ERROR, List.of(location), Optional.empty(), what, fix);
    }

    /** By file and line, then by node and rule. */
    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    /** The fault as a person reads it in a terminal, on four lines. */
    @Override
    public String toString() {
        String head = severity == Severity.WARNING ? code + " (warning)" : code;
        String where = locations.stream().map(this::shown).collect(Collectors.joining(" and "));
        return head
                + (where.isEmpty() ? "" : "  " + where)
                + iri.map(name -> "  " + name).orElse("")
                + "\n  what: "
                + what
                + "\n  fix:  "
                + fix
                + "\n  more: docs/errors.md#"
                + code;
    }

    private String shown(Location location) {
        boolean noLines = location.line() == 0 && iri.isPresent();
        return noLines ? location + " (its syntax has no lines)" : location.toString();
    }

    private static int placedFirst(Optional<Location> one, Optional<Location> other) {
        if (one.isPresent() && other.isPresent()) {
            return one.get().compareTo(other.get());
        }
        return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
}
