package districtkg.query.advice;

import districtkg.query.advice.Advice.Kind;
import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggAvgDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/** Finds sums and averages that are misleading for the figures in the graph. */
final class AggregateAdvice {
    private static final Set<Node> VALUES =
            Set.of(Dkg.VALUE, Dkg.term("minValue"), Dkg.term("maxValue"));
    private static final Set<Node> NAMES = Set.of(Dkg.term("nameEn"), Dkg.term("nameZh"));
    private static final Set<Node> RATES =
            Set.of(Dkg.term("growth"), Dkg.term("share"), Dkg.term("ratio"), Dkg.term("index"));

    /** Maximum number of figures of an indicator that are read. */
    private static final int MOST = 10_000;

    private final Graph graph;

    /** A dimension of a sum; the first property gives its value for a statement. */
    private record Dimension(String word, Node sums, List<Node> properties) {
        private static final Dimension PLACES = of("places", "sumsOverPlaces", "place", "about");
        private static final Dimension YEARS = of("years", "sumsOverYears", "year", "date", "due");
        private static final Dimension INDUSTRIES =
                of("industries", "sumsOverIndustries", "industry");
        private static final List<Dimension> ALL = List.of(PLACES, YEARS, INDUSTRIES);

        private static Dimension of(String word, String sums, String... properties) {
            return new Dimension(
                    word, Dkg.term(sums), Stream.of(properties).map(Dkg::term).toList());
        }
    }

    AggregateAdvice(Graph graph) {
        this.graph = graph;
    }

    List<Advice> misleading(QueryParts parts) {
        Set<Advice> told = new LinkedHashSet<>();
        for (OpGroup group : parts.groups()) {
            for (ExprAggregator one : group.getAggregators()) {
                Aggregator aggregate = one.getAggregator();
                boolean sum = aggregate instanceof AggSum || aggregate instanceof AggSumDistinct;
                if (sum || aggregate instanceof AggAvg || aggregate instanceof AggAvgDistinct) {
                    Set<Var> summed = aggregate.getExprList().getVarsMentioned();
                    told.addAll(told(group, summed, sum));
                }
            }
        }
        return new ArrayList<>(told);
    }

    private Set<Advice> told(OpGroup group, Set<Var> summed, boolean sum) {
        QueryParts inside = QueryParts.of(group.getSubOp());
        Set<Advice> told = new LinkedHashSet<>();
        inside.triples().stream()
                .filter(one -> VALUES.contains(one.getPredicate()))
                .filter(one -> one.getObject().isVariable() && summed.contains(one.getObject()))
                .map(one -> new Figures(one.getSubject(), inside, group.getGroupVars().getVars()))
                .forEach(figures -> told.addAll(told(figures, sum)));
        return told;
    }

    private List<Advice> told(Figures figures, boolean sum) {
        List<Node> indicators = figures.values(Dkg.INDICATOR);
        if (indicators.isEmpty() || !indicators.getFirst().isConcrete()) {
            return figures.keeps(List.of(Dkg.INDICATOR))
                    ? List.of()
                    : List.of(new Advice(Kind.MIXED_INDICATORS, Map.of()));
        }
        Node indicator = indicators.getFirst();
        Map<String, String> name = Map.of("indicator", KnownTerms.written(indicator.getURI()));
        List<Node> statements = statements(indicator, figures);
        List<Advice> told = new ArrayList<>();
        boolean never = Dimension.ALL.stream().allMatch(one -> says(indicator, one.sums, "false"));
        String over =
                Dimension.ALL.stream()
                        .filter(one -> !figures.keeps(one.properties))
                        .filter(
                                one ->
                                        several(statements, one)
                                                || (never
                                                        && !one.equals(Dimension.INDUSTRIES)
                                                        && statements.size() > 1))
                        .filter(one -> says(indicator, one.sums, "false"))
                        .map(Dimension::word)
                        .collect(Collectors.joining(", "));
        if (sum && !over.isEmpty()) {
            told.add(
                    new Advice(
                            Kind.NOT_SUMMABLE,
                            Map.of("indicator", name.get("indicator"), "over", over)));
        } else if (sum
                && !figures.keeps(Dimension.PLACES.properties)
                && overlap(all(statements, Dimension.PLACES))) {
            told.add(new Advice(Kind.OVERLAPPING_PLACES, name));
        } else if (!sum
                && differ(statements, indicator, figures)
                && graph.stream(indicator, Dkg.term("measure"), Node.ANY)
                        .anyMatch(one -> RATES.contains(one.getObject()))) {
            told.add(new Advice(Kind.UNWEIGHTED_AVERAGE, name));
        }
        if (statements.stream()
                .anyMatch(one -> graph.contains(one, Dkg.term("corroborates"), Node.ANY))) {
            told.add(new Advice(Kind.REPEATED_FACTS, name));
        }
        return told;
    }

    private List<Node> statements(Node indicator, Figures figures) {
        List<Triple> demanded = figures.demanded();
        return graph.stream(Node.ANY, Dkg.INDICATOR, indicator)
                .limit(MOST)
                .map(Triple::getSubject)
                .filter(
                        one ->
                                demanded.stream()
                                        .allMatch(
                                                triple ->
                                                        graph.contains(
                                                                one,
                                                                triple.getPredicate(),
                                                                triple.getObject())))
                .toList();
    }

    /**
     * Whether statements of one group differ in a dimension over which their indicator does not add
     * up.
     */
    private boolean differ(List<Node> statements, Node indicator, Figures figures) {
        return Dimension.ALL.stream()
                .filter(one -> !figures.keeps(one.properties))
                .filter(one -> says(indicator, one.sums, "false"))
                .anyMatch(one -> several(statements, one));
    }

    private boolean several(List<Node> statements, Dimension dimension) {
        return all(statements, dimension).size() > 1;
    }

    private Set<Node> all(List<Node> statements, Dimension dimension) {
        return statements.stream()
                .flatMap(one -> graph.stream(one, dimension.properties.getFirst(), Node.ANY))
                .map(Triple::getObject)
                .collect(Collectors.toSet());
    }

    private boolean overlap(Set<Node> places) {
        return places.stream()
                .anyMatch(
                        one ->
                                places.stream()
                                        .anyMatch(
                                                other ->
                                                        graph.contains(
                                                                one, Dkg.term("in"), other)));
    }

    private boolean says(Node indicator, Node property, String value) {
        return graph.stream(indicator, property, Node.ANY)
                .anyMatch(one -> one.getObject().getLiteralLexicalForm().equals(value));
    }

    /**
     * The figures that an aggregate runs over: a statement, what is asked of it, and the groups.
     */
    private record Figures(Node statement, QueryParts parts, List<Var> groups) {
        List<Node> values(Node property) {
            return parts.triples().stream()
                    .filter(
                            one ->
                                    one.getSubject().equals(statement)
                                            && one.getPredicate().equals(property))
                    .map(Triple::getObject)
                    .toList();
        }

        /** What is asked of the statement with a constant, in a pattern or a filter. */
        List<Triple> demanded() {
            List<Triple> demanded = new ArrayList<>();
            for (Triple one : parts.triples()) {
                if (one.getSubject().equals(statement) && one.getPredicate().isURI()) {
                    if (one.getObject().isConcrete()) {
                        demanded.add(one);
                    }
                    parts.comparisons().stream()
                            .filter(
                                    filter ->
                                            filter.equal()
                                                    && filter.variable().equals(one.getObject()))
                            .forEach(
                                    filter ->
                                            demanded.add(
                                                    Triple.create(
                                                            statement,
                                                            one.getPredicate(),
                                                            filter.constant())));
                }
            }
            return demanded;
        }

        /** Whether all figures of a group have one value of a property. */
        boolean keeps(List<Node> properties) {
            return properties.stream()
                    .flatMap(property -> values(property).stream())
                    .anyMatch(value -> value.isConcrete() || grouped(value));
        }

        private boolean grouped(Node value) {
            return groups.contains(value)
                    || parts.comparisons().stream()
                            .anyMatch(one -> one.equal() && one.variable().equals(value))
                    || parts.triples().stream()
                            .anyMatch(
                                    one ->
                                            one.getSubject().equals(value)
                                                    && NAMES.contains(one.getPredicate())
                                                    && groups.contains(one.getObject()));
        }
    }
}
