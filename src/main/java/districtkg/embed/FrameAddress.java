package districtkg.embed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a frame shows.
 *
 * @param kind whether it is an indicator, a place or the deadlines
 * @param key last part of the IRI: {@code gdp-growth}; empty for the deadlines
 * @param query the parameters of the page, as written; empty for none
 */
record FrameAddress(Kind kind, String key, String query) {
    private static final Pattern BOARD = Pattern.compile("/(?:embed/)?board");
    private static final Pattern PAGE =
            Pattern.compile(
                    "/(id|vocab|indicator|embed/indicator|embed/place)/([^/?#]+?)(?:\\.html)?");

    /** The kinds of frames, with their sizes in CSS pixels. */
    enum Kind {
        INDICATOR("indicator", 720, 520),
        PLACE("place", 720, 320),
        BOARD("board", 720, 640);

        private final String folder;
        private final int width;
        private final int height;

        Kind(String folder, int width, int height) {
            this.folder = folder;
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }

    /**
     * The frame for a page.
     *
     * @param path of the page or of the frame itself, decoded
     * @param query its parameters, as written
     */
    static Optional<FrameAddress> of(String path, String query) {
        if (BOARD.matcher(path).matches()) {
            return Optional.of(new FrameAddress(Kind.BOARD, "", query));
        }
        Matcher page = PAGE.matcher(path);
        if (!page.matches()) {
            return Optional.empty();
        }
        boolean place = page.group(1).equals("id") || page.group(1).equals("embed/place");
        return Optional.of(
                new FrameAddress(place ? Kind.PLACE : Kind.INDICATOR, page.group(2), query));
    }

    /** The address of the frame, without scheme and host. */
    String address() {
        return EmbedPages.FOLDER
                + kind.folder
                + (key.isEmpty() ? "" : "/" + key)
                + (query.isEmpty() ? "" : "?" + query);
    }
}
