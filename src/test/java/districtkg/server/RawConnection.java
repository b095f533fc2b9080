package districtkg.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that sends what it is told, be it HTTP or not. */
public final class RawConnection {
    private static final int DEADLINE = 60_000;

    private RawConnection() {}

    /**
     * What came back.
     *
     * @param status 0 where it was not an answer of HTTP
     * @param whole whether the answer came to its end
     */
    public record Answer(int status, String head, String body, boolean whole) {}

    static Answer send(Server server, byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.setSoTimeout(DEADLINE);
            try {
                socket.getOutputStream().write(request);
            } catch (SocketException refusedBeforeItWasRead) {
                // the answer was sent before
            }
            return read(socket.getInputStream());
        }
    }

    public static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException reset) {
            // closed within the answer, or after it
        }
        String text = all.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, text, "", false);
        }
        String head = text.substring(0, end);
        String body = text.substring(end + 4);
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        int status = Integer.parseInt(head.split(" ", 3)[1]);
        return new Answer(status, head, body, !chunked || body.endsWith("0\r\n\r\n"));
    }
}
