package districtkg.server;

import java.net.InetAddress;

/** A range of addresses: {@code 10.0.0.0/8}, {@code ::1}. */
public record Network(InetAddress address, int prefix) {}
