package io.github.aspirejava.fakes.azure;

/** The way in which a client learns that a long-running operation has ended. */
public enum OperationStyle {
    /** It ends at once. */
    NONE,
    /** The header {@code Azure-AsyncOperation} names the URI to poll. */
    ASYNC_OPERATION,
    /** The header {@code Location} names the URI to poll, which answers 202 until the end, then as the resource. */
    LOCATION,
    /** The resource itself is polled for its {@code provisioningState}. */
    STATE
}
