package districtkg.derive;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import java.nio.file.Path;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.shared.PrefixMapping;

/**
 * A rule: a CONSTRUCT query with a header comment that explains it.
 *
 * @param name folder and file, as in {@code :derivedBy} of the ontology: {@code 1-closure/in.rq}
 */
public record Rule(String name, Query query) {
    static Rule read(String stratum, Path file, PrefixMapping known) {
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
}
