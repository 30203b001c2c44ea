package io.github.aspirejava.fakes.registry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request as it arrived.
 *
 * @param path the path without the query
 * @param query the raw query, or an empty text
 * @param headers the headers by name in lower case; several of one name are joined by commas
 * @param at the time at which its head had been read, by the clock of the server
 */
public record LoggedRequest(String method, String path, String query, Map<String, String> headers, Instant at) {
    /** Matches requests whose method is {@code method} and whose whole path matches the regular expression. */
    public static Predicate<LoggedRequest> matching(String method, String path) {
        Pattern pattern = Pattern.compile(path);
        return request ->
                request.method.equals(method) && pattern.matcher(request.path).matches();
    }

    /** Returns the header of this name, in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns the header of this name. */
    public Optional<String> authorization() {
        return header("Authorization");
    }

    /** Returns the length of the body that the request states; 0 if it states none. */
    public long contentLength() {
        return header("Content-Length").map(Long::parseLong).orElse(0L);
    }

    /** Returns whether a body follows, of known length or not. */
    public boolean hasBody() {
        return contentLength() > 0 || header("Transfer-Encoding").isPresent();
    }

    /** Returns whether it changes something. */
    public boolean isWrite() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    /** Returns whether it reads a named resource, and is not the initial ping. */
    public boolean isRead() {
        return !isWrite() && !path.equals("/v2/");
    }

    /** Returns whether it is about a manifest. */
    public boolean isManifest() {
        return path.contains("/manifests/");
    }

    /** Returns whether it ends the upload of a blob, as a rule with the blob's bytes. */
    public boolean isBlobUpload() {
        return method.equals("PUT") && path.contains("/blobs/uploads/");
    }

    /** Returns whether it uploads a chunk of a blob. */
    public boolean isChunk() {
        return method.equals("PATCH") && path.contains("/blobs/uploads/");
    }

    /** Returns whether it requests a mount. */
    public boolean isMount() {
        return method.equals("POST") && query.contains("mount=");
    }

    /** Returns the digest in its query, or an empty text. */
    public String digestParameter() {
        return Stream.concat(parameters("digest").stream(), parameters("mount").stream())
                .findFirst()
                .orElse("");
    }

    /** Returns the values of a parameter in its query. */
    public List<String> parameters(String name) {
        return parameters(query, name);
    }

    /** Returns method and path, for messages and comparisons. */
    public String line() {
        return method + ' ' + path;
    }

    /** Returns a description without headers: some of them are secrets. */
    @Override
    public String toString() {
        return query.isEmpty() ? line() : line() + '?' + query;
    }

    static List<String> parameters(String form, String name) {
        return Stream.of(form.split("&", -1))
                .filter(parameter -> parameter.startsWith(name + '='))
                .map(parameter -> URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8))
                .toList();
    }
}
