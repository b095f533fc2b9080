package districtkg.publish;

import districtkg.graph.AtomicFile;
import districtkg.graph.RdfSyntax;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A downloadable file.
 *
 * @param path path below the download folder: {@code districtkg.nq.gz}
 * @param type its media type; for a compressed file, of its content
 * @param compressed whether it is gzipped
 * @param large whether it contains the complete data set
 * @param content the content before compression
 */
public record Download(
        String path, String type, boolean compressed, boolean large, AtomicFile.Content content) {
    /** The suffix of compressed files. */
    public static final String GZ = ".gz";

    /** The compressed variant. */
    Download gzipped() {
        return new Download(path + GZ, type, true, large, content);
    }

    /**
     * Writes its bytes, compressed if the file is.
     *
     * @param out is not closed
     */
    public void writeTo(OutputStream out) throws IOException {
        if (compressed) {
            GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16);
            content.writeTo(gzip);
            gzip.finish();
        } else {
            content.writeTo(out);
        }
    }

    boolean isRdf() {
        return RdfSyntax.ofMediaType(type).isPresent();
    }

    /** The last part of its path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
