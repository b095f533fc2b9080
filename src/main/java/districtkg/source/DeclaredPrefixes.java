package districtkg.source;

import districtkg.vocab.Dkg;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;

/** Reads the prefixes that a graph declares in the SHACL vocabulary. */
public final class DeclaredPrefixes {
    private static final Node PREFIX = Dkg.iri("http://www.w3.org/ns/shacl#prefix");
    private static final Node NAMESPACE = Dkg.iri("http://www.w3.org/ns/shacl#namespace");

    private DeclaredPrefixes() {}

    /** The prefixes that queries may omit. */
    public static PrefixMapping declaredIn(Graph graph) {
        PrefixMapping prefixes = PrefixMapping.Factory.create();
        graph.stream(Node.ANY, PREFIX, Node.ANY)
                .forEach(
                        declared ->
                                graph.stream(declared.getSubject(), NAMESPACE, Node.ANY)
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
