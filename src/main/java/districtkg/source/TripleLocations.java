package districtkg.source;

import districtkg.problem.Location;
import districtkg.table.TableLines;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.ParserProfileWrapper;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;

/**
 * The lines of triples in their files. A file is read again only when one of its triples is
 * requested, because only a running parser knows its lines.
 */
public final class TripleLocations {
    private static final Set<Lang> WITH_LINES =
            Set.of(Lang.TURTLE, Lang.NTRIPLES, Lang.TRIG, Lang.NQUADS);

    /** Maximum number of locations of a triple; faults of thousands would fill the memory. */
    private static final int MOST = 100;

    private final Sources sources;

    /** What has been found, because thousands of faults may ask for the same triples. */
    private final Map<Lookup, List<Location>> found = new HashMap<>();

    private final Map<Path, Places> read = new HashMap<>();

    /** Of tables. */
    private final Map<Path, Map<Node, Long>> rows = new HashMap<>();

    private record Lookup(Triple pattern, boolean firstOnly) {}

    private record Placed(Triple triple, long line) {}

    /**
     * The triples of a file, by their subjects, by themselves, and by themselves without the
     * subject, so that many faults do not each walk over a whole file, or over the many triples of
     * one subject.
     */
    private record Places(
            Map<Node, List<Placed>> bySubject,
            Map<Triple, List<Placed>> byTriple,
            Map<Triple, List<Placed>> byValue) {
        static Places of(List<Placed> placed) {
            return new Places(
                    placed.stream()
                            .collect(Collectors.groupingBy(one -> one.triple().getSubject())),
                    placed.stream().collect(Collectors.groupingBy(Placed::triple)),
                    placed.stream()
                            .collect(Collectors.groupingBy(one -> ofAnySubject(one.triple()))));
        }

        Stream<Placed> matching(Triple pattern) {
            List<Placed> same =
                    (pattern.getSubject().isConcrete() ? byTriple : byValue).get(pattern);
            return same == null
                    ? about(pattern.getSubject()).filter(one -> pattern.matches(one.triple()))
                    : same.stream();
        }

        private static Triple ofAnySubject(Triple triple) {
            return Triple.createMatch(Node.ANY, triple.getPredicate(), triple.getObject());
        }

        private Stream<Placed> about(Node subject) {
            return subject.isConcrete()
                    ? bySubject.getOrDefault(subject, List.of()).stream()
                    : bySubject.values().stream().flatMap(List::stream);
        }
    }

    /** Finds triples in the files of these sources. */
    public TripleLocations(Sources sources) {
        this.sources = sources;
    }

    /**
     * The locations of a triple; if it does not occur, those of the first triple about its subject
     * in each file.
     *
     * @param subject of the triple
     * @param predicate of the triple, or {@link Node#ANY}
     * @param object of the triple, or {@link Node#ANY}
     * @return one location per line, the first {@value #MOST}; for a file whose syntax has no
     *     lines, the file alone
     */
    public List<Location> of(Node subject, Node predicate, Node object) {
        // A blank node has another label each time it is read.
        Node self = subject.isBlank() ? Node.ANY : subject;
        Node value = object.isBlank() ? Node.ANY : object;
        List<Location> exact = places(self, predicate, value, false);
        if (!exact.isEmpty()) {
            return exact;
        }
        List<Location> anyValue = places(self, predicate, Node.ANY, false);
        return anyValue.isEmpty() ? places(self, Node.ANY, Node.ANY, true) : anyValue;
    }

    private List<Location> places(Node subject, Node predicate, Node object, boolean firstOnly) {
        Triple pattern = Triple.createMatch(subject, predicate, object);
        Lookup lookup = new Lookup(pattern, firstOnly);
        List<Location> known = found.get(lookup);
        if (known == null) {
            known = places(pattern, firstOnly);
            found.put(lookup, known);
        }
        return known;
    }

    private List<Location> places(Triple pattern, boolean firstOnly) {
        List<Location> places = new ArrayList<>();
        for (SourceFile file : sources.files()) {
            if (file.graph().contains(pattern)) {
                places.addAll(
                        file.path().toString().endsWith(".csv")
                                ? row(file, pattern.getSubject())
                                : within(file.path(), pattern, firstOnly));
            }
        }
        return places.stream().distinct().sorted().limit(MOST).toList();
    }

    /** The row of a table that gives a node. */
    private List<Location> row(SourceFile file, Node subject) {
        Map<Node, Long> lines =
                rows.computeIfAbsent(
                        file.path(),
                        path ->
                                TableLines.of(
                                        path,
                                        file.graphName().getURI().substring(Dkg.GRAPH.length())));
        Long line = lines.get(subject);
        return List.of(line == null ? Location.of(file.path()) : Location.of(file.path(), line));
    }

    private List<Location> within(Path path, Triple pattern, boolean firstOnly) {
        Lang lang =
                Optional.ofNullable(RDFLanguages.filenameToLang(path.toString()))
                        .orElse(Lang.TURTLE);
        if (!WITH_LINES.contains(lang)) {
            return List.of(Location.of(path));
        }
        List<Long> lines =
                read.computeIfAbsent(path, file -> read(file, lang))
                        .matching(pattern)
                        .map(Placed::line)
                        .sorted(Comparator.naturalOrder())
                        .distinct()
                        .toList();
        if (lines.isEmpty()) {
            return List.of(Location.of(path));
        }
        return lines.stream()
                .limit(firstOnly ? 1 : lines.size())
                .map(line -> Location.of(path, line))
                .toList();
    }

    private static Places read(Path path, Lang lang) {
        List<Placed> placed = new ArrayList<>();
        IRIxResolver resolver = IRIxResolver.create(Dkg.ID).build();
        ParserProfile plain =
                RiotLib.createParserProfile(
                        RiotLib.factoryRDF(),
                        ErrorHandlerFactory.errorHandlerSimple(),
                        resolver,
                        false);
        ParserProfile watching =
                new ParserProfileWrapper(plain) {
                    @Override
                    public Triple createTriple(
                            Node subject, Node predicate, Node object, long line, long column) {
                        Triple triple =
                                super.createTriple(subject, predicate, object, line, column);
                        placed.add(new Placed(triple, line));
                        return triple;
                    }

                    @Override
                    public Quad createQuad(
                            Node graph,
                            Node subject,
                            Node predicate,
                            Node object,
                            long line,
                            long column) {
                        Quad quad =
                                super.createQuad(graph, subject, predicate, object, line, column);
                        placed.add(new Placed(quad.asTriple(), line));
                        return quad;
                    }
                };
        try (InputStream in = IO.openFile(path.toString())) {
            RDFParserRegistry.getFactory(lang)
                    .create(lang, watching)
                    .read(in, Dkg.ID, null, StreamRDFLib.sinkNull(), RIOT.getContext());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Places.of(placed);
    }
}
