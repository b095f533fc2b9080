package districtkg.query.advice;

import districtkg.query.advice.Advice.Kind;
import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.Collection;
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
import org.apache.jena.vocabulary.RDF;

/** Finds sums and averages that are misleading for the figures in the graph. */
final class AggregateAdvice {
    private static final Set<Node> VALUES =
            Set.of(Dkg.VALUE, Dkg.term("minValue"), Dkg.term("maxValue"));
    private static final Set<Node> RATES =
            Set.of(Dkg.term("growth"), Dkg.term("share"), Dkg.term("ratio"), Dkg.term("index"));

    private static final Node TARGET = Dkg.term("Target");
    private static final Node OUTCOME = Dkg.term("Outcome");

    private final Graph graph;
    private final Overlaps overlaps;

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
        this.overlaps = new Overlaps(graph);
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
                .map(
                        one ->
                                new SummedFigures(
                                        one.getSubject(), inside, group.getGroupVars().getVars()))
                .forEach(figures -> told.addAll(told(figures, sum)));
        return told;
    }

    private List<Advice> told(SummedFigures figures, boolean sum) {
        List<Node> indicators = figures.values(Dkg.INDICATOR);
        if (indicators.isEmpty() || !indicators.getFirst().isConcrete()) {
            return figures.keeps(List.of(Dkg.INDICATOR))
                    ? List.of()
                    : List.of(new Advice(Kind.MIXED_INDICATORS, Map.of()));
        }
        Node indicator = indicators.getFirst();
        Map<String, String> name = Map.of("indicator", KnownTerms.written(indicator.getURI()));
        List<Node> statements = figures.in(graph, indicator);
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
        } else if (!sum
                && differ(statements, indicator, figures)
                && graph.stream(indicator, Dkg.term("measure"), Node.ANY)
                        .anyMatch(one -> RATES.contains(one.getObject()))) {
            told.add(new Advice(Kind.UNWEIGHTED_AVERAGE, name));
        }
        Collection<List<Node>> groups = figures.groupsOf(graph, statements);
        boolean places =
                sum
                        && !over.contains(Dimension.PLACES.word)
                        && groups.stream().anyMatch(overlaps::ofPlaces);
        if (places) {
            told.add(new Advice(Kind.OVERLAPPING_PLACES, name));
        }
        String mixed = sum ? String.join(", ", mixed(groups, over, places)) : "";
        if (!mixed.isEmpty()) {
            told.add(
                    new Advice(
                            Kind.OVERLAPPING_FIGURES,
                            Map.of("indicator", name.get("indicator"), "over", mixed)));
        }
        if (promisedAndReached(groups)) {
            told.add(new Advice(Kind.PROMISED_AND_REACHED, name));
        }
        if (statements.stream()
                .anyMatch(one -> graph.contains(one, Dkg.term("corroborates"), Node.ANY))) {
            told.add(new Advice(Kind.REPEATED_FACTS, name));
        }
        return told;
    }

    /**
     * Whether statements of one group differ in a dimension over which their indicator does not add
     * up.
     */
    private boolean differ(List<Node> statements, Node indicator, SummedFigures figures) {
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

    /** How wholes and parts are mixed, other than by places: things, industries, periods. */
    private List<String> mixed(Collection<List<Node>> groups, String notSummable, boolean places) {
        List<String> mixed = new ArrayList<>();
        if (!places
                && !notSummable.contains(Dimension.PLACES.word)
                && groups.stream().anyMatch(overlaps::ofThings)) {
            mixed.add("things");
        }
        if (!notSummable.contains(Dimension.INDUSTRIES.word)
                && groups.stream().anyMatch(overlaps::ofIndustries)) {
            mixed.add(Dimension.INDUSTRIES.word);
        }
        if (!notSummable.contains(Dimension.YEARS.word)
                && groups.stream().anyMatch(overlaps::ofPeriods)) {
            mixed.add("periods");
        }
        return mixed;
    }

    private boolean promisedAndReached(Collection<List<Node>> groups) {
        return groups.stream()
                .anyMatch(
                        group ->
                                group.stream().anyMatch(one -> is(one, TARGET))
                                        && group.stream().anyMatch(one -> is(one, OUTCOME)));
    }

    private boolean is(Node one, Node kind) {
        return graph.contains(one, RDF.type.asNode(), kind);
    }

    private boolean says(Node indicator, Node property, String value) {
        return graph.stream(indicator, property, Node.ANY)
                .anyMatch(one -> one.getObject().getLiteralLexicalForm().equals(value));
    }
}
