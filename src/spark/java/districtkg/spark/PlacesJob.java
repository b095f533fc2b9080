package districtkg.spark;

import districtkg.edition.PlacePart;
import districtkg.source.Sources;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Builds the parts of a data set on Apache Spark, a task for each place. Every worker must see the
 * folders under the same paths. A part is written beside its place and then renamed, so that a task
 * that is repeated on another worker leaves one whole file. Words: the ontology, the data, a new
 * folder for the parts.
 */
public final class PlacesJob {
    private PlacesJob() {}

    /** A part that is to be built. */
    private record Task(int number, List<String> files, boolean last) implements Serializable {}

    /** What a part took. */
    private record Built(int number, long quads, double seconds) implements Serializable {}

    /** Runs the job on the master that {@code spark.master} names. */
    public static void main(String[] words) throws IOException {
        Path ontology = Path.of(words[0]).toAbsolutePath();
        Path data = Path.of(words[1]).toAbsolutePath();
        Path target = Files.createDirectories(Path.of(words[2]).toAbsolutePath());
        long began = System.nanoTime();
        List<List<Path>> parts = PlacePart.files(Sources.read(List.of(ontology, data)));
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<String> files = parts.get(i).stream().map(Path::toString).toList();
            tasks.add(new Task(i, files, i == parts.size() - 1));
        }
        System.out.printf(
                Locale.ROOT, "divided into %d places in %.1f s%n", parts.size(), seconds(began));
        String terms = ontology.toString();
        String folder = target.toString();
        try (SparkSession spark = SparkSession.builder().appName("DistrictKG").getOrCreate();
                JavaSparkContext context = new JavaSparkContext(spark.sparkContext())) {
            System.out.printf(Locale.ROOT, "Spark started after %.1f s%n", seconds(began));
            List<Built> built =
                    context.parallelize(tasks, tasks.size())
                            .map(task -> build(task, terms, folder))
                            .collect();
            long quads = built.stream().mapToLong(Built::quads).sum();
            double work = built.stream().mapToDouble(Built::seconds).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%,d quads in %d parts; %.1f s in tasks, %.1f s in all%n",
                    quads,
                    built.size(),
                    work,
                    seconds(began));
        }
    }

    private static Built build(Task task, String ontology, String folder) throws IOException {
        long began = System.nanoTime();
        Path aside = Files.createTempFile(Path.of(folder), ".part-", ".nq");
        long quads;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside))) {
            quads =
                    PlacePart.write(
                            task.files().stream().map(Path::of).toList(),
                            Path.of(ontology),
                            task.last(),
                            out);
        }
        Files.move(
                aside,
                Path.of(folder, "part-%05d.nq".formatted(task.number())),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        return new Built(task.number(), quads, seconds(began));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
