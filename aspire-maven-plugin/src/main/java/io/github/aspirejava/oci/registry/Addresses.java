package io.github.aspirejava.oci.registry;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses as servers write them, which is not always by RFC 3986. */
final class Addresses {
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";

    private Addresses() {}

    /** Returns the address with those characters escaped that no address may contain. */
    static String escaped(String address) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet :
                STRAY_PERCENT.matcher(address.strip()).replaceAll("%25").getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean kept =
                    ALLOWED.indexOf(character) >= 0 || (character < 0x80 && Character.isLetterOrDigit(character));
            escaped.append(kept ? String.valueOf(character) : String.format(Locale.ROOT, "%%%02X", (int) character));
        }
        return escaped.toString();
    }
}
