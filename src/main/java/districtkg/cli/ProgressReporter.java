package districtkg.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help;

/**
 * Reports the progress of reading large files: a bar on a terminal, otherwise a line every few
 * seconds. Thread-safe.
 */
public final class ProgressReporter implements AutoCloseable {
    private static final int MEGABYTE = 1_000_000;
    private static final int WIDTH = 79;

    private final ProgressBar bar;

    private ProgressReporter(ProgressBar bar) {
        this.bar = bar;
    }

    static ProgressReporter ofReading(List<Path> files, PrintWriter told) {
        long bytes = files.stream().mapToLong(file -> file.toFile().length()).sum();
        return new ProgressReporter(
                builder(told).setUnit(" MB", MEGABYTE).setInitialMax(bytes).build());
    }

    /** Reports progress through a number of files to a writer. */
    public static ProgressReporter ofFiles(int files, PrintWriter told) {
        return new ProgressReporter(
                builder(told).setUnit(" files", 1).setInitialMax(files).build());
    }

    private static ProgressBarBuilder builder(PrintWriter told) {
        boolean terminal = Help.Ansi.AUTO.enabled();
        Consumer<String> line =
                terminal ? text -> told.printf("\r%s", text).flush() : told::println;
        return new ProgressBarBuilder()
                .setTaskName("reading")
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(terminal ? 200 : 5000)
                .setConsumer(new DelegatingProgressBarConsumer(line, WIDTH));
    }

    /** Counts one more file as done. Thread-safe. */
    public void step() {
        bar.step();
    }

    /** A stream that counts the bytes read from another. */
    InputStream over(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                bar.stepBy(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int some = super.read(bytes, from, length);
                bar.stepBy(Math.max(some, 0));
                return some;
            }
        };
    }

    @Override
    public void close() {
        bar.close();
    }
}
