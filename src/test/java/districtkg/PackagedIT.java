package districtkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program as it is handed out: a jar beside its libraries. */
class PackagedIT {
    @Test
    void itStopsWithItsParent() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "skipped: needs /bin/sh as a parent");
        // The shell stays the parent because another command follows.
        String command =
                "\""
                        + Packaged.JAVA
                        + "\" -Ddistrictkg.parent=watch -jar \""
                        + Packaged.JAR
                        + "\" serve --port 0; true";
        Process shell =
                new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true).start();
        Packaged served = Packaged.started(shell);
        List<ProcessHandle> children = shell.descendants().toList();
        assertThat(children).isNotEmpty();
        assertThat(ask(served.address())).contains("true");

        shell.destroyForcibly();

        for (ProcessHandle child : children) {
            child.onExit().get(30, TimeUnit.SECONDS);
            assertThat(child.isAlive()).isFalse();
        }
    }

    @Test
    void thePackageOmitsTheExcludedLibraries() throws Exception {
        assertThat(libraries())
                .hasSizeGreaterThan(50)
                .noneMatch(
                        jar ->
                                jar.matches(
                                        "(shiro|jena-shex|jena-cmds|bcprov|encoder|commons-beanutils"
                                                + "|commons-collections-|commons-cli|jetty-ee11-servlets"
                                                + "|jetty-client|jetty-xml).*"));
    }

    @Test
    void theBillOfMaterialsListsEveryLibrary() throws Exception {
        String bill =
                Files.readString(
                        Path.of(Packaged.JAR).resolveSibling("districtkg-sbom.json"),
                        StandardCharsets.UTF_8);

        List<String> listed =
                Pattern.compile("\"pkg:maven/[^/]+/([^@]+)@([^?\"]+)")
                        .matcher(bill)
                        .results()
                        .map(purl -> purl.group(1) + "-" + purl.group(2) + ".jar")
                        .toList();
        assertThat(bill).contains("\"CycloneDX\"");
        assertThat(libraries()).hasSizeGreaterThan(50).isSubsetOf(listed);
    }

    private static List<String> libraries() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(Packaged.JAR).resolveSibling("lib"))) {
            return jars.map(jar -> jar.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theLauncherIsForOldJavas() throws Exception {
        try (JarFile jar = new JarFile(Packaged.JAR)) {
            byte[] launcher =
                    jar.getInputStream(jar.getEntry("districtkg/Launcher.class")).readAllBytes();
            byte[] main = jar.getInputStream(jar.getEntry("districtkg/Main.class")).readAllBytes();

            assertThat(launcher[7]).as("class version of Java 11").isEqualTo((byte) 55);
            assertThat(main[7]).as("class version of Java 21").isEqualTo((byte) 65);
        }
    }

    @Test
    void anOldJavaReportsTheNeededVersion() throws Exception {
        Path old = oldJava();
        assumeTrue(Files.exists(old), "skipped: no Java older than 21 on this machine");

        Process process =
                new ProcessBuilder(old.toString(), "-jar", Packaged.JAR, "serve")
                        .redirectErrorStream(true)
                        .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("needs Java 21")
                .doesNotContain("\tat ");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    /** The Java of an older home beside the one that runs the tests. */
    private static Path oldJava() throws IOException {
        Path homes = Path.of(System.getProperty("java.home")).getParent();
        try (Stream<Path> list = Files.list(homes)) {
            return list.filter(
                            home ->
                                    Pattern.compile("(?<!\\d)(11|17)(?!\\d)")
                                            .matcher(home.getFileName().toString())
                                            .find())
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(homes.resolve("none"));
        }
    }

    /** Whether a server of an address knows the district of the data, as CSV. */
    static String ask(String address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(address + "?query=ASK%7Bid:lusong%20a%20:District%7D"))
                        .header("Accept", "text/csv")
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
