package districtkg;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.derive.Derivation;
import districtkg.problem.Fault.Severity;
import districtkg.source.Sources;
import districtkg.validate.Validation;
import districtkg.vocab.Dkg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The next report is a file: begun by a command, told what it lacks, and taken out without a trace.
 */
class AddReportTest {
    @Test
    void theCommandStartsADocumentAndListsWhatIsMissing(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("report.txt"), "\n云禾区：新增停车位650个。\n");
        Path data = copyOfYunhe(Files.createDirectory(folder.resolve("data")));
        String begun = run("passage", "--text", "yunhe-2023=" + text);
        Path document = Files.writeString(data.resolve("yunhe-2023.ttl"), begun);

        assertThat(faults(data))
                .contains(
                        "label-zh",
                        "label-en",
                        "document-kind",
                        "document-reliability",
                        "document-place");

        Files.writeString(
                document,
                begun.replaceAll(
                                "(?m)^#   (rdfs:label|:kind|:reliability|:place|:published) ",
                                "    $1 ")
                        .replace("id:gulou ", "id:yunhe ")
                        .replace("v:work-report", "v:press-report"));

        assertThat(faults(data)).isEmpty();
        assertThat(
                        run(
                                "passage",
                                "--data",
                                data.toString(),
                                "--text",
                                "yunhe-2023=" + text,
                                "--",
                                "新增停车位650个"))
                .contains(":statedValue 650.0", ":section id:yunhe-2023-body");
        assertThat(run("verify", "--data", data.toString(), "--text", "yunhe-2023=" + text))
                .contains("1 not yet read", "0 faults");
    }

    @Test
    void aDocumentTakenOutTakesItsFactsAndTheVerdictsThatRestedOnThem(@TempDir Path folder)
            throws IOException {
        copyOfYunhe(folder);
        Sources whole = Sources.read(List.of(Fixture.ONTOLOGY, folder));
        Files.delete(folder.resolve("yunhe-2022.ttl"));
        // Nothing contradicts the doubted statement of the press any more; it stays unconfirmed.
        Path press = folder.resolve("yunhe-press-2021.ttl");
        Files.writeString(
                press,
                Files.readString(press)
                        .replace(
                                ":suspect :contradicted ; :contradictedBy"
                                        + " id:yunhe-2022-unemployment-2021 ;",
                                ":suspect :unconfirmed ;"));
        Sources without = Sources.read(List.of(Fixture.ONTOLOGY, folder));
        Graph derived = Derivation.of(whole.asserted(), Fixture.rules(whole));
        Graph left = Derivation.of(without.asserted(), Fixture.rules(without));
        Node jobs = Dkg.iri(Dkg.ID + "yunhe-2021-jobs-target");
        Node growth = Dkg.iri(Dkg.ID + "yunhe-2021-gdp-growth-2020");

        assertThat(Validation.anyError(Validation.of(without))).isFalse();
        assertThat(names(without.asserted()))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith(Dkg.ID + "yunhe-2022"));
        assertThat(names(left))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith(Dkg.ID + "yunhe-2022"));
        assertThat(without.asserted().stream())
                .allMatch(
                        triple ->
                                whole.asserted().contains(triple)
                                        || triple.getObject().equals(Dkg.term("unconfirmed")));
        assertThat(verdict(derived, jobs)).isEqualTo("kept");
        assertThat(verdict(left, jobs)).isEqualTo("pending");
        assertThat(about(left, growth)).isEqualTo(about(derived, growth)).isNotEmpty();
    }

    private static Path copyOfYunhe(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Fixture.YUNHE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        return folder;
    }

    private static Set<String> names(Graph graph) {
        return graph.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .filter(Node::isURI)
                .map(Node::getURI)
                .collect(Collectors.toSet());
    }

    private static String verdict(Graph graph, Node promise) {
        return graph.find(promise, Dkg.term("verdict"), Node.ANY).next().getObject().getLocalName();
    }

    private static Set<String> about(Graph graph, Node statement) {
        return graph.find(statement, Node.ANY, Node.ANY).mapWith(Object::toString).toSet();
    }

    private static List<String> faults(Path data) {
        return Validation.of(Sources.read(List.of(Fixture.ONTOLOGY, data))).stream()
                .filter(fault -> fault.severity() == Severity.ERROR)
                .map(fault -> fault.code())
                .toList();
    }

    private static String run(String... words) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        Main.run(stream, stream, words);
        return told.toString(StandardCharsets.UTF_8);
    }
}
