package districtkg.sparql;

import districtkg.jetty.ErrorResponses;
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
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buffers an answer of Fuseki until it is complete or longer than the buffer. Until then it can be
 * replaced by a refusal. It is sent after the query has released its slot. For the thread of the
 * query; another thread may only {@link #abandon} it.
 */
public final class BufferedResponse extends HttpServletResponseWrapper {
    private static final Logger LOG = LoggerFactory.getLogger(BufferedResponse.class);
    private static final String ATTRIBUTE = BufferedResponse.class.getName();
    private static final int ERROR = 400;
    private static final Set<String> NOT_FOR_FUSEKI = Set.of("Cache-Control", "Pragma");

    private final Limits limits;
    private final Ending ending;
    private final Output output = new Output();

    /** Held while something is sent, so that the client gets one answer. */
    private final ReentrantLock lock = new ReentrantLock();

    private ByteArrayOutputStream held = new ByteArrayOutputStream();
    private Optional<ResponseCache.Key> name = Optional.empty();
    private @Nullable Refusal refusal;
    private int status = HttpServletResponse.SC_OK;
    private long length;
    private String advice = "";
    private boolean passing;
    private boolean sending;
    private boolean gone;
    private boolean abandoned;

    /** Ends a response without the thread of its query. */
    public interface Ending {
        /** Sends a refusal, completely. */
        void refuse(Refusal why);

        /** Closes the connection, because a part of an answer has been sent. */
        void cut();
    }

    /**
     * Buffers a response.
     *
     * @param ending used if the query does not end
     */
    public BufferedResponse(
            HttpServletRequest request,
            HttpServletResponse response,
            Limits limits,
            Ending ending) {
        super(response);
        this.limits = limits;
        this.ending = ending;
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The buffered response to a request. */
    static BufferedResponse of(HttpServletRequest request) {
        return (BufferedResponse) request.getAttribute(ATTRIBUTE);
    }

    /** Replaces the answer by a refusal. */
    public void refuse(Refusal why) {
        if (refusal == null) {
            refusal = why;
        }
    }

    /** The refusal that replaces the answer; empty if there is none. */
    public Optional<Refusal> refusal() {
        if (refusal == null && status >= ERROR) {
            refuse(Refusal.of(ErrorResponses.reason(status)));
        }
        return Optional.ofNullable(refusal);
    }

    /**
     * Ends the response of a query that does not end: the client gets a refusal, or its connection
     * is closed if a part has been sent. Later writes of the query's thread fail. For any thread;
     * it may block while the client reads.
     */
    void abandon(Refusal why) {
        lock.lock();
        try {
            abandoned = true;
            refuse(why);
            if (sending) {
                ending.cut();
            } else {
                ending.refuse(why);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether a part has been sent, so that it is too late for a refusal. */
    public boolean begun() {
        lock.lock();
        try {
            return sending || abandoned;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the client has closed the connection. */
    public boolean gone() {
        return gone;
    }

    /** Sets the header with advice; empty for none. */
    void advise(String header) {
        advice = header;
    }

    /**
     * Marks the answer as one that may differ the next time, so that it gets no ETag and is not
     * cached.
     */
    void passes() {
        passing = true;
    }

    /** The complete response, if it can be cached: it is lasting, and nothing has been sent yet. */
    public Optional<ResponseCache.Kept> complete() {
        return passing || sending || status != SC_OK
                ? Optional.empty()
                : Optional.of(new ResponseCache.Kept(getContentType(), advice, held.toByteArray()));
    }

    /** Sets the ETag of the answer, unless it {@link #passes}. */
    public void name(ResponseCache.Key key) {
        name = Optional.of(key);
    }

    /** Sends the buffered bytes, unless they have been sent; the client may have {@link #gone}. */
    public void send() {
        lock.lock();
        try {
            if (!sending && !abandoned) {
                super.setContentLength(held.size());
                begin();
            }
        } catch (IOException left) {
            LOG.debug("a client has left", left);
        } finally {
            lock.unlock();
        }
    }

    /** Starts a chunked response, because only in chunks does a client notice a missing end. */
    private void beginInChunks() throws IOException {
        super.setHeader("Transfer-Encoding", "chunked");
        begin();
    }

    private void begin() throws IOException {
        sending = true;
        super.setStatus(status);
        HttpServletResponse response = (HttpServletResponse) getResponse();
        ResponseCache.advise(response, advice);
        if (name.isPresent() && !passing) {
            name.get().name(response);
        } else {
            response.setHeader("Cache-Control", "no-store");
        }
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

    /** Ignores Fuseki's headers for caching; the cache policy is set elsewhere. */
    @Override
    public void setHeader(String header, String value) {
        if (!NOT_FOR_FUSEKI.contains(header) && !isCommitted()) {
            super.setHeader(header, value);
        }
    }

    @Override
    public void setContentLength(int any) {
        // The length is known only when everything is written.
    }

    @Override
    public void setContentLengthLong(long any) {
        // The length is known only when everything is written.
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return output;
    }

    /** Fuseki writes bytes, except for success pages, which no query has. */
    @Override
    public PrintWriter getWriter() {
        throw new UnsupportedOperationException("answers are bytes");
    }

    @Override
    public void flushBuffer() throws IOException {
        if (sending && !abandoned) {
            super.flushBuffer();
        }
    }

    @Override
    public boolean isCommitted() {
        return begun();
    }

    private void write(byte[] bytes, int from, int count) throws IOException {
        lock.lock();
        try {
            writeAlone(bytes, from, count);
        } finally {
            lock.unlock();
        }
    }

    private void writeAlone(byte[] bytes, int from, int count) throws IOException {
        if (abandoned) {
            throw new IOException("the query was given up");
        }
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
            BufferedResponse.this.write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            BufferedResponse.this.write(bytes, from, count);
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
