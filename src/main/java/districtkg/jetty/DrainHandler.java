package districtkg.jetty;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads the rest of a request body after the answer. Most clients read the answer only after
 * sending everything; if the connection were closed before, the operating system would discard the
 * answer. No thread blocks, and {@link SlowClientHandler} bounds the time.
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

    /** A body that is read after the answer. */
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

    /** Records whether a response was completed. */
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
