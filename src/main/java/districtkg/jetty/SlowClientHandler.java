package districtkg.jetty;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Ends requests of clients that are too slow: the complete body must arrive in time, and the client
 * must read the answer at a minimum rate. An idle timeout is not enough, because a byte now and
 * then is not idle.
 */
public final class SlowClientHandler extends Handler.Wrapper {
    /** Minimum rate in bytes per second. */
    private static final long SLOWEST = 4 * 1024;

    private final long patience;

    /**
     * A handler that allows this much time for a request body, and for a response that is read
     * below the minimum rate.
     */
    public SlowClientHandler(Duration patience) {
        this.patience = patience.toNanos();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Sending body = new Sending(request);
        return super.handle(body, new Reading(body, response), callback);
    }

    private final class Sending extends AbandonableBody {
        Sending(Request request) {
            super(request);
        }

        @Override
        public void demand(Runnable then) {
            if (NanoTime.since(getHeadersNanoTime()) > patience) {
                fail(new HttpException.RuntimeException(HttpStatus.REQUEST_TIMEOUT_408));
            }
            super.demand(then);
        }
    }

    private final class Reading extends Response.Wrapper {
        private long began;
        private long written;

        Reading(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            if (written == 0) {
                began = NanoTime.now();
            }
            long took = NanoTime.since(began);
            if (took > patience && written < took / 1_000_000_000 * SLOWEST) {
                callback.failed(new HttpException.RuntimeException(HttpStatus.REQUEST_TIMEOUT_408));
            } else {
                written += bytes == null ? 0 : bytes.remaining();
                super.write(last, bytes, callback);
            }
        }
    }
}
