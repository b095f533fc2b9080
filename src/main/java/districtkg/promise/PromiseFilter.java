package districtkg.promise;

import districtkg.graph.Ref;
import districtkg.statement.Statement;
import java.util.List;
import java.util.function.Function;

/**
 * A filter of promises. An empty value selects all.
 *
 * @param name the parameter in addresses: {@code verdict}
 * @param values the values of one promise
 */
public record PromiseFilter(String name, Function<Statement, List<Ref>> values) {
    /** All filters, in the order of the page. */
    public static final List<PromiseFilter> ALL =
            List.of(
                    new PromiseFilter("verdict", one -> one.verdict().stream().toList()),
                    new PromiseFilter("year", one -> List.of(year(one.year()))),
                    new PromiseFilter("made", one -> List.of(year(one.published()))),
                    new PromiseFilter("topic", Statement::topics),
                    new PromiseFilter("industry", Statement::industries),
                    new PromiseFilter("place", one -> List.of(one.place())),
                    new PromiseFilter("promiser", Statement::promisers),
                    new PromiseFilter("strength", one -> one.strength().stream().toList()),
                    new PromiseFilter("document", one -> List.of(one.document())));

    /** The key of the years of promises that have none. */
    private static final String NONE = "none";

    private static Ref year(String day) {
        return day.length() < 4
                ? new Ref(NONE, "")
                : new Ref(day.substring(0, 4), day.substring(0, 4));
    }

    boolean picks(Statement one, String wanted) {
        return wanted.isEmpty()
                || values.apply(one).stream().anyMatch(value -> value.key().equals(wanted));
    }
}
