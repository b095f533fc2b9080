package districtkg.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import districtkg.dataset.PreparedDataset;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose bytes are not what their names say are faults of the user, with their places. */
class UnreadableFilesTest {
    private static final String LINE = "<http://x.org/a> <http://x.org/b> <http://x.org/c> .\n";
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.ttl", "a.trig", "a.nt", "a.nq", "a.ttl.gz", "a.nq.gz"})
    void invalidUtf8IsReportedWithItsLine(String name) throws IOException {
        Path file = write(name, (LINE + "# 此文件\n" + LINE).getBytes(GBK));

        assertThat(faults(file))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.code()).isEqualTo("text-encoding");
                            assertThat(fault.locations()).containsExactly(Location.of(file, 2));
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_530, 65_536, 200_000})
    void theLineIsRightInLongFilesToo(int comments) throws IOException {
        String text = "#\n".repeat(comments) + LINE;
        byte[] cut = (text + "# 注").getBytes(StandardCharsets.UTF_8);
        Path file = write("a.ttl", Arrays.copyOf(cut, cut.length - 1));

        assertThat(faults(file))
                .flatExtracting(Fault::locations)
                .containsExactly(Location.of(file, comments + 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@id\": \"http://x.org/b\", \"http://x.org/p\": \"v\"}",
                "[]",
                "null",
                "}",
                "x",
                "// comment"
            })
    void textAfterAJsonLdDocumentIsReported(String more) throws IOException {
        String document = "{\"@id\": \"http://x.org/a\",\n\"http://x.org/p\": \"v\"}\n\n";
        Path file = write("a.jsonld", (document + more).getBytes(StandardCharsets.UTF_8));

        assertThat(faults(file))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.what()).contains("after the end");
                            assertThat(fault.locations()).containsExactly(Location.of(file, 4));
                        });
        assertThat(
                        Sources.read(
                                        List.of(
                                                write(
                                                        "b.jsonld",
                                                        document.getBytes(StandardCharsets.UTF_8))))
                                .files())
                .hasSize(1);
    }

    @Test
    void aFolderMayBeASymbolicLink() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real/inner"));
        Files.writeString(real.resolve("a.nt"), LINE);
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("real/more"), real);

        assertThat(Sources.read(List.of(link)).files())
                .extracting(SourceFile::path)
                .containsExactly(link.resolve("inner/a.nt"), link.resolve("more/a.nt"));
    }

    @Test
    void aCycleOfSymbolicLinksIsReported() throws IOException {
        Path circle = Files.createDirectories(folder.resolve("circle"));
        Files.createSymbolicLink(circle.resolve("again"), circle);

        assertThat(faults(circle))
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("unreadable-file"));
    }

    @Test
    void jsonLdInAnotherEncodingIsReported() throws IOException {
        Path file =
                write(
                        "a.jsonld",
                        "{\"@id\": \"http://x.org/a\", \"http://x.org/b\": \"此文件\"}".getBytes(GBK));

        assertThat(faults(file)).extracting(Fault::code).containsExactly("text-encoding");
    }

    @Test
    void xmlDeclaresItsEncodingItself() throws IOException {
        String text =
                "<?xml version=\"1.0\" encoding=\"GBK\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:x=\"http://x.org/\"><rdf:Description rdf:about=\"http://x.org/a\"><x:b>注</x:b></rdf:Description></rdf:RDF>";

        assertThat(Sources.read(List.of(write("a.rdf", text.getBytes(GBK)))).asserted().stream())
                .extracting(triple -> triple.getObject().getLiteralLexicalForm())
                .containsExactly("注");
    }

    @Test
    void aByteOrderMarkIsAccepted() throws IOException {
        Path file = write("a.ttl", ("\uFEFF" + LINE).getBytes(StandardCharsets.UTF_8));

        assertThat(Sources.read(List.of(file)).asserted().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.ttl.gz", "a.nt.gz", "a.nq.gz", "a.rdf.gz", "a.jsonld.gz"})
    void invalidGzipIsReported(String name) throws IOException {
        Path plain = folder.resolve(name);
        Files.writeString(plain, LINE);

        assertThat(faults(plain)).extracting(Fault::code).containsExactly("unreadable-file");
    }

    @Test
    void truncatedGzipIsReported() throws IOException {
        byte[] whole = gzipped(LINE.repeat(1000).getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("a.ttl.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThat(faults(file)).extracting(Fault::code).containsExactly("unreadable-file");
        Path prepared = folder.resolve("b.nq.gz");
        Files.write(prepared, Arrays.copyOf(whole, whole.length / 2));
        assertThat(
                        catchThrowableOfType(
                                        Problem.class,
                                        () ->
                                                PreparedDataset.read(
                                                        List.of(prepared),
                                                        Node.ANY,
                                                        UnaryOperator.identity()))
                                .faults())
                .extracting(Fault::code)
                .containsExactly("unreadable-file");
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), name.endsWith(".gz") ? gzipped(bytes) : bytes);
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static List<Fault> faults(Path file) {
        return catchThrowableOfType(Problem.class, () -> Sources.read(List.of(file))).faults();
    }
}
