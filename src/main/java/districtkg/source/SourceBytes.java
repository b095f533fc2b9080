package districtkg.source;

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

/** What can be wrong with the bytes of a file, before its syntax is looked at. */
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
     * That a file cannot be read or unpacked, or is not UTF-8 although its syntax is; nothing where
     * all is well.
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
