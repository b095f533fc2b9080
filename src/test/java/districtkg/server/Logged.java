package districtkg.server;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the program tells in its log. */
public final class Logged {
    private Logged() {}

    /** Does what a test does. */
    public interface Doing {
        void run() throws Exception;
    }

    /** The messages logged meanwhile, at the levels that are shown. */
    public static List<String> during(Doing doing) throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        root.addAppender(appender);
        try {
            doing.run();
        } finally {
            root.detachAppender(appender);
        }
        return appender.list.stream()
                .map(
                        event ->
                                event.getFormattedMessage()
                                        + " "
                                        + event.getMDCPropertyMap().get("request"))
                .toList();
    }
}
