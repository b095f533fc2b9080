package districtkg.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.NodeUtils;

/** Fingerprints of data sets. */
public final class DatasetFingerprint {
    private DatasetFingerprint() {}

    /**
     * The fingerprint of the named graphs: 16 hexadecimal digits of the sum of the SHA-256 of their
     * quads, independent of the order of loading.
     */
    public static String of(DatasetGraph data) {
        List<Node> names = Iter.toList(data.listGraphNodes());
        long sum =
                names.parallelStream()
                        .mapToLong(name -> sum(data.getGraph(name), NodeFmtLib.strNT(name)))
                        .sum();
        return "%016x".formatted(sum);
    }

    /**
     * The fingerprint after a change.
     *
     * @param before the fingerprint of the named graphs before it
     * @param removed gives the triples that named graphs lost to a receiver
     * @param added gives those that they gained
     */
    public static String changed(
            String before,
            Consumer<BiConsumer<Node, Triple>> removed,
            Consumer<BiConsumer<Node, Triple>> added) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        long[] sum = {Long.parseUnsignedLong(before, 16)};
        removed.accept((name, triple) -> sum[0] -= hash(digest, triple, NodeFmtLib.strNT(name)));
        added.accept((name, triple) -> sum[0] += hash(digest, triple, NodeFmtLib.strNT(name)));
        return "%016x".formatted(sum[0]);
    }

    /** The fingerprint of one graph, whatever its name. */
    public static String of(Graph graph) {
        return "%016x".formatted(sum(graph, ""));
    }

    private static long sum(Graph triples, String graph) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        long sum = 0;
        for (Iterator<Triple> all = triples.find(); all.hasNext(); ) {
            sum += hash(digest, all.next(), graph);
        }
        return sum;
    }

    private static long hash(MessageDigest digest, Triple triple, String graph) {
        return ByteBuffer.wrap(digest.digest(line(triple, graph))).getLong();
    }

    private static byte[] line(Triple triple, String graph) {
        return (text(triple.getSubject())
                        + " "
                        + text(triple.getPredicate())
                        + " "
                        + text(triple.getObject())
                        + " "
                        + graph)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A node as in N-Quads. Nodes without characters to escape are written here, ten times faster.
     */
    private static String text(Node node) {
        if (node.isURI()) {
            return "<" + node.getURI() + ">";
        }
        if (!node.isLiteral()
                || node.getLiteralLexicalForm().chars().anyMatch(DatasetFingerprint::escaped)) {
            return NodeFmtLib.strNT(node);
        }
        String quoted = "\"" + node.getLiteralLexicalForm() + "\"";
        if (NodeUtils.isSimpleString(node)) {
            return quoted;
        }
        return NodeUtils.isLangString(node)
                ? quoted + "@" + node.getLiteralLanguage()
                : quoted + "^^<" + node.getLiteralDatatypeURI() + ">";
    }

    private static boolean escaped(int character) {
        return character < ' ' || character == '"' || character == '\\' || character == 0x7F;
    }
}
