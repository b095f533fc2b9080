package districtkg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program, serving in a process of its own until closed. */
final class Packaged implements AutoCloseable {
    static final String JAR = System.getProperty("jar", "target/districtkg.jar");
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final Pattern TOLD =
            Pattern.compile(
                    "^DistrictKG answers at (http\\S+) (\\([\\d,]+ documents, [\\d,]+ statements, [\\d,]+ triples\\))$");

    private final Process process;
    private final String address;
    private final String counts;

    /** What it tells. */
    private final StringBuffer said;

    private Packaged(Process process, Matcher told, StringBuffer said) {
        this.process = process;
        this.address = told.group(1);
        this.counts = told.group(2);
        this.said = said;
    }

    /** Serves the project's data. */
    static Packaged serve() throws IOException {
        return started(
                new ProcessBuilder(JAVA.toString(), "-jar", JAR, "serve", "--port", "0")
                        .redirectErrorStream(true)
                        .start());
    }

    /** Serves a small folder of data, with a JVM that compiles little and so starts sooner. */
    static Packaged serveSmall(Path data, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JAVA.toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-jar",
                                JAR,
                                "serve",
                                "--port",
                                "0",
                                "--data",
                                data.toString()));
        command.addAll(List.of(options));
        return started(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits until a process, or one that it started, says that it answers. */
    static Packaged started(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuffer said = new StringBuffer();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher told = TOLD.matcher(line);
            if (told.find()) {
                Thread.ofVirtual().start(() -> listen(lines, said));
                return new Packaged(process, told, said);
            }
        }
        throw new AssertionError("it never said that it answers:\n" + said);
    }

    private static void listen(BufferedReader lines, StringBuffer said) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
            }
        } catch (IOException ended) {
            said.append(ended);
        }
    }

    /** What it has told so far. */
    String said() {
        return said.toString();
    }

    /** Of the SPARQL endpoint. */
    String address() {
        return address;
    }

    /** As its one line gives them: {@code (8 documents, 173 statements, 13,167 triples)}. */
    String counts() {
        return counts;
    }

    Process process() {
        return process;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.onExit().get(30, TimeUnit.SECONDS);
    }
}
