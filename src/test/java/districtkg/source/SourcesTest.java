package districtkg.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import districtkg.Fixture;
import districtkg.dataset.DatasetBuilder;
import districtkg.graph.DatasetExporter;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    private static final String HEAD =
            "@prefix : <https://w3id.org/districtkg/ns#> .\n@prefix id: <https://w3id.org/districtkg/id/> .\n";
    private static final Node NORTH = Dkg.iri(Dkg.ID + "north");

    @TempDir private Path folder;

    @Test
    void everyFileLandsInItsGraphWhateverItsFolder() {
        Sources sources = Fixture.real();

        assertThat(sources.files())
                .extracting(SourceFile::role)
                .containsAll(
                        EnumSet.complementOf(
                                EnumSet.of(
                                        SourceRole.STATEMENTS,
                                        SourceRole.OPEN_STATEMENTS,
                                        SourceRole.IDIOMS))); // see TableReaderTest
        assertThat(sources.files())
                .filteredOn(file -> file.role() == SourceRole.DOCUMENT)
                .hasSizeGreaterThan(5)
                .extracting(file -> file.graphName().getURI())
                .contains(Dkg.GRAPH + "lusong-2020");
        assertThat(sources.prefixes().expandPrefix("v:gdp-growth"))
                .isEqualTo(Dkg.VOCAB + "gdp-growth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.ttl",
                "a.nt",
                "a.nq",
                "a.trig",
                "a.rdf",
                "a.jsonld",
                "a.ttl.gz",
                "a.nt.gz"
            })
    void everySyntaxIsRead(String name) throws IOException {
        Graph graph =
                Sources.read(List.of(write("plain.ttl", HEAD + "id:north a :District .")))
                        .asserted();
        Path file = folder.resolve(name);
        try (OutputStream plain = Files.newOutputStream(file);
                OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
            Lang lang = org.apache.jena.riot.RDFLanguages.filenameToLang(name);
            RDFDataMgr.write(out, graph, lang);
        }

        assertThat(
                        Sources.read(List.of(file))
                                .asserted()
                                .contains(NORTH, RDF.type.asNode(), Dkg.term("District")))
                .isTrue();
    }

    @Test
    void allSyntaxErrorsAreReportedTogether() throws IOException {
        Path one = write("one.ttl", HEAD + "id:north a :District ;\n  :in . \n");
        Path two = write("two.ttl", HEAD + "id:north :in [ .\n");
        Path none = folder.resolve("none.ttl");

        Problem problem =
                catchThrowableOfType(Problem.class, () -> Sources.read(List.of(one, two, none)));

        assertThat(problem.faults())
                .extracting(Fault::code)
                .containsExactlyInAnyOrder("syntax", "syntax", "no-such-file");
        assertThat(problem.faults())
                .filteredOn(fault -> fault.code().equals("syntax"))
                .flatExtracting(Fault::locations)
                .extracting(Location::file, Location::line)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(one, 4L),
                        org.assertj.core.groups.Tuple.tuple(two, 3L));
    }

    @Test
    void aRemoteContextIsNeverFetched() throws IOException {
        Path file =
                write(
                        "a.jsonld",
                        "{\"@context\": \"http://127.0.0.1:1/context\", \"@id\": \"http://x/a\", \"name\": \"b\"}");

        assertThatThrownBy(() -> Sources.read(List.of(file)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("syntax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id:x :source id:doc#char=1,2 ;\n  :place id:north .\n",
                "id:x :source id:doc#char=1,2 .\n  .\n"
            })
    void aCommentWithinANameIsReported(String lines) throws IOException {
        Path file =
                write(
                        "trap.ttl",
                        HEAD
                                + "# id:doc#char=9,9 in a comment, <id:doc#char=9,9> and \"id:doc#char=9,9\" are no traps\n"
                                + lines);

        Problem problem = catchThrowableOfType(Problem.class, () -> Sources.read(List.of(file)));

        assertThat(problem.faults())
                .filteredOn(fault -> fault.code().equals("comment-in-name"))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.locations()).containsExactly(Location.of(file, 4));
                            assertThat(fault.fix()).contains("<doc#char=1,2>");
                        });
    }

    @Test
    void aTripleIsFoundInItsLineAndAContradictionInBoth() throws IOException {
        Path one =
                write(
                        "one.ttl",
                        HEAD
                                + "\nid:north a :District ;\n  <http://www.w3.org/2000/01/rdf-schema#label> \"北\"@zh ,\n    \"North\"@en .\n");
        Path two =
                write(
                        "two.nt",
                        "# a comment\n<https://w3id.org/districtkg/id/north> <http://www.w3.org/2000/01/rdf-schema#label> \"Nord\"@en .\n");
        Path three =
                write(
                        "three.rdf",
                        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:d=\"https://w3id.org/districtkg/ns#\"><d:Town rdf:about=\"https://w3id.org/districtkg/id/north\"/></rdf:RDF>");
        TripleLocations lines = new TripleLocations(Sources.read(List.of(one, two, three)));

        assertThat(lines.of(NORTH, RDF.type.asNode(), Dkg.term("District")))
                .containsExactly(Location.of(one, 4));
        assertThat(lines.of(NORTH, RDFS.label.asNode(), Node.ANY))
                .containsExactly(Location.of(one, 5), Location.of(one, 6), Location.of(two, 2));
        assertThat(lines.of(NORTH, RDF.type.asNode(), Dkg.term("Town")))
                .containsExactly(Location.of(three));
        assertThat(lines.of(NORTH, Dkg.term("kind"), Node.ANY))
                .contains(Location.of(one, 4), Location.of(two, 2));
    }

    /** Thousands of faults of thousands of lines each would fill the memory. */
    @Test
    void ofManyLinesTheFirstHundredAreFound() throws IOException {
        Path many = write("many.ttl", HEAD + "\n" + "[] :year 2019 .\n".repeat(300));
        TripleLocations lines = new TripleLocations(Sources.read(List.of(many)));

        List<Location> found = lines.of(Node.ANY, Dkg.term("year"), Node.ANY);

        assertThat(found).hasSize(100).startsWith(Location.of(many, 4)).isSorted();
    }

    @Test
    void theDefaultGraphHoldsWhatTheNamedGraphsHold() {
        DatasetGraph served = DatasetBuilder.of(Fixture.yunhe(), Fixture.yunheDerived());

        assertThat(served.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY))
                .toIterable()
                .hasSizeGreaterThan(1000);
        served.listGraphNodes()
                .forEachRemaining(
                        name ->
                                assertThat(served.getGraph(name).stream())
                                        .isNotEmpty()
                                        .allMatch(
                                                triple ->
                                                        served.getDefaultGraph().contains(triple)));
        assertThat(
                        served.getDefaultGraph()
                                .contains(
                                        Node.ANY,
                                        RDF.type.asNode(),
                                        Dkg.iri("http://www.w3.org/ns/shacl#NodeShape")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nq", "trig", "ttl", "nt", "jsonld", "rdf", "nq.gz"})
    void anExportIsTheSameEachTimeAndReadsBack(String ending) throws IOException {
        Path one = folder.resolve("one." + ending);
        Path two = folder.resolve("two." + ending);
        for (Path file : List.of(one, two)) {
            Sources sources = Sources.read(List.of(Fixture.ONTOLOGY, Fixture.YUNHE));
            DatasetExporter.write(
                    DatasetBuilder.of(sources, Fixture.derived(sources)), sources.prefixes(), file);
        }

        assertThat(one).hasSameBinaryContentAs(two);
        assertThat(RDFDataMgr.loadDatasetGraph(one.toString()).stream().count())
                .isGreaterThan(2000);
        try (var left = Files.list(folder)) {
            assertThat(left).doesNotContain(folder.resolve(".one." + ending + ".part"));
        }
    }

    private Path write(String name, String words) throws IOException {
        return Files.writeString(folder.resolve(name), words);
    }
}
