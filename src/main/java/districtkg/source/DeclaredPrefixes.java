package districtkg.source;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.shared.PrefixMapping;

/** Reads the prefixes that a graph declares in the SHACL vocabulary. */
public final class DeclaredPrefixes {

    private DeclaredPrefixes() {}

    /** The prefixes that queries may omit. */
    public static PrefixMapping declaredIn(Graph graph) {
        PrefixMapping prefixes = PrefixMapping.Factory.create();
        graph.stream(Node.ANY, SHACL.prefix, Node.ANY)
                .forEach(
                        declared ->
                                graph.stream(declared.getSubject(), SHACL.namespace, Node.ANY)
                                        .forEach(
                                                space ->
                                                        prefixes.setNsPrefix(
                                                                declared.getObject()
                                                                        .getLiteralLexicalForm(),
                                                                space.getObject()
                                                                        .getLiteralLexicalForm())));
        return prefixes;
    }
}
