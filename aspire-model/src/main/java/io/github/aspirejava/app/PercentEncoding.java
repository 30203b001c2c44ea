package io.github.aspirejava.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The encoding of characters that have a meaning in URIs, by RFC 3986. */
public final class PercentEncoding {
    private PercentEncoding() {}

    /** Returns {@code text} with all characters encoded that are not unreserved. */
    public static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
