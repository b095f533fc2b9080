package districtkg.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A problem that a user can fix.
 *
 * @param code name of the violated rule, and its heading in docs/errors.md and docs/errors.zh.md:
 *     {@code statement-place}
 * @param severity error or warning
 * @param locations where it is; several if two places contradict each other, none if it is not in a
 *     file
 * @param iri the node concerned, shortened if a prefix is known; may be empty
 * @param what what was found, in one sentence
 * @param fix what to do, with a correct value if there is one
 */
public record Fault(
        String code,
        Severity severity,
        List<Location> locations,
        Optional<String> iri,
        String what,
        String fix)
        implements Comparable<Fault> {

    /** Data with errors are not used; warnings are for a person to review. */
    public enum Severity {
        /** The data cannot be used as they are. */
        ERROR,
        /** The data can be used; a person should look at them. */
        WARNING
    }

    private static final Comparator<Fault> ORDER =
            Comparator.comparing(
                            (Fault fault) -> fault.locations().stream().findFirst(),
                            Fault::placedFirst)
                    .thenComparing(fault -> fault.iri().orElse(""))
                    .thenComparing(Fault::code)
                    .thenComparing(Fault::what);

    /** Copies the locations. */
    public Fault {
        locations = List.copyOf(locations);
    }

    /** An error without a location, such as a port in use. */
    public static Fault of(String code, String what, String fix) {
        return new Fault(code, Severity.ERROR, List.of(), Optional.empty(), what, fix);
    }

    /** An error in a file. */
    public static Fault at(Location location, String code, String what, String fix) {
        return new Fault(code, Severity.ERROR, List.of(location), Optional.empty(), what, fix);
    }

    /** Orders by file and line, then by node and rule. */
    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    /** The fault for a terminal, in four lines. */
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
                + code
                + "  中文: docs/errors.zh.md#"
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
