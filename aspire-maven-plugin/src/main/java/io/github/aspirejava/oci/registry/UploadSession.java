package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An upload that a registry has opened and that waits for its bytes; for one blob only. */
public final class UploadSession {
    /** The offset of the last byte that has arrived. Registries write it with and without a unit. */
    private static final Pattern RANGE = Pattern.compile("(?:bytes=)?0-(\\d{1,18})");

    private final URI location;
    private final long smallestChunk;

    private UploadSession(URI location, long smallestChunk) {
        this.location = location;
        this.smallestChunk = smallestChunk;
    }

    /** Returns the upload that an answer describes. */
    static UploadSession of(Connection endpoint, Call call, Answer answer) throws IOException {
        String location = answer.header("Location")
                .orElseThrow(() -> endpoint.unusable(call, answer, "It did not return an upload location"));
        long smallestChunk = answer.header("OCI-Chunk-Min-Length")
                .filter(text -> text.matches("\\d{1,10}"))
                .map(Long::parseLong)
                .orElse(0L);
        return new UploadSession(endpoint.location(call, answer, location), smallestChunk);
    }

    /** Returns the same upload after another part of it, whose answer may move it. */
    UploadSession moved(Connection endpoint, Call call, Answer answer) throws IOException {
        return answer.header("Location").isEmpty()
                ? this
                : new UploadSession(of(endpoint, call, answer).location, smallestChunk);
    }

    /** Returns the address for the bytes. It may contain a secret of the registry, so it is not printed. */
    URI location() {
        return location;
    }

    /** Returns the address that closes the upload, after which the blob exists. */
    URI closing(Object digest) {
        String separator = location.getRawQuery() == null ? "?" : "&";
        return URI.create(
                location + separator + "digest=" + URLEncoder.encode(digest.toString(), StandardCharsets.UTF_8));
    }

    /** Returns the minimum length of a chunk, the last one excepted. */
    long smallestChunk() {
        return smallestChunk;
    }

    /** Returns the number of bytes that have arrived, as an answer reports it; empty if it does not. */
    static OptionalLong arrived(Answer answer) {
        Matcher range = RANGE.matcher(answer.header("Range").orElse(""));
        long last = range.matches() ? Long.parseLong(range.group(1)) : 0;
        // A registry without any byte reports the same as one with a single byte.
        return last == 0 ? OptionalLong.empty() : OptionalLong.of(last + 1);
    }
}
