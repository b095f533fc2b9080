package districtkg.derive;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

/**
 * A rule: a CONSTRUCT query with a header comment that explains it.
 *
 * @param name folder and file, as in {@code :derivedBy} of the ontology: {@code 1-closure/in.rq}
 * @param read the predicates of the triples that it matches outside of the curated data; {@link
 *     Node#ANY} among them if it may match any
 */
public record Rule(String name, Query query, Set<Node> read) {
    /** Copies the predicates. */
    public Rule {
        read = Set.copyOf(read);
    }

    static Rule read(String stratum, java.nio.file.Path file, PrefixMapping known) {
        Query query = new Query();
        query.setPrefixMapping(PrefixMapping.Factory.create().setNsPrefixes(known));
        try {
            QueryFactory.parse(query, TextFile.read(file), null, null);
        } catch (QueryParseException wrong) {
            throw new Problem(
                    Fault.at(
                            new Location(
                                    file,
                                    Math.max(wrong.getLine(), 0),
                                    Math.max(wrong.getColumn(), 0)),
                            "rule-syntax",
                            String.valueOf(wrong.getMessage()).strip().replaceAll("\\s+", " "),
                            "correct the rule there"));
        }
        if (!query.isConstructType()) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "rule-syntax",
                            "a rule is a CONSTRUCT query",
                            "write CONSTRUCT { … } WHERE { … }"));
        }
        return new Rule(stratum + "/" + file.getFileName(), query, read(query));
    }

    /** Whether new triples of these predicates may lead to a new result. */
    boolean reads(Set<Node> predicates) {
        return read.contains(Node.ANY)
                ? !predicates.isEmpty()
                : predicates.stream().anyMatch(read::contains);
    }

    /** How many of some rules may read what this one adds. */
    long readers(List<Rule> rules) {
        Set<Node> written = new HashSet<>();
        query.getConstructTemplate()
                .getTriples()
                .forEach(triple -> collect(triple.getPredicate(), written));
        return rules.stream()
                .filter(
                        rule ->
                                written.contains(Node.ANY)
                                        ? !rule.read.isEmpty()
                                        : rule.reads(written))
                .count();
    }

    /**
     * The predicates that a query matches; what it reads from the curated data does not change, and
     * patterns within filters are left out.
     */
    private static Set<Node> read(Query query) {
        Op changing =
                Transformer.transform(
                        new TransformCopy() {
                            @Override
                            public Op transform(OpGraph graph, Op within) {
                                return graph.getNode().equals(Derivation.ASSERTED)
                                        ? OpTable.unit()
                                        : super.transform(graph, within);
                            }
                        },
                        Algebra.compile(query));
        Set<Node> read = new HashSet<>();
        Walker.walk(
                changing,
                new OpVisitorBase() {
                    @Override
                    public void visit(OpBGP pattern) {
                        pattern.getPattern()
                                .forEach(triple -> collect(triple.getPredicate(), read));
                    }

                    @Override
                    public void visit(OpPath path) {
                        collect(path.getTriplePath().getPath(), read);
                    }
                });
        return read;
    }

    private static void collect(Node predicate, Set<Node> read) {
        read.add(predicate.isURI() ? predicate : Node.ANY);
    }

    private static void collect(Path path, Set<Node> read) {
        switch (path) {
            case P_Link link -> read.add(link.getNode());
            case P_Path2 both -> {
                collect(both.getLeft(), read);
                collect(both.getRight(), read);
            }
            default -> read.add(Node.ANY);
        }
    }
}
