package districtkg.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a publisher offers: the edition to serve, and those before it, which a rollback can name.
 *
 * @param format of the manifest; this program reads 1
 * @param current the edition to serve
 * @param previous editions before it whose snapshots are kept, the latest first
 */
public record Manifest(int format, PublishedEdition current, List<PublishedEdition> previous) {
    /** Name of the file in the folder of editions. */
    public static final String FILE = "manifest.json";

    /** A longer file is not read. */
    static final int MOST_BYTES = 1 << 20;

    private static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the previous editions. */
    public Manifest {
        previous = List.copyOf(previous);
    }

    /** The manifest of a first edition. */
    static Manifest first(PublishedEdition edition) {
        return new Manifest(FORMAT, edition, List.of());
    }

    /**
     * A manifest after this one.
     *
     * @param next the edition to serve from now on
     * @param kept number of previous editions to keep
     */
    Manifest then(PublishedEdition next, int kept) {
        List<PublishedEdition> before = new ArrayList<>();
        before.add(current);
        before.addAll(previous);
        before.removeIf(one -> one.edition().equals(next.edition()));
        return new Manifest(FORMAT, next, before.subList(0, Math.min(kept, before.size())));
    }

    /** A previous edition by its version. */
    Optional<PublishedEdition> previous(String edition) {
        return previous.stream().filter(one -> one.edition().equals(edition)).findFirst();
    }

    /** The manifest as JSON. */
    byte[] json() {
        ObjectNode json = JSON.createObjectNode().put("format", format);
        json.set("current", current.json());
        ArrayNode before = json.putArray("previous");
        previous.forEach(edition -> before.add(edition.json()));
        return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Parses a manifest.
     *
     * @throws IOException with the reason, if it is none, or has another format
     */
    static Manifest parse(byte[] json) throws IOException {
        try {
            JsonNode read = JSON.readTree(json);
            int format = read.path("format").asInt();
            if (format != FORMAT) {
                throw new IOException(
                        "it has format " + format + ", and this version reads format " + FORMAT);
            }
            List<PublishedEdition> previous = new ArrayList<>();
            read.path("previous").forEach(edition -> previous.add(PublishedEdition.of(edition)));
            return new Manifest(format, PublishedEdition.of(read.path("current")), previous);
        } catch (JsonProcessingException malformed) {
            throw new IOException("it is not JSON: " + malformed.getOriginalMessage(), malformed);
        } catch (IllegalArgumentException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    /** Parses one edition, as {@link #json(PublishedEdition)} wrote it. */
    static PublishedEdition edition(byte[] json) throws IOException {
        try {
            return PublishedEdition.of(JSON.readTree(json));
        } catch (IllegalArgumentException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    /** One edition as JSON. */
    static byte[] json(PublishedEdition edition) {
        return edition.json().toString().getBytes(StandardCharsets.UTF_8);
    }
}
