package districtkg.derive;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

/**
 * A rule: a CONSTRUCT query with a header comment that explains it.
 *
 * @param name folder and file, as in {@code :derivedBy} of the ontology: {@code 1-closure/in.rq}
 */
public record Rule(String name, Query query) {
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
        return new Rule(stratum + "/" + file.getFileName(), query);
    }

    /**
     * Whether new triples may lead to a new result, as far as their predicates tell. What a rule
     * reads from the curated data alone does not change.
     */
    boolean reads(Set<Node> predicates) {
        Set<Node> read = new HashSet<>();
        Op quads = Algebra.toQuadForm(Algebra.compile(query));
        Walker.walk(
                quads,
                new OpVisitorBase() {
                    @Override
                    public void visit(OpQuadPattern pattern) {
                        if (!pattern.getGraphNode().equals(Derivation.ASSERTED)) {
                            pattern.getBasicPattern()
                                    .forEach(triple -> read.add(triple.getPredicate()));
                        }
                    }

                    @Override
                    public void visit(OpPath path) {
                        collect(path.getTriplePath().getPath(), read);
                    }
                });
        return read.stream()
                .anyMatch(predicate -> !predicate.isURI() || predicates.contains(predicate));
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
