package districtkg.promise;

import districtkg.statement.Statement;
import districtkg.store.Ref;
import java.util.List;
import java.util.function.Function;

/**
 * What a reader picks promises by. Each is a facet: an empty value picks all.
 *
 * @param name as it stands in addresses: {@code verdict}
 * @param values of one promise
 */
public record Filter(String name, Function<Statement, List<Ref>> values) {
    /** All there are, in the order of the page. */
    public static final List<Filter> ALL =
            List.of(
                    new Filter("verdict", one -> one.verdict().stream().toList()),
                    new Filter("year", one -> List.of(new Ref(one.year(), one.year()))),
                    new Filter("topic", Statement::topics),
                    new Filter("industry", Statement::industries),
                    new Filter("place", one -> List.of(one.place())),
                    new Filter("strength", one -> one.strength().stream().toList()),
                    new Filter("document", one -> List.of(one.document())));

    boolean picks(Statement one, String wanted) {
        return wanted.isEmpty()
                || values.apply(one).stream().anyMatch(value -> value.key().equals(wanted));
    }
}
