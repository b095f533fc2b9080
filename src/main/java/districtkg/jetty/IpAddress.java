package districtkg.jetty;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses IP addresses in headers. Never resolves a name. */
public final class IpAddress {
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern FOUR =
            Pattern.compile("(" + BYTE + "(?:\\." + BYTE + "){3})(?::\\d+)?");
    private static final Pattern SIX =
            Pattern.compile("\\[?([0-9a-fA-F.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:](?::\\d+)?)?");

    private IpAddress() {}

    /**
     * Parses {@code 192.0.2.1}, {@code 192.0.2.1:4711} or {@code [2001:db8::1]:4711}; empty for
     * anything else.
     */
    public static Optional<InetAddress> of(String written) {
        Matcher four = FOUR.matcher(written);
        Matcher six = SIX.matcher(written);
        try {
            if (four.matches()) {
                return Optional.of(InetAddress.getByName(four.group(1)));
            }
            return six.matches()
                    ? Optional.of(InetAddress.getByName("[" + six.group(1) + "]"))
                    : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
