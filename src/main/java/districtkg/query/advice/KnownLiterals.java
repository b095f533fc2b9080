package districtkg.query.advice;

import districtkg.query.advice.Advice.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.FmtUtils;

/**
 * Finds literals of a query that differ from all values of their property in datatype or language
 * tag, and variables of two properties whose values differ so.
 */
final class KnownLiterals {
    private static final int MOST = 5;
    private static final int SAMPLES = 200;

    private static final List<XSDDatatype> DATATYPES =
            List.of(
                    XSDDatatype.XSDstring,
                    XSDDatatype.XSDinteger,
                    XSDDatatype.XSDdecimal,
                    XSDDatatype.XSDgYear,
                    XSDDatatype.XSDgYearMonth,
                    XSDDatatype.XSDdate,
                    XSDDatatype.XSDboolean,
                    XSDDatatype.XSDanyURI);
    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final Graph graph;

    KnownLiterals(Graph graph) {
        this.graph = graph;
    }

    List<Advice> wrong(QueryParts parts) {
        Set<Advice> told = new LinkedHashSet<>();
        Stream<Triple> written =
                Stream.concat(
                        parts.triples().stream(),
                        parts.comparisons().stream().flatMap(one -> compared(one, parts)));
        written.filter(one -> one.getPredicate().isURI() && one.getObject().isLiteral())
                .filter(one -> graph.contains(Node.ANY, one.getPredicate(), Node.ANY))
                .flatMap(one -> wrong(one.getPredicate(), one.getObject()).stream())
                .limit(MOST)
                .forEach(told::add);
        joins(parts).limit(MOST).forEach(told::add);
        return new ArrayList<>(told);
    }

    /**
     * Variables that stand for values of two properties which no value is like, such as a year of
     * {@code :due} and one of {@code :year}: such patterns never join.
     */
    private Stream<Advice> joins(QueryParts parts) {
        List<Triple> open =
                parts.triples().stream()
                        .filter(one -> one.getPredicate().isURI() && one.getObject().isVariable())
                        .toList();
        return open.stream()
                .flatMap(
                        one ->
                                open.stream()
                                        .filter(other -> other.getObject().equals(one.getObject()))
                                        .filter(other -> before(one, other))
                                        .flatMap(other -> join(one, other).stream()));
    }

    private static boolean before(Triple one, Triple other) {
        return one.getPredicate().getURI().compareTo(other.getPredicate().getURI()) < 0;
    }

    private Optional<Advice> join(Triple one, Triple other) {
        List<Node> values = samples(one.getPredicate());
        List<Node> others = samples(other.getPredicate());
        if (values.isEmpty()
                || others.isEmpty()
                || !Stream.concat(values.stream(), others.stream()).allMatch(Node::isLiteral)
                || values.stream()
                        .anyMatch(value -> others.stream().anyMatch(its -> alike(value, its)))) {
            return Optional.empty();
        }
        return Optional.of(
                new Advice(
                        Kind.WRONG_LITERAL,
                        Map.of(
                                "property", KnownTerms.written(one.getPredicate().getURI()),
                                "written",
                                        KnownTerms.written(other.getPredicate().getURI())
                                                + " "
                                                + text(others.getFirst()),
                                "right", text(values.getFirst()))));
    }

    private List<Node> samples(Node property) {
        return graph.stream(Node.ANY, property, Node.ANY)
                .limit(SAMPLES)
                .map(Triple::getObject)
                .toList();
    }

    /**
     * A constant that a filter compares with a variable is checked like an object of the pattern.
     */
    private static Stream<Triple> compared(QueryParts.Comparison filter, QueryParts parts) {
        return parts.triples().stream()
                .filter(one -> one.getObject().equals(filter.variable()))
                .map(one -> Triple.create(one.getSubject(), one.getPredicate(), filter.constant()));
    }

    private Optional<Advice> wrong(Node property, Node literal) {
        if (graph.contains(Node.ANY, property, literal)) {
            return Optional.empty();
        }
        List<Node> samples = samples(property);
        if (samples.stream().anyMatch(sample -> alike(sample, literal))) {
            return Optional.empty();
        }
        Node right =
                alternatives(literal.getLiteralLexicalForm())
                        .filter(other -> graph.contains(Node.ANY, property, other))
                        .findFirst()
                        .orElse(samples.getFirst());
        return Optional.of(
                new Advice(
                        Kind.WRONG_LITERAL,
                        Map.of(
                                "property", KnownTerms.written(property.getURI()),
                                "written", text(literal),
                                "right", text(right))));
    }

    private static Stream<Node> alternatives(String text) {
        return Stream.of(
                        DATATYPES.stream().map(type -> NodeFactory.createLiteralDT(text, type)),
                        LANGUAGES.stream()
                                .map(language -> NodeFactory.createLiteralLang(text, language)),
                        Stream.of(NodeFactory.createLiteralDT(text + ".0", XSDDatatype.XSDdecimal)))
                .flatMap(one -> one);
    }

    private static boolean alike(Node one, Node other) {
        return one.isLiteral()
                && one.getLiteralLanguage().isEmpty() == other.getLiteralLanguage().isEmpty()
                && (one.getLiteralDatatype().equals(other.getLiteralDatatype())
                        || (number(one) && number(other)));
    }

    private static boolean number(Node literal) {
        return NodeValue.makeNode(literal).isNumber();
    }

    private static String text(Node node) {
        return node.isURI()
                ? KnownTerms.written(node.getURI())
                : FmtUtils.stringForNode(node)
                        .replace("http://www.w3.org/2001/XMLSchema#", "xsd:")
                        .replaceAll("<(xsd:\\w+)>", "$1");
    }
}
