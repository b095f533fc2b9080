package districtkg.publish;

import districtkg.graph.AtomicFile;

/**
 * A file that can be had.
 *
 * @param path below the folder of downloads: {@code districtkg.nq.gz}
 * @param type its media type; of a compressed file that of what is in it
 * @param compressed whether it is gzipped
 * @param large whether it is of the whole data set
 * @param content what it holds before it is compressed
 */
public record Download(
        String path, String type, boolean compressed, boolean large, AtomicFile.Content content) {
    /** The end of the name of what is compressed. */
    public static final String GZ = ".gz";

    /** The same, compressed. */
    Download gzipped() {
        return new Download(path + GZ, type, true, large, content);
    }

    boolean isRdf() {
        return !type.equals("text/csv");
    }

    /** The last part of its path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
