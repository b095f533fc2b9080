package districtkg.reconcile;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** The properties by which names can be told apart, and whose values can be fetched. */
public final class ReconciliationProperties {
    /** By type: its properties, the most useful first. */
    private static final Map<String, List<String>> BY_TYPE =
            Map.of(
                    "AdministrativeArea",
                    List.of("divisionCode", "in", "nameZh", "nameEn", "mainType", "currentPlace"),
                    "Project",
                    List.of(
                            "in",
                            "currentStatus",
                            "deliveryVerdict",
                            "asOf",
                            "kind",
                            "industry",
                            "builder",
                            "investor",
                            "partOf",
                            "nameZh",
                            "nameEn"),
                    "Facility",
                    List.of(
                            "in",
                            "currentStatus",
                            "deliveryVerdict",
                            "asOf",
                            "kind",
                            "partOf",
                            "nameZh",
                            "nameEn"),
                    "Organization",
                    List.of("in", "kind", "industry", "nameZh", "nameEn"),
                    "Indicator",
                    List.of("unit", "measure", "better", "topic", "nameZh", "nameEn"));

    private static final List<String> OF_ANY =
            List.of("in", "kind", "currentStatus", "nameZh", "nameEn", "mainType");

    private final GraphReader things;

    ReconciliationProperties(GraphReader things) {
        this.things = things;
    }

    /** The properties of a type, by local name. */
    public List<Node> of(String type) {
        return BY_TYPE.getOrDefault(type, OF_ANY).stream().map(Dkg::term).toList();
    }

    /** All properties. */
    public List<Node> all() {
        return Stream.concat(BY_TYPE.values().stream().flatMap(List::stream), OF_ANY.stream())
                .distinct()
                .sorted()
                .map(Dkg::term)
                .toList();
    }

    /** A property by its local name; empty if it is none of these. */
    public Optional<Node> named(String name) {
        return all().stream().filter(one -> Ref.end(one.getURI()).equals(name)).findFirst();
    }

    /** The values of a property. */
    public List<Node> values(Node thing, Node property) {
        return things.values(thing, property).toList();
    }

    /** Whether a thing has one of some values: by code, by name in either language, or as text. */
    boolean has(Node thing, String property, List<String> wanted) {
        Optional<Node> named = named(property);
        return named.isPresent()
                && values(thing, named.orElseThrow()).stream()
                        .anyMatch(value -> wanted.stream().anyMatch(one -> is(value, one)));
    }

    private boolean is(Node value, String wanted) {
        NameForm form = NameForm.of(wanted);
        if (value.isLiteral()) {
            return NameForm.of(GraphReader.text(value)).full().equals(form.full());
        }
        return value.getURI().equals(wanted)
                || Ref.end(value.getURI()).equals(Ref.end(wanted))
                || things.text(value, Dkg.term("divisionCode")).equals(wanted)
                || Stream.of(Language.values())
                        .map(language -> things.name(value, language))
                        .map(NameForm::of)
                        .anyMatch(
                                name ->
                                        Objects.equals(name.full(), form.full())
                                                || name.stem().equals(form.stem()));
    }
}
