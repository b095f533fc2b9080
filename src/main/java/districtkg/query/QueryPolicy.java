package districtkg.query;

import districtkg.guard.AllowedFunctions;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.Element1;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementLateral;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.vocabulary.RDFS;

/**
 * Rejects queries that would make the server call other hosts, run classes or scripts, or sleep.
 * Supported features are listed; everything else that Jena can parse is rejected, wherever it
 * occurs in the query.
 */
final class QueryPolicy {
    /** Maximum number of triple patterns. Rows of VALUES have their own limit. */
    private static final int PATTERNS = 300;

    private static final int ROWS = 10_000;
    private static final int LITERAL = 1000;

    /** Namespaces of Jena's property functions. */
    private static final List<String> COMPUTING =
            List.of(
                    "java:",
                    "http://jena.apache.org/",
                    "http://jena.hpl.hp.com/ARQ/",
                    "http://www.opengis.net/def/function/");

    /** The operators and functions of SPARQL 1.2, by their names in Jena. */
    private static final Set<String> WORDS =
            Set.of(
                    """
                    add subtract multiply divide unaryplus unaryminus
                    eq ne lt gt le ge not and or in notin exists notexists
                    bound coalesce if sameterm samevalue
                    isiri isuri isblank isliteral isnumeric istriple haslang haslangdir
                    str lang langdir langmatches datatype iri uri bnode strdt strlang strlangdir
                    uuid struuid triple subject predicate object
                    strlen substr ucase lcase strstarts strends contains strbefore strafter
                    encode_for_uri concat regex replace
                    abs round ceil floor rand
                    now year month day hours minutes seconds timezone tz
                    md5 sha1 sha256 sha384 sha512
                    """
                            .strip()
                            .split("\\s+"));

    private static final Set<String> AGGREGATES =
            Set.of("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT");

    private int patterns;
    private int rows;

    private QueryPolicy() {}

    /**
     * @throws BadQuery with the first unsupported feature
     */
    static void check(Query query) {
        new QueryPolicy().query(query);
    }

    private void query(Query query) {
        if (query.isJsonType()) {
            throw BadQuery.refused(
                    "JSON is refused: ask by SELECT for application/sparql-results+json");
        }
        named(query.getProject());
        named(query.getGroupBy());
        query.getHavingExprs().forEach(this::expression);
        query.getAggregators().forEach(this::expression);
        if (query.getOrderBy() != null) {
            query.getOrderBy().stream().map(SortCondition::getExpression).forEach(this::expression);
        }
        if (query.getQueryPattern() != null) {
            element(query.getQueryPattern());
        }
        if (query.hasValues()) {
            values(query.getValuesData());
        }
    }

    private void element(Element element) {
        switch (element) {
            case ElementGroup group -> group.getElements().forEach(this::element);
            case ElementUnion union -> union.getElements().forEach(this::element);
            case ElementPathBlock block -> block.getPattern().forEach(this::pattern);
            case ElementTriplesBlock block ->
                    block.getPattern().forEach(triple -> pattern(new TriplePath(triple)));
            case ElementOptional optional -> element(optional.getOptionalElement());
            case ElementMinus minus -> element(minus.getMinusElement());
            case ElementLateral lateral -> element(lateral.getLateralElement());
            case ElementNamedGraph graph -> element(graph.getElement());
            case ElementSubQuery sub -> query(sub.getQuery());
            case ElementFilter filter -> expression(filter.getExpr());
            case ElementBind bind -> expression(bind.getExpr());
            case ElementAssign assign -> expression(assign.getExpr());
            case ElementData data -> values(data.getRows());
            case ElementService service ->
                    throw BadQuery.refused(
                            "SERVICE is refused: this endpoint does not query others; query both from your side");
            case Element1 one -> element(one.getElement());
            default ->
                    throw BadQuery.refused(
                            "a pattern that SPARQL does not have is refused: write it in SPARQL 1.2");
        }
    }

    private void pattern(TriplePath triple) {
        patterns++;
        if (patterns > PATTERNS) {
            throw new Refusal(
                    Reason.QUERY_TOO_COMPLEX, "", Map.of("what", "patterns", "limit", PATTERNS));
        }
        if (triple.isTriple()) {
            predicate(triple.getPredicate());
        } else {
            path(triple.getPath());
        }
    }

    private void path(Path path) {
        switch (path) {
            case P_Link link -> predicate(link.getNode());
            case P_ReverseLink link -> predicate(link.getNode());
            case P_Seq sequence -> {
                path(sequence.getLeft());
                path(sequence.getRight());
            }
            case P_Alt either -> {
                path(either.getLeft());
                path(either.getRight());
            }
            case P_Inverse inverse -> path(inverse.getSubPath());
            case P_ZeroOrOne once -> path(once.getSubPath());
            case P_ZeroOrMore1 many -> path(many.getSubPath());
            case P_OneOrMore1 many -> path(many.getSubPath());
            case P_NegPropSet others -> others.getNodes().forEach(this::path);
            default ->
                    throw BadQuery.refused(
                            "a path that counts is refused: SPARQL has ? * and +, and no other numbers");
        }
    }

    private void predicate(Node predicate) {
        if (predicate.isURI()
                && !predicate.equals(RDFS.member.asNode())
                && (COMPUTING.stream().anyMatch(predicate.getURI()::startsWith)
                        || PropertyFunctionRegistry.get().isRegistered(predicate.getURI()))) {
            throw BadQuery.refused("the property function <" + predicate.getURI() + "> is refused");
        }
    }

    private void values(List<Binding> data) {
        rows += data.size();
        if (rows > ROWS) {
            throw new Refusal(Reason.QUERY_TOO_COMPLEX, "", Map.of("what", "rows", "limit", ROWS));
        }
        data.forEach(row -> row.forEach((variable, value) -> literal(value)));
    }

    private void named(VarExprList expressions) {
        expressions.forEachVarExpr(
                (variable, expression) -> {
                    if (expression != null) {
                        expression(expression);
                    }
                });
    }

    private void expressions(ExprList list) {
        if (list != null) {
            list.getList().forEach(this::expression);
        }
    }

    private void expression(Expr expression) {
        switch (expression) {
            case ExprFunctionOp exists -> element(exists.getElement());
            case ExprAggregator aggregate -> aggregate(aggregate.getAggregator());
            case NodeValue constant -> literal(constant.asNode());
            case ExprFunction function -> {
                function(function);
                function.getArgs().forEach(this::expression);
            }
            default -> {} // a variable, or a triple term of variables and constants
        }
    }

    private static void function(ExprFunction function) {
        String word = function.getFunctionSymbol().getSymbol();
        if (function instanceof E_Function named) {
            if (!AllowedFunctions.allowed(named.getFunctionIRI())) {
                throw BadQuery.refused(
                        "the function <"
                                + named.getFunctionIRI()
                                + "> is refused; functions of SPARQL itself and of xsd:, fn: and math: are open");
            }
        } else if (!WORDS.contains(word.toLowerCase(Locale.ROOT))) {
            throw BadQuery.refused(
                    word.toUpperCase(Locale.ROOT) + " is refused: SPARQL has no such function");
        }
    }

    private void aggregate(Aggregator aggregate) {
        if (!AGGREGATES.contains(aggregate.getName())) {
            throw BadQuery.refused(
                    "an aggregate that SPARQL does not have is refused: there are COUNT, SUM, MIN, MAX, AVG, SAMPLE and GROUP_CONCAT");
        }
        expressions(aggregate.getExprList());
    }

    /** Parsing a number takes time quadratic in its length. */
    private static void literal(Node value) {
        if (value.isLiteral()
                && value.getLiteralLexicalForm().length() > LITERAL
                && value.getLiteralDatatypeURI().contains("XMLSchema#")
                && !value.getLiteralDatatypeURI().endsWith("#string")) {
            throw new Refusal(
                    Reason.QUERY_TOO_COMPLEX, "", Map.of("what", "literal", "limit", LITERAL));
        }
    }
}
