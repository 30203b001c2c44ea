package io.github.aspirejava.azure.arm;

import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * The desired state of a resource. Each kind is a small class that implements this interface, and {@link Ensure} does
 * the rest.
 *
 * @param <T> the SDK's type of the resource; its JSON has the properties that can be set, and no others
 */
public interface ArmResource<T extends JsonSerializable<?>> extends ArmSubject {
    /** Returns the desired properties. A property that is absent may have any value. */
    T desired();

    /**
     * Reads the live resource.
     *
     * @throws com.azure.core.management.exception.ManagementException with status 404 if the resource does not exist
     */
    T get(Context context);

    /** Begins to write the resource. */
    Write<T> put(T body, Context context);

    /** Reads a body that the SDK has written. */
    T read(JsonReader json) throws IOException;

    /**
     * Returns the provisioning state that the service reports, such as {@code Succeeded}; empty for kinds that are
     * ready at once.
     */
    Optional<String> state(T live);

    /**
     * Returns the paths of write-only properties, such as {@code properties.sharedKey}: the service never returns them,
     * so they are not compared.
     */
    default Set<String> writeOnly() {
        return Set.of();
    }

    /**
     * Returns the paths of properties that are set at creation and never changed afterwards, even if the live value
     * differs.
     */
    default Set<String> onlyAtCreation() {
        return Set.of();
    }
}
