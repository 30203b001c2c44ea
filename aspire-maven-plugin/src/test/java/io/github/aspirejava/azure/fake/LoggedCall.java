package io.github.aspirejava.azure.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A request that has been answered.
 *
 * @param plane {@code entra}, {@code arm}, or the name of a registry in Azure
 * @param path without the query
 * @param apiVersion the API version that was asked for, or an empty text
 * @param status what was answered; 0 if the connection was closed
 * @param body what was sent to Resource Manager; it may hold secrets
 */
public record LoggedCall(String plane, String method, String path, String apiVersion, int status, JsonNode body) {
    public static final String ARM = "arm";
    public static final String ENTRA = "entra";

    /** Whether it was to change something in Azure; to be asked for keys or a free name does not. */
    public boolean isArmWrite() {
        return plane.equals(ARM)
                && !method.equals("GET")
                && !method.equals("HEAD")
                && !path.matches("(?i).*/(?:checkNameAvailability|sharedKeys|register)");
    }

    /** Whether it was to write a resource of this type. */
    public boolean writes(ResourceType type) {
        return isArmWrite() && new ResourcePath(path).type().equalsIgnoreCase(type.type());
    }

    /** Whether it made an image visible in a registry. */
    public boolean putsManifest() {
        return method.equals("PUT") && path.toLowerCase(Locale.ROOT).contains("/manifests/") && status == 201;
    }

    /** Without the body. */
    @Override
    public String toString() {
        return "%s: %s %s %d".formatted(plane, method, path, status);
    }
}
