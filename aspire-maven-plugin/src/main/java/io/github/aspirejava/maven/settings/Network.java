package io.github.aspirejava.maven.settings;

import java.util.regex.Pattern;

/** A network of IPv4 addresses in CIDR notation, such as {@code 10.0.0.0/8}. */
final class Network {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

    private Network() {}

    /** Returns whether {@code host} is an address, and in the network; no name is resolved. */
    static boolean contains(String network, String host) {
        String[] parts = network.split("/", 2);
        if (!ADDRESS.matcher(host).matches() || !ADDRESS.matcher(parts[0]).matches() || !parts[1].matches("\\d{1,2}")) {
            return false;
        }
        int bits = Math.min(32, Integer.parseInt(parts[1]));
        long mask = bits == 0 ? 0 : 0xffffffffL << (32 - bits);
        return (number(host) & mask) == (number(parts[0]) & mask);
    }

    private static long number(String address) {
        long number = 0;
        for (String octet : address.split("\\.", -1)) {
            number = number << 8 | Integer.parseInt(octet);
        }
        return number;
    }
}
