package io.github.aspirejava.azure.fake;

/** How whoever has started something long is told when it is over. */
public enum OperationStyle {
    /** It is over at once. */
    NONE,
    /** The header {@code Azure-AsyncOperation} names what to ask. */
    ASYNC_OPERATION,
    /** The header {@code Location} names what to ask, which answers 202 until it is over, then as the resource. */
    LOCATION,
    /** The resource itself is to be asked for its {@code provisioningState}. */
    STATE
}
