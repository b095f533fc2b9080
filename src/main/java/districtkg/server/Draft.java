package districtkg.server;

import districtkg.limit.Limits;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer of Fuseki that is held back until it is complete, or longer than the buffer. Until then
 * it can be replaced by a refusal; and it is sent when the query has left its place to another.
 */
final class Draft extends HttpServletResponseWrapper {
    private static final String ATTRIBUTE = Draft.class.getName();
    private static final int ERROR = 400;

    private final Limits limits;
    private final Output output = new Output();
    private ByteArrayOutputStream held = new ByteArrayOutputStream();
    private Runnable beforeSending = () -> {};
    private @Nullable PrintWriter writer;
    private @Nullable Refusal refusal;
    private int status = HttpServletResponse.SC_OK;
    private long length;
    private boolean passing;
    private boolean sending;
    private boolean gone;

    Draft(HttpServletRequest request, HttpServletResponse response, Limits limits) {
        super(response);
        this.limits = limits;
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The answer to a request. */
    static Draft of(HttpServletRequest request) {
        return (Draft) request.getAttribute(ATTRIBUTE);
    }

    /** Says why there is no other answer. */
    void refuse(Refusal why) {
        if (refusal == null) {
            refusal = why;
        }
    }

    /** Why there is no answer; nothing where there is one. */
    Optional<Refusal> refusal() {
        if (refusal == null && status >= ERROR) {
            refuse(Refusal.of(Errors.reason(status)));
        }
        return Optional.ofNullable(refusal);
    }

    /** Whether a part was sent, so that it is too late for a refusal. */
    boolean begun() {
        return sending;
    }

    /** Whether the client has left. */
    boolean gone() {
        return gone;
    }

    /** Says that the same question may have another answer the next time. */
    void passes() {
        passing = true;
    }

    /** What was written, where it can be kept: it is complete, lasts, and nothing was sent yet. */
    Optional<byte[]> complete() {
        if (writer != null) {
            writer.flush();
        }
        return passing || sending || status != SC_OK
                ? Optional.empty()
                : Optional.of(held.toByteArray());
    }

    /** Has something done with an answer that is complete, before it is sent. */
    void beforeSending(Runnable last) {
        beforeSending = last;
    }

    /** Sends what was held back, unless that was done, or there is a refusal. */
    void send() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (!sending && refusal().isEmpty()) {
            beforeSending.run();
            super.setStatus(status);
            super.setContentLength(held.size());
            begin();
        }
    }

    /** In chunks, because only these have an end that a client misses when it does not come. */
    private void beginInChunks() throws IOException {
        super.setStatus(status);
        super.setHeader("Transfer-Encoding", "chunked");
        begin();
    }

    private void begin() throws IOException {
        sending = true;
        try {
            held.writeTo(super.getOutputStream());
        } catch (IOException left) {
            gone = true;
            throw left;
        }
        held = new ByteArrayOutputStream(0);
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int code) {
        status = code;
    }

    @Override
    public void sendError(int code, String message) {
        status = code;
    }

    /** Which program answers, and its version, is nobody's business. */
    @Override
    public void setHeader(String name, String value) {
        if (!name.equalsIgnoreCase("Server") && !name.startsWith("Fuseki")) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void setContentLength(int any) {
        // Known when all is written.
    }

    @Override
    public void setContentLengthLong(long any) {
        // Known when all is written.
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return output;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), false);
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (sending) {
            super.flushBuffer();
        }
    }

    @Override
    public boolean isCommitted() {
        return sending;
    }

    private void write(byte[] bytes, int from, int count) throws IOException {
        length += count;
        if (length > limits.answer()) {
            refuse(new Refusal(Reason.ANSWER_TOO_LARGE, "", Map.of("limit", limits.answer())));
            throw new IOException("the answer is too large");
        }
        if (!sending && held.size() + count > limits.buffer()) {
            beginInChunks();
        }
        try {
            if (sending) {
                super.getOutputStream().write(bytes, from, count);
            } else {
                held.write(bytes, from, count);
            }
        } catch (IOException left) {
            gone = true;
            throw left;
        }
    }

    private final class Output extends ServletOutputStream {
        @Override
        public void write(int one) throws IOException {
            Draft.this.write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            Draft.this.write(bytes, from, count);
        }

        @Override
        public void flush() throws IOException {
            flushBuffer();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("queries are answered by one thread");
        }
    }
}
