package districtkg.jetty;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The body of a request that lets inner handlers abandon it without closing the connection. */
class AbandonableBody extends Request.Wrapper {
    private Content.@Nullable Chunk failure;

    AbandonableBody(Request request) {
        super(request);
    }

    @Override
    public void demand(Runnable then) {
        if (failure == null) {
            super.demand(then);
        } else {
            then.run();
        }
    }

    @Override
    public Content.Chunk read() {
        return failure == null ? super.read() : failure;
    }

    @Override
    public void fail(Throwable cause) {
        failure = Content.Chunk.from(cause);
    }
}
