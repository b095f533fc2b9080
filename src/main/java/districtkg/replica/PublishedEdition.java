package districtkg.replica;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An edition in a manifest.
 *
 * @param edition version of the edition, as {@code /healthz} reports it
 * @param file name of its snapshot in the folder of the manifest, without any path
 * @param size of the snapshot in bytes
 * @param sha256 of the snapshot, in lower-case hexadecimal digits
 * @param written when the snapshot was written, in UTC: {@code 2026-11-29T08:00:00Z}
 * @param signature Ed25519 signature in Base64; null if it is not signed
 */
public record PublishedEdition(
        String edition,
        String file,
        long size,
        String sha256,
        String written,
        @Nullable String signature) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the file name has a path, or a part has another form
     */
    public PublishedEdition {
        check(NAME.matcher(edition).matches(), "edition", edition);
        check(NAME.matcher(file).matches(), "file", file);
        check(size > 0, "size", Long.toString(size));
        check(SHA256.matcher(sha256).matches(), "sha256", sha256);
        check(written.length() <= 40 && !written.contains("\n"), "written", written);
    }

    private static void check(boolean right, String name, String value) {
        if (!right) {
            throw new IllegalArgumentException(
                    "its " + name + " is not as it must be: " + shortened(value));
        }
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    /**
     * Reads an edition from JSON; other members are ignored.
     *
     * @throws IllegalArgumentException if a part is missing or has another form
     */
    static PublishedEdition of(JsonNode json) {
        return new PublishedEdition(
                json.path("edition").asText(),
                json.path("file").asText(),
                json.path("size").asLong(),
                json.path("sha256").asText(),
                json.path("written").asText(),
                json.path("signature").textValue());
    }

    /** The edition as JSON. */
    ObjectNode json() {
        ObjectNode json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("edition", edition)
                        .put("file", file)
                        .put("size", size)
                        .put("sha256", sha256)
                        .put("written", written);
        return signature == null ? json : json.put("signature", signature);
    }

    /** The same with a signature. */
    PublishedEdition signed(String by) {
        return new PublishedEdition(edition, file, size, sha256, written, by);
    }

    /** What is signed: all parts but the signature, one a line. */
    String signedText() {
        return String.join(
                "\n",
                "districtkg edition",
                edition,
                file,
                Long.toString(size),
                sha256,
                written,
                "");
    }
}
