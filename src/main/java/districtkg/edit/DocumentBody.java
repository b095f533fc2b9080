package districtkg.edit;

import districtkg.graph.RdfSyntax;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;

/** The body of a document as sent. Its bytes are stored unchanged, comments included. */
public final class DocumentBody {
    private final byte[] bytes;
    private final Lang syntax;

    /**
     * A body in one syntax.
     *
     * @param bytes the body; not changed by the caller
     */
    public DocumentBody(byte[] bytes, Lang syntax) {
        this.bytes = bytes;
        this.syntax = syntax;
    }

    /** The syntax of a media type; empty if it is not supported. */
    public static Optional<Lang> syntax(String type) {
        return RdfSyntax.ofMediaType(type).map(RdfSyntax::lang);
    }

    /** Serializes a graph. */
    static DocumentBody of(Graph graph, Lang syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(graph).lang(syntax).output(out);
        return new DocumentBody(out.toByteArray(), syntax);
    }

    /** The same with its bytes changed, if it is JSON-LD. */
    public DocumentBody withJsonLd(UnaryOperator<byte[]> change) {
        return syntax.equals(Lang.JSONLD) ? new DocumentBody(change.apply(bytes), syntax) : this;
    }

    byte[] bytes() {
        return bytes;
    }

    Lang syntax() {
        return syntax;
    }

    /** SHA-256 of the bytes, in hexadecimal digits. */
    public String digest() {
        return DigestUtils.sha256Hex(bytes);
    }
}
