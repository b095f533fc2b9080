package districtkg.download;

import districtkg.http.EntityTag;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.publish.Download;
import districtkg.publish.DownloadCache.Made;
import districtkg.publish.Downloads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a file for download, completely or a range, with its digest (RFC 9530), or 304. */
final class FileResponse {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    private static final Pattern GZIP =
            Pattern.compile("(?:^|[,\\s])(?:gzip|x-gzip)(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))");

    private final Downloads downloads;
    private final String version;
    private final Duration patience;

    /**
     * @param patience how long a client waits for a file that is being created
     */
    FileResponse(Downloads downloads, String version, Duration patience) {
        this.downloads = downloads;
        this.version = version;
        this.patience = patience;
    }

    /** Sends the file at a path below the download folder; false if there is none. */
    boolean send(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Download> wanted = downloads.at(path);
        if (wanted.isEmpty()) {
            return false;
        }
        Download plain = wanted.orElseThrow();
        boolean encoded = !plain.compressed() && takesGzip(request);
        Download sent = encoded ? downloads.at(path + Download.GZ).orElseThrow() : plain;
        Made file =
                downloads
                        .get(sent, patience)
                        .orElseThrow(() -> Refusal.of(Reason.BEING_MADE).with("Retry-After", "30"));
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("ETag", tag(file));
        response.setHeader("Repr-Digest", "sha-256=:" + base64(file) + ":");
        if (!plain.compressed()) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (EntityTag.suffices(request, tag(file))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        if (encoded) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(type(plain));
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + named(plain.name()) + "\"");
        send(file, request, response);
        return true;
    }

    private static void send(Made file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long from = 0;
        long to = file.size();
        Optional<Matcher> range = range(request, file);
        if (range.isPresent()) {
            String first = range.orElseThrow().group(1);
            String last = range.orElseThrow().group(2);
            from = first.isEmpty() ? Math.max(0, to - Long.parseLong(last)) : Long.parseLong(first);
            to = first.isEmpty() || last.isEmpty() ? to : Math.min(to, Long.parseLong(last) + 1);
            if (from >= to) {
                throw Refusal.of(Reason.NO_SUCH_RANGE)
                        .with("Content-Range", "bytes */" + file.size());
            }
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(
                    "Content-Range", "bytes " + from + "-" + (to - 1) + "/" + file.size());
        }
        response.setContentLengthLong(to - from);
        if (!request.getMethod().equals("HEAD")) {
            try (InputStream in = Files.newInputStream(file.path())) {
                in.skipNBytes(from);
                copy(in, to - from, response);
            }
        }
    }

    private static void copy(InputStream in, long length, HttpServletResponse response)
            throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = length; left > 0; ) {
            int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
            if (read == 0) {
                throw new UncheckedIOException(new IOException("the file is shorter than it was"));
            }
            response.getOutputStream().write(buffer, 0, read);
            left -= read;
        }
    }

    /** A single range of the current file; all other ranges are ignored. */
    private static Optional<Matcher> range(HttpServletRequest request, Made file) {
        String known = header(request, "If-Range");
        if (!known.isEmpty() && !known.equals(tag(file))) {
            return Optional.empty();
        }
        return Optional.of(RANGE.matcher(header(request, "Range")))
                .filter(Matcher::matches)
                .filter(range -> range.group().length() > "bytes=-".length());
    }

    private static boolean takesGzip(HttpServletRequest request) {
        return GZIP.matcher(header(request, "Accept-Encoding")).find();
    }

    /** The file name with the version, so that files of several versions can be in one folder. */
    private String named(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? name + "-" + version
                : name.substring(0, dot) + "-" + version + name.substring(dot);
    }

    private static String type(Download file) {
        return file.compressed()
                ? "application/gzip"
                : file.type().startsWith("text/") ? file.type() + "; charset=utf-8" : file.type();
    }

    private static String tag(Made file) {
        return "\"" + file.hex().substring(0, 32) + "\"";
    }

    private static String base64(Made file) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.hex()));
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }
}
