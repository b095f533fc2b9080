package districtkg.w3c;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.jena.arq.junit.manifest.Manifest;
import org.apache.jena.arq.junit.manifest.ManifestEntry;

/**
 * The SPARQL tests of the W3C and those that RDF4J adds, as RDF4J packages them. They are unpacked
 * from the library when tests run, because manifests name their files relative to themselves.
 */
final class W3cTests {
    private static final String FOLDERS = "testcases-";

    /** The manifests that include all others. */
    private static final List<String> MANIFESTS =
            List.of(
                    "testcases-sparql-1.0-w3c/data-r2/manifest-evaluation.ttl",
                    "testcases-sparql-1.0-w3c/data-r2/extended-manifest-evaluation.ttl",
                    "testcases-sparql-1.0-w3c/data-r2/manifest-syntax.ttl",
                    "testcases-sparql-1.1-w3c/manifest-all.ttl",
                    "testcases-sparql-1.1/manifest-evaluation.ttl",
                    "testcases-sparql-1.2/manifest-all.ttl");

    private W3cTests() {}

    /**
     * A test.
     *
     * @param name the folder of its manifest and the last part of its IRI, such as {@code
     *     sparql-1.1-w3c/bind#bind01}
     * @param entry its entry in the manifest
     */
    record W3cTest(String name, ManifestEntry entry) {
        /** Whether its type has one of the given names. */
        boolean isA(String... types) {
            return List.of(types).contains(lastPart(entry.getTestType().getURI()));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * All entries of all manifests.
     *
     * @param folder an empty folder for the files of the tests
     */
    static List<W3cTest> in(Path folder) throws IOException {
        URL one =
                Objects.requireNonNull(
                        W3cTests.class.getClassLoader().getResource(MANIFESTS.getFirst()));
        unpack(((JarURLConnection) one.openConnection()).getJarFile(), folder);
        List<W3cTest> tests = new ArrayList<>();
        for (String manifest : MANIFESTS) {
            collect(folder, folder.resolve(manifest).toUri(), tests);
        }
        return tests;
    }

    private static void collect(Path folder, URI address, List<W3cTest> tests) {
        Manifest manifest = Manifest.parse(address.toString());
        String group =
                folder.relativize(Path.of(address).getParent())
                        .toString()
                        .replace('\\', '/')
                        .replace(FOLDERS, "")
                        .replace("/data-r2", "");
        for (ManifestEntry entry : manifest.entries()) {
            tests.add(new W3cTest(group + "#" + lastPart(entry.getURI()), entry));
        }
        manifest.includedManifests()
                .forEachRemaining(included -> collect(folder, URI.create(included), tests));
    }

    private static String lastPart(String iri) {
        return iri.replaceFirst("^.*[#/]", "");
    }

    private static void unpack(JarFile jar, Path folder) throws IOException {
        for (JarEntry entry : Collections.list(jar.entries())) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!entry.getName().startsWith(FOLDERS) || !file.startsWith(folder)) {
                continue;
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else {
                Files.createDirectories(file.getParent());
                try (InputStream bytes = jar.getInputStream(entry)) {
                    Files.copy(bytes, file);
                }
            }
        }
    }
}
