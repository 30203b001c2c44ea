package io.github.aspirejava.it;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as a registry has logged it.
 *
 * @param method the HTTP method
 * @param path the path and the query
 * @param status the HTTP status of the answer
 */
record RegistryRequest(String method, String path, int status) {
    /** Apache's combined log format, which the registry writes. */
    private static final Pattern ACCESS = Pattern.compile("\\] \"([A-Z]+) (\\S+) HTTP/[0-9.]+\" (\\d{3}) ");

    static Optional<RegistryRequest> parse(String line) {
        Matcher matcher = ACCESS.matcher(line);
        return matcher.find()
                ? Optional.of(
                        new RegistryRequest(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /** Returns whether it uploads a blob or a part of one. */
    boolean bringsBytes() {
        return putsBlob() || (method.equals("PATCH") && path.contains("/blobs/uploads/"));
    }

    /** Returns whether it ends the upload of a blob. */
    boolean putsBlob() {
        return method.equals("PUT") && path.contains("/blobs/uploads/");
    }

    /** Returns whether it stores a manifest. */
    boolean putsManifest() {
        return method.equals("PUT") && path.contains("/manifests/");
    }

    @Override
    public String toString() {
        return method + " " + path + " " + status;
    }
}
