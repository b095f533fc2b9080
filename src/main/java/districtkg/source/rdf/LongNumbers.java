package districtkg.source.rdf;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.io.IO;

/**
 * Finds numbers that are too long to be parsed: Java needs time quadratic in their length, a minute
 * for a million digits. No RDF syntax allows a line break in a number, so the bytes are searched.
 */
final class LongNumbers {
    /** Digits and decimal points in a row. */
    static final int LONGEST = 1000;

    private LongNumbers() {}

    /** The fault for the first such number; empty if there is none. */
    static Optional<Fault> in(Path path) {
        try (InputStream in = new BufferedInputStream(IO.openFile(path.toString()), 1 << 16)) {
            long line = 1;
            int digits = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                digits = (next >= '0' && next <= '9') || next == '.' ? digits + 1 : 0;
                line += next == '\n' ? 1 : 0;
                if (digits > LONGEST) {
                    return Optional.of(
                            Fault.at(
                                    Location.of(path, line),
                                    "syntax",
                                    "a number of more than " + LONGEST + " digits",
                                    "write the number with the digits that the source states"));
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeIOException unreadable) {
            return Optional.empty(); // told before
        }
    }
}
