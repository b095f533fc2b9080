package districtkg.cli.serve;

import districtkg.problem.Problem;
import districtkg.server.Server;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles SIGHUP ({@code kill -HUP}), the signal to reload. */
final class HangupSignal {
    private static final Logger LOG = LoggerFactory.getLogger(HangupSignal.class);

    private HangupSignal() {}

    /** Reloads at each signal from now on, if the system supports it. */
    static void reloads(Server server) {
        try {
            // By name: it belongs to jdk.unsupported, and the compiler warns of its use.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object reload =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            (proxy, method, arguments) -> {
                                reload(server);
                                return null;
                            });
            Object before =
                    signal.getMethod("handle", signal, handler)
                            .invoke(
                                    null,
                                    signal.getConstructor(String.class).newInstance("HUP"),
                                    reload);
            if (handler.getField("SIG_IGN").get(null).equals(before)) {
                LOG.warn(
                        "SIGHUP is ignored because nohup blocks it: to reload, restart or POST /reload to --admin-port");
            }
        } catch (ReflectiveOperationException without) {
            LOG.debug("this system has no signal to read files again", without);
        }
    }

    private static void reload(Server server) {
        try {
            LOG.warn("read all files again: edition {}", server.reload().version());
        } catch (Problem faulty) {
            LOG.error(
                    "the files have faults; the previous edition is still served\n{}",
                    faulty.getMessage());
        } catch (RuntimeException ours) {
            LOG.error("the files could not be read; the previous edition is still served", ours);
        }
    }
}
