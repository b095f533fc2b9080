package districtkg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The fenced blocks of a page of Markdown, in their order. */
public final class Fences {
    private static final Pattern FENCE =
            Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private Fences() {}

    /**
     * One block.
     *
     * @param language the word after the opening fence; may be empty
     */
    public record Fence(String language, String text) {}

    public static List<Fence> of(Path page) {
        try {
            return FENCE.matcher(Files.readString(page))
                    .results()
                    .map(found -> new Fence(found.group(1), found.group(2)))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
