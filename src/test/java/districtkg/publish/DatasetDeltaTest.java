package districtkg.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.graph.DatasetExporter;
import districtkg.problem.Problem;
import districtkg.vocab.Dkg;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between two exports. */
class DatasetDeltaTest {
    private static final Node GRAPH = Dkg.iri(Dkg.GRAPH + "yunhe-2021");
    private static final Edition EDITION = Fixture.yunheEdition();

    @Test
    void everyFactAddedOrTakenOutIsToldAndThePatchMakesTheLaterOfTheEarlier(@TempDir Path folder)
            throws Exception {
        Path earlier = folder.resolve("earlier.nq.gz");
        Path later = folder.resolve("later.nq.gz");
        DatasetGraph changed = copy(EDITION.data());
        Quad taken = changed.find(GRAPH, Node.ANY, Dkg.VALUE, Node.ANY).next();
        Quad added =
                Quad.create(
                        GRAPH,
                        taken.getSubject(),
                        Dkg.VALUE,
                        NodeFactory.createLiteralString("又一个"));
        DatasetExporter.write(EDITION.data(), EDITION.prefixes(), earlier);
        changed.delete(taken);
        changed.add(added);
        DatasetExporter.write(changed, EDITION.prefixes(), later);

        DatasetDelta delta = DatasetDelta.between(earlier, later);
        ByteArrayOutputStream patch = new ByteArrayOutputStream();
        delta.patch(patch);
        DatasetGraph patched = read(earlier);
        RDFPatchOps.applyChange(patched, new ByteArrayInputStream(patch.toByteArray()));

        assertThat(delta).isEqualTo(new DatasetDelta(List.of(added), List.of(taken)));
        assertThat(delta.graphs()).containsExactly(GRAPH);
        assertThat(patched.contains(taken)).isFalse();
        assertThat(patched.contains(added)).isTrue();
        assertThat(DatasetDelta.between(later, later))
                .isEqualTo(new DatasetDelta(List.of(), List.of()));
    }

    @Test
    void aMissingOrDamagedFileIsReported(@TempDir Path folder) throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.nq"), "<a> <b>");

        assertThatThrownBy(() -> DatasetDelta.between(broken, folder.resolve("none.nq")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("broken.nq");
        assertThatThrownBy(() -> DatasetDelta.between(folder.resolve("none.nq"), broken))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("none.nq");
    }

    private static DatasetGraph copy(DatasetGraph data) {
        DatasetGraph copy = DatasetGraphFactory.createGeneral();
        data.listGraphNodes()
                .forEachRemaining(
                        name ->
                                data.getGraph(name).stream()
                                        .forEach(triple -> copy.add(Quad.create(name, triple))));
        return copy;
    }

    private static DatasetGraph read(Path file) {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        RDFDataMgr.read(data, file.toUri().toString());
        return data;
    }
}
