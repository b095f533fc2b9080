package districtkg.derive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.shared.PrefixMapping;

/**
 * Rules in strata. The first stratum only adds triples, and runs to a fixpoint. Each later one may
 * use negation and aggregates, and runs once over the result of the previous strata.
 *
 * @param strata the strata in order; the order of rules within one does not matter
 */
public record Rules(List<List<Rule>> strata) {
    /** Copies the strata. */
    public Rules {
        strata = strata.stream().map(List::copyOf).toList();
    }

    /**
     * Reads a folder with a subfolder for each stratum, in the order of their names; no rules if it
     * does not exist. In the first stratum those rules are first whose results most others read,
     * because the others then seldom have to be applied again.
     *
     * @param known prefixes that rules may omit
     */
    public static Rules in(Path folder, PrefixMapping known) {
        if (!Files.isDirectory(folder)) {
            return new Rules(List.of());
        }
        List<List<Rule>> strata = new ArrayList<>();
        for (Path stratum : children(folder)) {
            if (Files.isDirectory(stratum)) {
                List<Rule> rules = read(stratum, known);
                strata.add(strata.isEmpty() ? mostReadFirst(rules) : rules);
            }
        }
        return new Rules(strata);
    }

    private static List<Rule> read(Path stratum, PrefixMapping known) {
        String name = stratum.getFileName().toString();
        return children(stratum).stream()
                .filter(file -> file.toString().endsWith(".rq"))
                .map(file -> Rule.read(name, file, known))
                .toList();
    }

    private static List<Rule> mostReadFirst(List<Rule> rules) {
        return rules.stream()
                .sorted(Comparator.comparingLong(rule -> -rule.readers(rules)))
                .toList();
    }

    /** The same rules, each stratum in reverse order. */
    public Rules reversed() {
        List<List<Rule>> turned = new ArrayList<>();
        for (List<Rule> stratum : strata) {
            List<Rule> rules = new ArrayList<>(stratum);
            Collections.reverse(rules);
            turned.add(rules);
        }
        return new Rules(turned);
    }

    /** The same rules except one. */
    public Rules without(String name) {
        return new Rules(
                strata.stream()
                        .map(
                                stratum ->
                                        stratum.stream()
                                                .filter(rule -> !rule.name().equals(name))
                                                .toList())
                        .toList());
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
