package districtkg.source.rdf;

import districtkg.problem.Fault;
import districtkg.problem.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.riot.Lang;

/** Checks the bytes of a file before it is parsed. */
final class SourceBytes {
    /** The syntaxes that are UTF-8 by definition; XML declares its encoding itself. */
    private static final Set<Lang> UTF_8 =
            Set.of(
                    Lang.TURTLE,
                    Lang.TRIG,
                    Lang.NTRIPLES,
                    Lang.NQUADS,
                    Lang.JSONLD,
                    Lang.JSONLD11,
                    Lang.RDFJSON);

    private SourceBytes() {}

    /**
     * The fault of a file that cannot be read or unpacked, or that is not UTF-8 although its syntax
     * requires it; empty if there is none.
     */
    static Optional<Fault> fault(Path path, Lang lang) {
        try (InputStream in = IO.openFile(path.toString())) {
            if (UTF_8.contains(lang)) {
                long line = TextFile.firstBrokenLine(in);
                return line > 0 ? Optional.of(TextFile.notUtf8(path, line)) : Optional.empty();
            }
            in.transferTo(OutputStream.nullOutputStream());
            return Optional.empty();
        } catch (IOException broken) {
            return Optional.of(TextFile.unreadable(path, broken));
        } catch (RuntimeIOException broken) {
            return Optional.of(TextFile.unreadable(path, cause(broken)));
        }
    }

    static IOException cause(RuntimeIOException wrapped) {
        return wrapped.getCause() instanceof IOException told ? told : new IOException(wrapped);
    }
}
