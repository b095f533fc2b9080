package districtkg.query.advice;

import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;

/** Finds figures of a whole beside figures of its parts, which a sum would count twice. */
final class Overlaps {
    private static final Node PLACE = Dkg.term("place");
    private static final Node INDUSTRY = Dkg.term("industry");
    private static final Node EARLIEST = Dkg.term("earliest");
    private static final Node LATEST = Dkg.term("latest");
    private static final List<Node> WHOLES = List.of(Dkg.term("in"), Dkg.term("partOf"));
    private static final List<Node> SCOPE =
            List.of(PLACE, Dkg.ABOUT, INDUSTRY, Dkg.term("event"), Dkg.term("program"));

    private final Graph graph;

    Overlaps(Graph graph) {
        this.graph = graph;
    }

    /** Whether some statements are for a place that lies in the place of others. */
    boolean ofPlaces(Collection<Node> statements) {
        return nested(values(statements, PLACE), WHOLES);
    }

    /**
     * Whether some are about a thing that is a part of the thing, or lies in the place, of others.
     */
    boolean ofThings(Collection<Node> statements) {
        return nested(values(statements, Dkg.ABOUT), WHOLES);
    }

    /**
     * Whether some are of an industry and others of the same thing are of none, or of a wider one.
     */
    boolean ofIndustries(Collection<Node> statements) {
        return alike(statements, List.of(PLACE, Dkg.ABOUT)).stream()
                .anyMatch(
                        alike -> {
                            List<Set<Node>> industries =
                                    alike.stream().map(one -> objects(one, INDUSTRY)).toList();
                            boolean whole = industries.stream().anyMatch(Set::isEmpty);
                            boolean part = industries.stream().anyMatch(one -> !one.isEmpty());
                            return (whole && part)
                                    || nested(
                                            values(alike, INDUSTRY),
                                            List.of(SKOS.broader.asNode()));
                        });
    }

    /** Whether some are of a period that lies in the period of others of the same scope. */
    boolean ofPeriods(Collection<Node> statements) {
        return alike(statements, SCOPE).stream().anyMatch(this::nestedPeriods);
    }

    private boolean nestedPeriods(List<Node> statements) {
        record Period(String from, String until) {
            boolean within(Period other) {
                return !equals(other)
                        && from.compareTo(other.from) >= 0
                        && until.compareTo(other.until) <= 0;
            }
        }
        List<Period> periods = new ArrayList<>();
        for (Node one : statements) {
            for (Node from : objects(one, EARLIEST)) {
                for (Node until : objects(one, LATEST)) {
                    periods.add(
                            new Period(
                                    from.getLiteralLexicalForm(), until.getLiteralLexicalForm()));
                }
            }
        }
        List<Period> different = periods.stream().distinct().toList();
        return different.stream().anyMatch(one -> different.stream().anyMatch(one::within));
    }

    private Collection<List<Node>> alike(Collection<Node> statements, List<Node> properties) {
        Function<Node, List<Set<Node>>> key =
                one -> properties.stream().map(property -> objects(one, property)).toList();
        Map<List<Set<Node>>, List<Node>> groups =
                statements.stream().collect(Collectors.groupingBy(key));
        return groups.values();
    }

    private boolean nested(Set<Node> things, List<Node> relations) {
        return things.stream()
                .anyMatch(
                        thing ->
                                relations.stream()
                                        .flatMap(relation -> objects(thing, relation).stream())
                                        .anyMatch(
                                                whole ->
                                                        !whole.equals(thing)
                                                                && things.contains(whole)));
    }

    private Set<Node> values(Collection<Node> statements, Node property) {
        return statements.stream()
                .flatMap(one -> objects(one, property).stream())
                .collect(Collectors.toSet());
    }

    private Set<Node> objects(Node subject, Node property) {
        return SummedFigures.objects(graph, subject, property);
    }
}
