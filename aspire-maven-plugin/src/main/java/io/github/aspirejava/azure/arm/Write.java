package io.github.aspirejava.azure.arm;

import com.azure.core.management.polling.PollResult;
import com.azure.core.util.polling.SyncPoller;

/** The write of a resource, as the SDK begins it. */
public sealed interface Write<T> {
    /** The write is complete. */
    record Done<T>(T live) implements Write<T> {}

    /** The write is under way and can be polled. */
    record Running<T>(SyncPoller<PollResult<T>, T> poller) implements Write<T> {}
}
