package io.github.aspirejava.azure.arm;

import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A resource as it should be. Each kind is a small class that implements this, and {@link Ensure} does the rest.
 *
 * @param <T> what the SDK calls it; written as JSON it has the properties that can be set, and no others
 */
public interface ArmResource<T extends JsonSerializable<?>> extends ArmSubject {
    /** What it should have. What it says nothing about may be as it is. */
    T desired();

    /**
     * The resource as it is.
     *
     * @throws com.azure.core.management.exception.ManagementException of status 404 if there is none
     */
    T get(Context context);

    /** Begins to write it. */
    Write<T> put(T body, Context context);

    /** Reads a body that the SDK has written. */
    T read(JsonReader json) throws IOException;

    /** What the service says about how it is, such as {@code Succeeded}; empty for kinds that are ready at once. */
    Optional<String> state(T live);

    /** Paths of what the service never shows, such as {@code properties.sharedKey}: no difference is seen there. */
    default Set<String> writeOnly() {
        return Set.of();
    }

    /** Paths of what is set when it is created, and left alone from then on, whoever has changed it. */
    default Set<String> onlyAtCreation() {
        return Set.of();
    }
}
