package districtkg.source.rdf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.io.IO;

/**
 * Finds text after the JSON value of a JSON-LD document, such as a second document. The JSON-LD
 * library reads the first value and ignores what follows.
 */
final class TrailingText {
    private static final JsonFactory JSON = new JsonFactory();

    private TrailingText() {}

    /** The fault, with its line; nothing if there is no such text, or the first value is broken. */
    static Optional<Fault> in(Path path) {
        boolean whole = false;
        try (InputStream in = IO.openFile(path.toString());
                JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() == null) {
                return Optional.empty();
            }
            json.skipChildren();
            whole = json.currentToken() != null && !json.currentToken().isStructStart();
            JsonToken next = json.nextToken();
            return next == null
                    ? Optional.empty()
                    : Optional.of(fault(path, json.currentTokenLocation().getLineNr()));
        } catch (JsonParseException broken) {
            return whole
                    ? Optional.of(fault(path, broken.getLocation().getLineNr()))
                    : Optional.empty();
        } catch (IOException | RuntimeIOException unreadable) {
            return Optional.empty(); // told before, or by the parser
        }
    }

    private static Fault fault(Path path, int line) {
        return Fault.at(
                Location.of(path, line),
                "syntax",
                "there is text after the end of the JSON document",
                "remove it, or write several things as one array or @graph");
    }
}
