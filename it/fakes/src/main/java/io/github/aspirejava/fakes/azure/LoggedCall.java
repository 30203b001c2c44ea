package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A request that has been answered.
 *
 * @param plane {@code entra}, {@code arm}, or the name of a registry in Azure
 * @param path the path without the query
 * @param apiVersion the requested API version, or an empty text
 * @param status the status of the reply; 0 if the connection was closed
 * @param body the body that was sent to Resource Manager; it may contain secrets
 */
public record LoggedCall(String plane, String method, String path, String apiVersion, int status, JsonNode body) {
    public static final String ARM = "arm";
    public static final String ENTRA = "entra";

    /** Returns whether it changes something in Azure; a request for keys or a name's availability does not. */
    public boolean isArmWrite() {
        return plane.equals(ARM)
                && !method.equals("GET")
                && !method.equals("HEAD")
                && !path.matches("(?i).*/(?:checkNameAvailability|sharedKeys|register)");
    }

    /** Returns whether it writes a resource of this type. */
    public boolean writes(ResourceType type) {
        return isArmWrite() && new ResourcePath(path).type().equalsIgnoreCase(type.type());
    }

    /** Returns whether it makes an image visible in a registry. */
    public boolean putsManifest() {
        return method.equals("PUT") && path.toLowerCase(Locale.ROOT).contains("/manifests/") && status == 201;
    }

    /** Returns a description without the body. */
    @Override
    public String toString() {
        return "%s: %s %s %d".formatted(plane, method, path, status);
    }
}
