package districtkg.source;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Reads one RDF file, and collects its syntax errors instead of stopping at the first. */
final class RdfFileReader implements ErrorHandler {
    private final Path path;
    private final List<Fault> faults;

    RdfFileReader(Path path, List<Fault> faults) {
        this.path = path;
        this.faults = faults;
    }

    /** The graphs of a file; empty if it cannot be read, and then {@code faults} has grown. */
    static List<SourceFile> read(Path path, List<Fault> faults) {
        int before = faults.size();
        Lang lang = RDFLanguages.filenameToLang(path.toString());
        SourceBytes.fault(path, lang).or(() -> LongNumbers.in(path)).ifPresent(faults::add);
        if (faults.size() > before) {
            return List.of();
        }
        if (lang.equals(Lang.JSONLD) || lang.equals(Lang.JSONLD11)) {
            TrailingText.in(path).ifPresent(faults::add);
        }
        faults.addAll(TruncatedNames.in(path));
        DatasetGraph held = DatasetGraphFactory.create();
        try (InputStream in = IO.openFile(path.toString())) {
            RDFParser.source(in)
                    .forceLang(lang)
                    .base(Dkg.ID)
                    .errorHandler(new RdfFileReader(path, faults))
                    .context(RemoteContexts.refused())
                    .parse(held);
        } catch (RiotException told) {
            if (faults.size() == before) {
                faults.add(fault(Location.of(path), String.valueOf(told.getMessage())));
            }
        } catch (StackOverflowError deep) {
            faults.add(fault(Location.of(path), "brackets are nested too deeply to be read"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (faults.size() > before) {
            return List.of();
        }
        List<SourceFile> files = split(path, held);
        for (SourceFile file : files) {
            faults.addAll(UnpublishableTerms.in(file));
            faults.addAll(ForeignShapes.in(file));
        }
        return files;
    }

    private static List<SourceFile> split(Path path, DatasetGraph held) {
        List<SourceFile> files = new ArrayList<>();
        Graph plain = held.getDefaultGraph();
        if (!plain.isEmpty()) {
            SourceRole role = SourceRole.of(plain);
            files.add(new SourceFile(path, role.graphName(plain), role, plain));
        }
        held.listGraphNodes()
                .forEachRemaining(
                        name -> {
                            if (!name.equals(Dkg.DERIVED)) {
                                Graph graph = held.getGraph(name);
                                files.add(new SourceFile(path, name, SourceRole.of(graph), graph));
                            }
                        });
        return files;
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

    private static Fault fault(Location location, String message) {
        return Fault.at(
                location,
                "syntax",
                message.strip().replaceAll("\\s+", " "),
                "correct the file there or just before; the rest of the file was not read");
    }
}
