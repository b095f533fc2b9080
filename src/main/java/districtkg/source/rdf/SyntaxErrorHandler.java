package districtkg.source.rdf;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;

/** Collects the syntax errors of one file, with their places. */
final class SyntaxErrorHandler implements ErrorHandler {
    private final Path path;
    private final List<Fault> faults;

    SyntaxErrorHandler(Path path, List<Fault> faults) {
        this.path = path;
        this.faults = faults;
    }

    @Override
    public void warning(String message, long line, long column) {
        faults.add(fault(at(line, column), message));
    }

    @Override
    public void error(String message, long line, long column) {
        faults.add(fault(at(line, column), message));
        throw new RiotException(message);
    }

    @Override
    public void fatal(String message, long line, long column) {
        error(message, line, column);
    }

    private Location at(long line, long column) {
        return line > 0 ? new Location(path, line, Math.max(column, 0)) : Location.of(path);
    }

    /** The fault for a syntax error, in the words of the parser. */
    static Fault fault(Location location, String message) {
        return Fault.at(
                location,
                "syntax",
                message.strip().replaceAll("\\s+", " "),
                "correct the file there or just before; the rest of the file was not read");
    }
}
