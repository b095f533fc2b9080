package districtkg.verify;

import com.google.common.base.Suppliers;
import districtkg.Fixture;
import districtkg.problem.Fault;
import districtkg.source.Sources;
import districtkg.source.TripleLocations;
import districtkg.text.Span;
import districtkg.text.Text;
import districtkg.text.Token;
import districtkg.verify.document.CuratedFacts;
import districtkg.verify.document.VerifiedDocument;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * A document with its text, read once, in which a test can change a triple or a character at a
 * time.
 */
final class Report {
    /** A lock for the classes that change reports, which they share. */
    static final String CHANGED = "reports that are changed";

    /** The folder that -Dtexts names; empty where none was named. */
    static final String TEXTS = System.getProperty("texts", "");

    private static final Supplier<List<Report>> MADE_UP = Suppliers.memoize(Report::readMadeUp);
    private static final Supplier<List<Report>> REAL = Suppliers.memoize(Report::readReal);

    private final Node document;
    private final Graph graph;
    private final TripleLocations lines;
    private final Text text;

    private Report(String slug, Path text, Sources sources) {
        this.document = Dkg.iri(Dkg.ID + slug);
        this.graph = sources.asserted();
        this.lines = new TripleLocations(sources);
        this.text = read(text);
    }

    /**
     * The made-up reports; and where -Dtexts names a folder, each document whose text lies there.
     * Each is read once; whoever changes one leaves it as it was.
     */
    static Stream<Report> all() {
        return Stream.concat(MADE_UP.get().stream(), real());
    }

    static Stream<Report> real() {
        return REAL.get().stream();
    }

    private static List<Report> readMadeUp() {
        return Stream.of("yunhe-2021", "yunhe-2022")
                .map(
                        slug ->
                                new Report(
                                        slug,
                                        text(Fixture.YUNHE.resolve("texts"), slug),
                                        Fixture.yunhe()))
                .toList();
    }

    private static List<Report> readReal() {
        if (TEXTS.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(TEXTS))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - ".txt".length()))
                    .filter(Report::isADocument)
                    .sorted()
                    .map(slug -> new Report(slug, text(Path.of(TEXTS), slug), Fixture.real()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isADocument(String slug) {
        Node document = Dkg.iri(Dkg.ID + slug);
        return Fixture.real().files().stream()
                .anyMatch(file -> file.graph().contains(document, RDF.type.asNode(), Dkg.DOCUMENT));
    }

    private static Path text(Path folder, String slug) {
        return folder.resolve(slug + ".txt");
    }

    private static Text read(Path file) {
        try {
            return Text.of(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Node document() {
        return document;
    }

    Text text() {
        return text;
    }

    TripleLocations lines() {
        return lines;
    }

    /** The document and its parts as the checks see them. */
    VerifiedDocument subject() {
        return subject(text);
    }

    VerifiedDocument subject(Text other) {
        return new VerifiedDocument(new CuratedFacts(graph), lines, document, other);
    }

    List<Fault> faults() {
        return Verification.of(graph, lines, Map.of(document.getURI(), text)).faults();
    }

    /** What verification finds when one triple says something else. */
    List<Fault> faultsWith(Triple written, Node instead) {
        graph.delete(written);
        Triple changed = Triple.create(written.getSubject(), written.getPredicate(), instead);
        graph.add(changed);
        List<Fault> faults = faults();
        graph.delete(changed);
        graph.add(written);
        return faults;
    }

    /** What verification finds when nothing speaks of a node. */
    List<Fault> faultsWithout(Node node) {
        List<Triple> of = new ArrayList<>(triples(node, Node.ANY));
        of.addAll(graph.find(Node.ANY, Node.ANY, node).toList());
        of.forEach(graph::delete);
        List<Fault> faults = faults();
        of.forEach(graph::add);
        return faults;
    }

    /** The numerals for which only this name or idiom accounts: no other one, and no date. */
    List<Token> numeralsOf(Node name) {
        VerifiedDocument subject = subject();
        Span span = subject.passages().get(name);
        List<Span> others = new ArrayList<>(subject.names());
        others.remove(span);
        others.addAll(new DateVerifier(subject).proven());
        return Token.in(text.words()).stream()
                .filter(token -> span.covers(token.span()))
                .filter(token -> !token.span().coveredBy(others))
                .toList();
    }

    List<Triple> triples(Node subject, Node predicate) {
        return graph.find(subject, predicate, Node.ANY).toList();
    }

    boolean says(Node subject, Node predicate, Node object) {
        return graph.contains(subject, predicate, object);
    }

    /** As a test names it when it fails. */
    @Override
    public String toString() {
        return VerifiedDocument.shown(document);
    }
}
