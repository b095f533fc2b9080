package districtkg.jetty;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes, after an answer, what is left of the body of its request. Most clients look for an answer
 * only when they have sent all; if the connection were closed before that, the system would take
 * the answer back. No thread waits for the rest, and {@link SlowClientHandler} bounds how long it
 * may come.
 */
public final class DrainHandler extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Rest body = new Rest(request);
        Told told = new Told(body, response);
        Runnable end =
                () -> {
                    if (told.whole) {
                        drain(request, callback::succeeded);
                    } else {
                        callback.succeeded();
                    }
                };
        return super.handle(
                body, told, Callback.from(callback.getInvocationType(), end, callback::failed));
    }

    private static void drain(Request request, Runnable then) {
        Content.Source.consumeAll(request, Callback.from(then, cut -> then.run()));
    }

    /** A body that stays to be read. */
    private static final class Rest extends AbandonableBody {
        Rest(Request request) {
            super(request);
        }

        @Override
        public boolean consumeAvailable() {
            Content.Chunk chunk = read();
            if (chunk != null) {
                chunk.release();
            }
            return chunk != null && chunk.isLast() && !Content.Chunk.isFailure(chunk);
        }
    }

    /** Knows whether an answer was given to its end. */
    private static final class Told extends Response.Wrapper {
        private boolean whole;

        Told(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            whole |= last;
            super.write(last, bytes, callback);
        }
    }
}
