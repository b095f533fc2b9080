package districtkg;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.problem.Reason;
import districtkg.replica.EditionSignature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "query",
                "validate",
                "verify",
                "passage",
                "export",
                "snapshot",
                "publish",
                "diff",
                "changes",
                "ontology"
            })
    void everyCommandHasHelpWithAnExampleAndItsExitCodes(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(told(out)).contains("Example", "Exit codes: 0");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearest() {
        assertThat(run("querry")).isEqualTo(2);
        assertThat(told(err)).contains("query");
    }

    @Test
    void theVersionNamesJenaAndJava() {
        assertThat(run("--version")).isZero();
        assertThat(told(out)).contains("DistrictKG", "Apache Jena 6.0.0", "Java ");
    }

    @Test
    void aQuestionIsAnsweredByItsName() {
        assertThat(runOnLusong("query", "--format", "csv", "gdp-growth")).isZero();
        assertThat(told(out)).contains("2019,8.5,exactly,percent");
    }

    @Test
    void aSyntaxErrorIsReportedWithItsPosition() {
        assertThat(runOnLusong("query", "SELECT ?x { ?x a }")).isEqualTo(1);
        assertThat(told(err))
                .contains("bad-query", "line 1, column 18", "docs/errors.md#bad-query")
                .doesNotContain("\tat ");
    }

    @Test
    void goodDataIsValid() {
        assertThat(runOnLusong("validate")).isZero();
        assertThat(told(out)).contains("0 faults, 0 warnings");
        assertThat(told(err)).isEmpty();
    }

    @Test
    void invalidDataIsNotServed() {
        String bad = "src/test/resources/bad/statement-place.ttl";

        assertThat(run("validate", "--data", "src/test/resources/good", bad)).isEqualTo(1);
        assertThat(run("serve", "--port", "0", "--data", "src/test/resources/good", bad))
                .isEqualTo(1);
        assertThat(told(err))
                .contains(
                        "statement-place  " + bad + ":",
                        "  fix:  ",
                        "  more: docs/errors.md#statement-place");
    }

    @Test
    void aFileWithoutLineNumbersIsNamedWhole(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("town.rdf"),
                        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:d=\"https://w3id.org/districtkg/ns#\"><d:Town rdf:about=\"https://w3id.org/districtkg/id/a\"/></rdf:RDF>");

        assertThat(run("validate", "--data", "src/test/resources/good", file.toString()))
                .isEqualTo(1);
        assertThat(told(err)).contains("label-zh  " + file + " (its syntax has no lines)  id:a");
    }

    @Test
    void aPassageIsPrintedReadyToPaste() {
        assertThat(
                        run(
                                "passage",
                                "--data",
                                Fixture.YUNHE.toString(),
                                "--text",
                                "yunhe-2021=" + Fixture.YUNHE.resolve("texts/yunhe-2021.txt"),
                                "--",
                                "新增停车位六百个以上"))
                .isZero();
        assertThat(told(out))
                .contains(":statedValue 600", ":bound :atLeast", "a :Passage", ":sha256 \"");
    }

    @Test
    void anExportAppearsWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("all.nq.gz");

        assertThat(runOnLusong("export", file.toString())).isZero();
        assertThat(Files.size(file)).isGreaterThan(10_000);
        assertThat(runOnLusong("export", folder.resolve("all.docx").toString())).isEqualTo(1);
        assertThat(told(err)).contains("no-such-syntax");
    }

    @Test
    void anExportOfADownloadIsThatFile(@TempDir Path folder) throws IOException {
        Path shapes = folder.resolve("s.ttl");
        Path codebook = folder.resolve("codebook.csv.gz");

        assertThat(runOnLusong("export", "--download", "shapes.ttl", shapes.toString())).isZero();
        assertThat(shapes).content().contains("a sh:NodeShape", "sh:declare");
        assertThat(runOnLusong("export", "--download", "codebook.csv.gz", codebook.toString()))
                .isZero();
        try (InputStream plain = new GZIPInputStream(Files.newInputStream(codebook))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("table,column,");
        }
        assertThat(runOnLusong("export", "--download", "nothing.ttl", shapes.toString()))
                .isEqualTo(2);
        assertThat(told(err)).contains("there is no download nothing.ttl");
        assertThat(runOnLusong("export", "--table", "--download", "rules.ttl", shapes.toString()))
                .isEqualTo(2);
    }

    @Test
    void aSnapshotAnswersWithoutOntologyAndData(@TempDir Path folder) throws IOException {
        String file = folder.resolve("lusong.snapshot").toString();
        assertThat(runOnLusong("snapshot", file)).isZero();
        assertThat(told(out)).contains(file + ": edition ", " triples, ", " bytes per triple)");

        String[] question = {
            "query", "--format", "csv", "--ontology", "none", "--snapshot", file, "gdp-growth"
        };
        assertThat(run(question)).isZero();
        assertThat(told(out)).contains("2019,8.5,exactly,percent");

        Path first = folder.resolve("first.nq");
        Path second = folder.resolve("second.nq");
        assertThat(runOnLusong("export", first.toString())).isZero();
        assertThat(run("export", "--snapshot", file, second.toString())).isZero();
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void aFileThatIsNoUsableSnapshotIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("yunhe.snapshot");
        String data = Fixture.YUNHE.toString();
        assertThat(run("snapshot", file.toString(), "--data", data)).isZero();
        byte[] whole = Files.readAllBytes(file);

        assertRefused(folder.resolve("missing"), "no-such-file", "write it with  snapshot FILE");
        assertRefused(Path.of("README.md"), "not-a-snapshot", "serve other files with --data");
        byte[] changed = whole.clone();
        changed[4] = 99;
        assertRefused(
                Files.write(folder.resolve("format"), changed),
                "snapshot-format",
                "has format 99, and this version reads format 4");
        changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        assertRefused(
                Files.write(folder.resolve("altered"), changed), "snapshot-damaged", "checksum");
        assertRefused(
                Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 100)),
                "snapshot-damaged",
                "cut off");
    }

    private void assertRefused(Path file, String code, String reason) {
        err.reset();
        assertThat(run("serve", "--port", "0", "--snapshot", file.toString())).isEqualTo(1);
        assertThat(told(err))
                .contains(code + "  " + file, reason, "  fix:  ", "docs/errors.md#" + code)
                .doesNotContain("\tat ");
    }

    @Test
    void aSnapshotHasNoSources(@TempDir Path folder) {
        assertThat(run("validate", "--snapshot", "any")).isEqualTo(2);
        assertThat(told(err)).contains("a snapshot has no source files");
        assertThat(
                        run(
                                "serve",
                                "--port",
                                "0",
                                "--snapshot",
                                "any",
                                "--writable",
                                "--tokens",
                                folder.resolve("tokens").toString()))
                .isEqualTo(2);
        assertThat(told(err)).contains("--writable changes source files");
    }

    @Test
    void editionsArePublishedAndRolledBack(@TempDir Path folder) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("data"));
        try (Stream<Path> files = Files.list(Fixture.YUNHE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        String editions = folder.resolve("editions").toString();
        String[] publish = {"publish", "--cache", "none", editions, "--data", copy.toString()};
        assertThat(run(publish)).isZero();
        assertThat(told(out)).contains(editions + " offers edition ", "previous: none");
        String first = Files.readString(folder.resolve("editions/manifest.json"));
        assertThat(run("publish", "--rollback", editions)).isEqualTo(1);
        assertThat(told(err)).contains("no-such-edition", "it has none");

        Path lists = copy.resolve("lists.ttl");
        Files.writeString(lists, Files.readString(lists).replace("\"items\"@en", "\"pieces\"@en"));
        assertThat(run(publish)).isZero();
        String second = Files.readString(folder.resolve("editions/manifest.json"));
        assertThat(second).isNotEqualTo(first).contains("\"previous\" : [ {");
        assertThat(run("publish", "--rollback", editions)).isZero();
        assertThat(current(folder)).isEqualTo(first.lines().limit(8).toList());
    }

    private static List<String> current(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("editions/manifest.json")).stream()
                .limit(8)
                .toList();
    }

    @Test
    void wrongOptionsOfReplicasAreExplained(@TempDir Path folder) throws IOException {
        assertThat(run("serve", "--port", "0", "--follow", "ftp://a.example/")).isEqualTo(2);
        assertThat(run("serve", "--port", "0", "--follow", "http://a:b@a.example/")).isEqualTo(2);
        assertThat(told(err)).contains("is no address of a folder");
        assertThat(run("serve", "--port", "0", "--follow", "any", "--writable")).isEqualTo(2);
        assertThat(told(err)).contains("a replica has none");
        assertThat(run("serve", "--port", "0", "--follow", "any", "--follow-every", "0"))
                .isEqualTo(2);
        assertThat(run("publish", "--edition", "a", "any")).isEqualTo(2);
        assertThat(told(err)).contains("--edition needs --rollback");
        String noKey = Files.writeString(folder.resolve("key"), "no key").toString();
        assertThat(run("publish", "--sign-key", noKey, "any")).isEqualTo(1);
        assertThat(run("serve", "--port", "0", "--follow", "any", "--follow-key", noKey))
                .isEqualTo(1);
        assertThat(told(err)).contains("signing-key  " + noKey, "openssl genpkey");
    }

    @Test
    void keysOfOpensslAreRead(@TempDir Path folder) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path privateKey = pem(folder, "PRIVATE KEY", keys.getPrivate().getEncoded());
        Path publicKey = pem(folder, "PUBLIC KEY", keys.getPublic().getEncoded());

        assertThat(EditionSignature.privateKey(privateKey)).isEqualTo(keys.getPrivate());
        assertThat(EditionSignature.publicKey(publicKey)).isEqualTo(keys.getPublic());
    }

    private static Path pem(Path folder, String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                folder.resolve(kind),
                "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    @Test
    void aTableHasARowForEachStatement(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("statements.csv");

        assertThat(runOnLusong("export", "--table", "--language", "zh", file.toString())).isZero();
        assertThat(Files.readAllLines(file).getFirst()).startsWith("类型,名称,指标");
        assertThat(told(out)).contains("545 statements, doubted ones included");
        assertThat(runOnLusong("export", "--table", "--language", "zh", "--bom", file.toString()))
                .isZero();
        assertThat(Files.readString(file)).startsWith("\uFEFF类型,名称,指标");
    }

    @Test
    void differencesAreWrittenAsTableAndTriples() {
        assertThat(runOnLusong("diff", "--format", "csv", "br20161227", "rn20221230")).isZero();
        assertThat(told(out))
                .startsWith("change,earlier,later")
                .contains(
                        "confirms,Station to be in use in September 2019  2019-09,The rebuilt station was completed and opened  2022-12-30");

        out.reset();
        assertThat(runOnLusong("diff", "--format", "ntriples", "br20161227", "rn20221230"))
                .isZero();
        assertThat(told(out)).contains("<https://schema.org/AgreeAction>");
    }

    @Test
    void aMissingDocumentIsReported() {
        assertThat(runOnLusong("diff", "lusong-2020", "lusong-1920")).isEqualTo(1);
        assertThat(told(err)).contains("no-such-document", "lusong-1920");
    }

    @Test
    void anUnwritableFileIsReported(@TempDir Path folder) {
        Path file = folder.resolve("missing/all.nq");

        assertThat(runOnLusong("export", file.toString())).isEqualTo(1);
        assertThat(told(err)).contains("not-written  " + file).doesNotContain("\tat ");
    }

    @Test
    void theCatalogueOfErrorsHasTheSameCodesAndExamplesInBothLanguages() throws IOException {
        String english = Files.readString(Path.of("docs/errors.md"));
        String chinese = Files.readString(Path.of("docs/errors.zh.md"));

        assertThat(headings(english)).hasSizeGreaterThan(200).isEqualTo(headings(chinese));
        assertThat(examples(english)).hasSizeGreaterThan(100).isEqualTo(examples(chinese));
        assertThat(chinese.split("(?m)^### "))
                .allSatisfy(
                        section ->
                                assertThat(section)
                                        .matches("(?s)(# 错误|[a-z-]+\n\n.*\\p{IsHan}.*\n改正：).*"));
    }

    private static List<String> headings(String page) {
        return page.lines().filter(line -> line.startsWith("### ")).toList();
    }

    private static List<String> examples(String page) {
        return Pattern.compile("(?s)```turtle\n.*?```")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonToRejectARequestHasAHeadingInTheDocumentation(Reason reason)
            throws IOException {
        assertThat(headings(Files.readString(Path.of("docs/errors.md"))))
                .contains("### " + reason.code());
    }

    @Test
    void everyFaultHasAHeadingInTheDocumentation() throws IOException {
        String headings = Files.readString(Path.of("docs/errors.md"));
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        try (Stream<Path> bad = Files.list(Path.of("src/test/resources/bad"))) {
            bad.forEach(
                    file ->
                            code.append("fault(\"")
                                    .append(file.getFileName().toString().replace(".ttl", ""))
                                    .append("\""));
        }
        Pattern used =
                Pattern.compile(
                        "\\b(?:fault|Fault\\.of|Fault\\.at|check\\w*|agree|differs)\\(\\s*(?:[\\w.]+(?:\\([^()]*(?:\\([^()]*\\))*[^()]*\\))?,\\s*)?\"([a-z][a-z-]+)\"");

        assertThat(headings.lines().filter(line -> line.startsWith("### ")))
                .doesNotHaveDuplicates();
        assertThat(used.matcher(code).results().map(MatchResult::group).toList())
                .hasSizeGreaterThan(120);
        assertThat(used.matcher(code).results().map(found -> found.group(1)).distinct())
                .allSatisfy(name -> assertThat(headings).contains("\n### " + name + "\n"));
    }

    /** Runs a command on the data of which the tests know answers. */
    private int runOnLusong(String command, String... words) {
        Stream<String> data = Fixture.LUSONG.stream().map(Path::toString);
        return run(
                Stream.of(
                                Stream.of(command),
                                Arrays.stream(words),
                                Stream.concat(Stream.of("--data"), data))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    private int run(String... words) {
        return Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                words);
    }

    private static String told(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
